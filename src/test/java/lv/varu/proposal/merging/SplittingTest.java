package lv.varu.proposal.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.Link;
import lv.varu.account.Person;
import lv.varu.account.SignedIn;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.directory.Topic;
import lv.varu.document.Documents;
import lv.varu.proposal.Call;
import lv.varu.proposal.IntakeDesk;
import lv.varu.proposal.Journey;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalDesk;
import lv.varu.proposal.ProposalExamples;
import lv.varu.proposal.ProposalRows;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Reply;
import lv.varu.proposal.Submission;
import lv.varu.proposal.Tally;
import lv.varu.proposal.author.WithdrawalDesk;
import lv.varu.task.TaskDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A proposal goes its way in parts, and its author gets one answer. */
@VaruTest
class SplittingTest {
    private static final SplittingDesk.Part CROSSING =
            new SplittingDesk.Part("Gājēju pāreja", "Vajag pāreju pie skolas.", Topic.ROADS, "LIVANI", null);
    private static final SplittingDesk.Part BUS =
            new SplittingDesk.Part("Autobuss", "Vajag autobusu uz Preiļiem.", Topic.ROADS, "PREILI", null);

    @Autowired
    MockMvc mvc;

    @Autowired
    Journey journey;

    @Autowired
    ProposalExamples examples;

    @Autowired
    IntakeDesk intakeDesk;

    @Autowired
    ProposalDesk desk;

    @Autowired
    SplittingDesk splitting;

    @Autowired
    MergingDesk merging;

    @Autowired
    WithdrawalDesk withdrawals;

    @Autowired
    ProposalBook book;

    @Autowired
    ProposalRows rows;

    @Autowired
    Documents documents;

    @Autowired
    TaskDesk tasks;

    @Autowired
    Trail trail;

    @Test
    void answersEachPartByItselfAndTheAuthorOnce() throws Exception {
        Call call = journey.open("LIVANI", "PREILI");
        examples.contact();
        UUID preili = journey.contact();
        UUID whole = screened(call);

        splitting.split(whole, List.of(CROSSING, BUS), ProposalExamples.ILZE);

        List<ProposalView> parts = rows.partsOf(whole, false);
        assertThat(parts).extracting(ProposalView::status).containsOnly(ProposalStatus.SCREENED);
        assertThat(parts).extracting(ProposalView::submitterName).containsOnly("Anna Bērziņa");
        assertThat(view(whole).status()).isEqualTo(ProposalStatus.SPLIT);
        assertThat(documents.of(Proposal.keyOf(parts.get(1).id()))).hasSize(1);
        Tally tally = tally(call);
        assertThat(tally.received()).isEqualTo(1);
        assertThat(tally.published()).isEqualTo(2);

        journey.close(call);
        journey.forwarded(call, Map.of());
        UUID livani = parts.get(0).id();
        UUID bus = parts.get(1).id();
        journey.answered(
                call,
                Objects.requireNonNull(view(livani).contactId()),
                Map.of(livani, new Reply(Outcome.ACCEPTED, null, null)));
        String follow = "/priekslikums/" + tracking(whole);
        mvc.perform(get(follow))
                .andExpect(content().string(containsString("1. daļa: Gājēju pāreja")))
                .andExpect(content().string(containsString("Vajag autobusu uz Preiļiem.")));
        assertThat(view(bus).contactId()).isEqualTo(preili);
        journey.answered(call, preili, Map.of(bus, new Reply(Outcome.REJECTED, null, "Nav pasažieru.")));
        assertThat(view(whole).status()).isEqualTo(ProposalStatus.SPLIT);
        assertThat(book.unanswered(call.id())).isZero();
        journey.published(call);

        assertThat(view(whole).status()).isEqualTo(ProposalStatus.PUBLISHED);
        assertThat(examples.letters("proposal:" + whole))
                .containsExactly(
                        "proposal.letter.confirm",
                        "proposal.letter.receipt",
                        "proposal.split.letter.split",
                        "proposal.letter.combined");
        assertThat(examples.letters("proposal:" + bus)).isEmpty();
        assertThat(examples.texts("proposal:" + whole))
                .anySatisfy(text -> assertThat(text)
                        .contains("Gājēju pāreja (Līvānu novads): Ņemts vērā", "Noraidīts. Nav pasažieru."));
        mvc.perform(get(follow)).andExpect(content().string(containsString("Nav pasažieru.")));
        String list = "/apspriesanas/" + call.code() + "/priekslikumi";
        mvc.perform(get(list + "/" + view(whole).receipt()))
                .andExpect(content().string(containsString("Nav pasažieru.")))
                .andExpect(content().string(containsString("id=\"dala-2\"")));
        mvc.perform(get(list + "/" + view(bus).receipt()))
                .andExpect(redirectedUrl(list + "/" + view(whole).receipt() + "#dala-2"));
        mvc.perform(get(list))
                .andExpect(content().string(containsString("2 priekšlikumi")))
                .andExpect(content().string(not(containsString(view(whole).receipt()))));
        assertThat(tally(call).received()).isEqualTo(1);
        assertThat(tally(call).in(ProposalStatus.PUBLISHED)).isEqualTo(2);
        assertThat(actions(whole)).contains("proposal.split", "proposal.publishedCombined");
        assertThat(actions(bus)).contains("proposal.partMade", "proposal.answered");
    }

