package lv.varu.proposal.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.proposal.Call;
import lv.varu.proposal.Journey;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalExamples;
import lv.varu.proposal.Receipt;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is told what becomes of a proposal. */
@VaruTest
class FollowersTest {
    @Autowired
    Journey journey;

    @Autowired
    ProposalExamples examples;

    @Autowired
    ProposalBook book;

    @Autowired
    Supporters supporters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void tellsSupportersInTheirLanguageWithTheirOwnLink() {
        Receipt receipt = journey.screened(journey.open("PREILI"), "Laternas pie pieturas");
        UUID english = supporter(receipt.proposalId(), "john@epasts.example", "en", true);
        UUID unconfirmed = supporter(receipt.proposalId(), "vel-ne@epasts.example", "lv", false);

        tell(receipt.proposalId(), "proposal.support.letter.leftOut", Map.of("reason", "Jau ir programmā."));

        assertThat(examples.letters("proposal:" + receipt.proposalId())).contains("proposal.support.letter.leftOut");
        assertThat(examples.texts("supporter:" + english))
                .singleElement()
                .satisfies(text ->
                        assertThat(text).contains("which you support", "Jau ir programmā.", "/priekslikums/atbalsts/"));
        assertThat(examples.texts("supporter:" + unconfirmed)).isEmpty();
    }

    @Test
    void tellsNobodyTwice() {
        Receipt receipt = journey.screened(journey.open("PREILI"), "Laternas pie skolas");
        UUID author = supporter(receipt.proposalId(), "Anna@epasts.example", "lv", true);

        tell(receipt.proposalId(), "proposal.support.letter.leftOut", Map.of("reason", "Jau ir programmā."));

        assertThat(examples.texts("supporter:" + author)).isEmpty();
        assertThat(examples.letters("proposal:" + receipt.proposalId()))
                .filteredOn("proposal.support.letter.leftOut"::equals)
                .hasSize(1);
    }

    @Test
    void endsEvenWhereProposalsWereMergedInACircle() {
        Call call = journey.open("PREILI");
        UUID first = journey.screened(call, "Laternas pie tilta").proposalId();
        UUID second = journey.screened(call, "Laternas pie upes").proposalId();
        supporter(second, "aplis@epasts.example", "lv", true);
        jdbc.sql("update proposal set merged_into = case id when :first then :second else :first end"
                        + " where id in (:first, :second)")
                .param("first", first)
                .param("second", second)
                .update();

        tell(first, "proposal.support.letter.leftOut", Map.of("reason", "Jau ir programmā."));
        transaction.executeWithoutResult(status -> supporters.recount(first));

        assertThat(jdbc.sql("select supporters from proposal where id = ?")
                        .param(first)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(examples.letters("proposal:" + first)).contains("proposal.support.letter.leftOut");
    }

    @Test
    void tellsSupportersWhyAProposalDoesNotGoOn() {
        Receipt receipt = journey.confirmed(journey.open("PREILI"), "Nav par šo");
        UUID supporter = supporter(receipt.proposalId(), "janis@epasts.example", "lv", true);

        journey.screened(receipt, "Tas ir valsts ceļš.");

        assertThat(examples.letters("supporter:" + supporter)).isEqualTo(List.of("proposal.support.letter.declined"));
        assertThat(examples.texts("supporter:" + supporter))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("ko Jūs atbalstāt", "Tas ir valsts ceļš."));
    }

    private void tell(UUID id, String template, Map<String, Object> values) {
        transaction.executeWithoutResult(status -> book.tellFollowers(id, template, values));
    }

    private UUID supporter(UUID proposal, String email, String language, boolean confirmed) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into proposal_supporter (id, proposal_id, name, email, language, publish_name, text_version,"
                        + " asked_at, confirm_by, confirmed_at) values (:id, :proposal, 'Jānis', :email, :language, false,"
                        + " '2026-1', now(), now() + interval '1 day', case when :confirmed then now() end)")
                .param("id", id)
                .param("proposal", proposal)
                .param("email", email)
                .param("language", language)
                .param("confirmed", confirmed)
                .update();
        return id;
    }
}
