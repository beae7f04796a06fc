package lv.varu.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.PublicExamples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

@VaruTest
class ProposalCountsTest {
    private static final String[] STATUSES = {
        "UNCONFIRMED",
        "EXPIRED",
        "RECEIVED",
        "CLARIFYING",
        "SCREENED",
        "FORWARDED",
        "ANSWERED",
        "PUBLISHED",
        "DECLINED",
        "WITHDRAWN",
        "MERGED",
        "SPLIT"
    };

    @Autowired
    ProposalCounts counts;

    @Autowired
    ProposalRows rows;

    @Autowired
    PublicExamples examples;

    @Autowired
    JdbcClient jdbc;

    @Test
    void countsWhatWasAddedChangedAndRemoved() {
        Consultation delivered = examples.delivered("Skaitāmā programma");
        examples.proposal(delivered, "RECEIVED", "Viens", null);
        examples.proposal(delivered, "FORWARDED", "Divi", null);
        UUID third = examples.proposal(delivered, "PUBLISHED", "Trīs", "ACCEPTED");

        Tally first = counts.tally(delivered.id());
        assertThat(first.received()).isEqualTo(3);
        assertThat(first.late()).isEqualTo(1);
        assertThat(first.with(Outcome.ACCEPTED)).isEqualTo(1);
        assertThat(first.published()).isEqualTo(2);

        jdbc.sql("update proposal set set_aside_at = now() where id = ?")
                .param(third)
                .update();
        jdbc.sql("update proposal set status = 'EXPIRED' where call_id = ? and status = 'RECEIVED'")
                .param(delivered.id())
                .update();
        jdbc.sql("update proposal set late_since = null where call_id = ?")
                .param(delivered.id())
                .update();

        Tally second = counts.tally(delivered.id());
        assertThat(second.received()).isEqualTo(2);
        assertThat(second.late()).isZero();
        assertThat(second.in(ProposalStatus.SPLIT)).isEqualTo(1);
        assertThat(second.published()).isEqualTo(1);
    }

    @Test
    void agreesWithTheProposalsWhateverBecomesOfThemAndHoweverOftenItIsAddedUp() {
        Consultation consultation = examples.delivered("Mainīgā programma");
        UUID whole = examples.proposal(consultation, "SCREENED", "Veselais", null);
        UUID changing = examples.proposal(consultation, "RECEIVED", "Mainīgais", null);
        for (String status : STATUSES) {
            for (boolean part : new boolean[] {false, true}) {
                for (boolean aside : new boolean[] {true, false}) {
                    jdbc.sql("""
                            update proposal set status = :status, split_from = case when :part then :whole end,
                                set_aside_at = case when :aside then now() end,
                                late_since = case when :aside then current_date end,
                                outcome = case when :part then 'NOTED' end
                            where id = :id""")
                            .param("status", status)
                            .param("part", part)
                            .param("whole", whole)
                            .param("aside", aside)
                            .param("id", changing)
                            .update();
                    assertThat(counted(consultation.id())).isEqualTo(real(consultation.id()));
                }
            }
        }
        assertThat(rows(consultation.id())).isGreaterThan(70);
        for (int i = 0; i < 40; i++) {
            jdbc.sql("update proposal set status = ? where id = ?")
                    .params(i % 2 == 0 ? "RECEIVED" : "DECLINED", changing)
                    .update();
        }
        counts.addUp();

        assertThat(rows(consultation.id())).isEqualTo(2);
        assertThat(counted(consultation.id())).isEqualTo(real(consultation.id()));
    }

    @Test
    void tellsTheTotalsOfLists() {
        Consultation consultation = examples.delivered("Uzskaitāmā programma");
        for (int i = 0; i < 3; i++) {
            examples.proposal(consultation, "FORWARDED", "Kavētais " + i, null);
            examples.proposal(consultation, "ANSWERED", "Atbildētais " + i, "NOTED");
        }
        UUID merged = examples.proposal(consultation, "MERGED", "Apvienotais", null);
        UUID part = examples.proposal(consultation, "MERGED", "Apvienotā daļa", null);
        jdbc.sql("update proposal set split_from = ? where id = ?")
                .params(merged, part)
                .update();

        assertThat(total(consultation, null, false)).isEqualTo(8);
        assertThat(total(consultation, ProposalStatus.ANSWERED, false)).isEqualTo(3);
        assertThat(total(consultation, ProposalStatus.MERGED, false)).isEqualTo(2);
        assertThat(total(consultation, null, true)).isEqualTo(3);
        assertThat(counts.tally(consultation.id()).merged()).isEqualTo(1);
        long all = jdbc.sql("select count(*) from proposal where status not in ('UNCONFIRMED', 'EXPIRED')"
                        + " and 'PREILI' = any (owners)")
                .query(Long.class)
                .single();
        assertThat(rows.list("PREILI", ProposalFilter.ALL, PageRequest.of(0, 1)).getTotalElements())
                .isEqualTo(all);
    }

    private long total(Consultation consultation, @Nullable ProposalStatus status, boolean late) {
        var filter = new ProposalFilter(null, consultation.id(), null, null, status, null, late);
        return rows.list("PREILI", filter, PageRequest.of(0, 1)).getTotalElements();
    }

    @Test
    void putsRightWhatIsWrong() {
        Consultation consultation = examples.delivered("Kļūdainā programma");
        examples.proposal(consultation, "SCREENED", "Viens", null);
        counts.check();
        jdbc.sql("update proposal_count set n = 7 where call_id = ?")
                .param(consultation.id())
                .update();
        jdbc.sql("insert into proposal_count values (?, '{PREILI}', 'PUBLISHED', 'ACCEPTED', false, false, false, 3)")
                .param(consultation.id())
                .update();

        assertThat(counts.check()).isEqualTo(2);

        assertThat(counts.tally(consultation.id()).received()).isEqualTo(1);
        assertThat(counts.tally(consultation.id()).with(Outcome.ACCEPTED)).isZero();
        assertThat(counts.check()).isZero();
    }

    private long rows(UUID callId) {
        return jdbc.sql("select count(*) from proposal_count where call_id = ?")
                .param(callId)
                .query(Long.class)
                .single();
    }

    private String counted(UUID callId) {
        return sums(
                "select status, outcome, late, set_aside, part, sum(n) as n from proposal_count where call_id = ?"
                        + " group by status, outcome, late, set_aside, part having sum(n) <> 0",
                callId);
    }

    private String real(UUID callId) {
        return sums(
                "select status, outcome, late, set_aside, part, count(*) as n from proposal_counted where call_id = ?"
                        + " group by status, outcome, late, set_aside, part",
                callId);
    }

    private String sums(String query, UUID callId) {
        return jdbc.sql("select coalesce(string_agg(x::text, ' ' order by x::text), '') from (" + query + ") x")
                .param(callId)
                .query(String.class)
                .single();
    }
}