    @Test
    void isPutTogetherAgainWhereItStood() throws Exception {
        Call call = journey.open("LIVANI", "PREILI");
        UUID whole = received(call);
        splitting.split(whole, List.of(CROSSING, BUS), ProposalExamples.ILZE);
        assertThat(tasks.open(Proposal.keyOf(whole))).isEmpty();
        UUID part = rows.partsOf(whole, false).get(0).id();
        String receipt = view(part).receipt();

        String page = "/darbs/priekslikumi/" + whole;
        mvc.perform(get(page).with(as(ProposalExamples.ILZE)))
                .andExpect(content().string(containsString("Atcelt sadalīšanu")));
        mvc.perform(get(page + "/salikt").with(as(ProposalExamples.ILZE))).andExpect(status().isOk());
        mvc.perform(post(page + "/salikt").with(as(ProposalExamples.ILZE)).with(csrf()))
                .andExpect(flash().attribute("flash", "Sadalīšana ir atcelta."));

        assertThat(view(whole).status()).isEqualTo(ProposalStatus.RECEIVED);
        assertThat(tasks.open(Proposal.keyOf(whole))).hasSize(1);
        assertThat(book.of(call.id(), List.of(ProposalStatus.SCREENED))).isEmpty();
        assertThat(tally(call).received()).isEqualTo(1);
        assertThat(view(whole).supporters()).isZero();
        assertThat(documents.of(Proposal.keyOf(part))).isEmpty();
        assertThat(actions(whole)).contains("proposal.split", "proposal.splitUndone");
        assertThat(examples.letters("proposal:" + whole)).contains("proposal.split.letter.undone");
        mvc.perform(get("/apspriesanas/" + call.code() + "/priekslikumi/" + receipt))
                .andExpect(redirectedUrl("/apspriesanas/" + call.code() + "/priekslikumi/"
                        + view(whole).receipt()));

        splitting.split(whole, List.of(CROSSING, BUS, BUS), ProposalExamples.ILZE);
        assertThat(rows.partsOf(whole, false)).hasSize(3);
    }

    @Test
    void isSplitByAFormThatKeepsWhatWasTyped() throws Exception {
        Call call = journey.open("LIVANI", "PREILI");
        UUID whole = screened(call);
        String page = "/darbs/priekslikumi/" + whole + "/sadalit";
        mvc.perform(get(page).with(as(ProposalExamples.ILZE)))
                .andExpect(content().string(containsString("Priekšlikums, kā tas iesniegts")))
                .andExpect(content().string(containsString("5. daļa")));
        mvc.perform(post(page)
                        .with(as(ProposalExamples.ILZE))
                        .with(csrf())
                        .param("parts[0].title", "Tikai viena")
                        .param("parts[0].text", "Teksts")
                        .param("parts[0].topic", "ROADS")
                        .param("parts[0].municipality", "RIGA"))
                .andExpect(content().string(containsString("Tikai viena")))
                .andExpect(content().string(containsString("Izvēlieties pašvaldību.")))
                .andExpect(content().string(containsString("Vajag vismaz divas daļas.")));
        mvc.perform(post(page)
                        .with(as(ProposalExamples.ILZE))
                        .with(csrf())
                        .param("parts[0].title", "Pirmā")
                        .param("parts[0].text", "Teksts")
                        .param("parts[0].topic", "ROADS")
                        .param("parts[0].municipality", "LIVANI")
                        .param("parts[1].title", "Otrā")
                        .param("parts[1].text", "Teksts")
                        .param("parts[1].topic", "ROADS")
                        .param("parts[1].municipality", "PREILI")
                        .param("parts[1].place", "PREILI-AGLONA")
                        .param("parts[2].title", "")
                        .param("parts[2].text", ""))
                .andExpect(redirectedUrl("/darbs/priekslikumi/" + whole));
        assertThat(rows.partsOf(whole, false)).extracting(ProposalView::title).containsExactly("Pirmā", "Otrā");
    }

    @Test
    void cannotBeSplitTwiceOrMergedInPieces() {
        Call call = journey.open("LIVANI", "PREILI");
        UUID whole = screened(call);
        UUID other = screened(call);
        splitting.split(whole, List.of(CROSSING, BUS), ProposalExamples.ILZE);
        UUID part = rows.partsOf(whole, false).get(0).id();
        assertThatExceptionOfType(Proposal.OutOfTurn.class)
                .isThrownBy(() -> splitting.split(part, List.of(CROSSING, BUS), ProposalExamples.ILZE));
        assertThatExceptionOfType(Proposal.OutOfTurn.class)
                .isThrownBy(() -> splitting.split(whole, List.of(CROSSING, BUS), ProposalExamples.ILZE));
        assertThatExceptionOfType(Proposal.OutOfTurn.class)
                .isThrownBy(() -> merging.merge(other, List.of(part), "Tas pats.", ProposalExamples.ILZE));
    }

    @Test
    void isWithdrawnWithAllItsParts() {
        Call call = journey.open("LIVANI", "PREILI");
        UUID whole = screened(call);
        splitting.split(whole, List.of(CROSSING, BUS), ProposalExamples.ILZE);
        withdrawals.withdraw(tracking(whole), "Pārdomāju.");
        assertThat(view(whole).status()).isEqualTo(ProposalStatus.WITHDRAWN);
        assertThat(rows.partsOf(whole, false)).extracting(ProposalView::status).containsOnly(ProposalStatus.WITHDRAWN);
        assertThat(examples.letters("proposal:" + whole))
                .filteredOn("proposal.letter.withdrawn"::equals)
                .hasSize(1);
    }

    private UUID received(Call call) {
        Submission plain = ProposalExamples.submission(call, ProposalExamples.ANNA);
        var file = new Submission.Upload("vieta.txt", "Pie skolas".getBytes(StandardCharsets.UTF_8));
        UUID id = intakeDesk
                .submit(ProposalExamples.with(plain, file), ProposalExamples.key())
                .proposalId();
        desk.confirm(examples.token("proposal:" + id, "/apstiprinat/"));
        return id;
    }

    private UUID screened(Call call) {
        UUID id = received(call);
        tasks.complete(
                tasks.open(Proposal.keyOf(id)).get(0).id(),
                Map.of("decision", "FORWARD", "topic", "ROADS", "municipality", "LIVANI"),
                ProposalExamples.ILZE);
        return id;
    }

    private Tally tally(Call call) {
        return Objects.requireNonNull(book.tallies(List.of(call.id())).get(call.id()));
    }

    private String tracking(UUID id) {
        return journey.link(Link.Purpose.FOLLOW_PROPOSAL, id.toString(), "proposal:" + id);
    }

    private ProposalView view(UUID id) {
        return book.find(id).orElseThrow();
    }

    private List<String> actions(UUID id) {
        return journey
                .in(() -> trail.of(Proposal.keyOf(id), Pageable.ofSize(100)).getContent())
                .stream()
                .map(TrailEntry::action)
                .toList();
    }

    private static RequestPostProcessor as(Person person) {
        SignedIn.PersonHolder holder = () -> person;
        return SecurityMockMvcRequestPostProcessors.authentication(new TestingAuthenticationToken(
                holder, "", "ROLE_" + person.role().name()));
    }
}
