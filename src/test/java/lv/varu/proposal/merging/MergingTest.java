package lv.varu.proposal.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.account.Link;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.account.SignedIn;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.proposal.Call;
import lv.varu.proposal.IntakeDesk;
import lv.varu.proposal.Journey;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalDesk;
import lv.varu.proposal.ProposalExamples;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Reply;
import lv.varu.proposal.Submitter;
import lv.varu.proposal.Tally;
import lv.varu.proposal.author.WithdrawalDesk;
import lv.varu.task.TaskDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** One proposal speaks for others that say the same, until somebody undoes it. */
@VaruTest
class MergingTest {
    private static final Person ELSEWHERE = new Person(
            UUID.fromString("00000000-0000-4000-8000-000000000009"),
            "Jānis Kaimiņš",
            "janis@example.org",
            Role.STAFF,
            "KAIMINI",
            Locale.forLanguageTag("lv"));

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
    MergingDesk merging;

    @Autowired
    ProposalBook book;

    @Autowired
    WithdrawalDesk withdrawals;

    @Autowired
    TaskDesk tasks;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void tellsEveryMergedAuthorTheOneAnswerAndCountsItOnce() throws Exception {
        Call call = journey.open("LIVANI");
        examples.contact();
        UUID target = screened(call, "anna@example.org");
        UUID other = screened(call, "berta@example.org");
        UUID unread = received(call, "karlis@example.org");

        merging.merge(target, List.of(other, unread), "Visi lūdz vienu un to pašu pāreju.", ProposalExamples.ILZE);

        assertThat(view(other).status()).isEqualTo(ProposalStatus.MERGED);
        assertThat(view(target).supporters()).isEqualTo(2);
        assertThat(tasks.open(Proposal.keyOf(unread))).isEmpty();
        assertThat(book.isScreened(call.id())).isTrue();
        assertThat(book.of(call.id(), List.of(ProposalStatus.SCREENED)))
                .extracting(ProposalView::id)
                .containsExactly(target);
        Tally tally = tally(call);
        assertThat(tally.received()).isEqualTo(3);
        assertThat(tally.published()).isEqualTo(1);
        assertThat(book.submitters(call.id())).isEqualTo(3);
        assertThat(examples.texts("proposal:" + other))
                .anySatisfy(text -> assertThat(text).contains("apvienoja", "Visi lūdz vienu un to pašu pāreju."));

        String list = "/apspriesanas/" + call.code() + "/priekslikumi";
        mvc.perform(get(list))
                .andExpect(content().string(containsString(view(target).receipt())))
                .andExpect(content().string(not(containsString(view(other).receipt()))));
        shows(list + "/" + view(other).receipt(), "Apvienots ar citu priekšlikumu", "Bērni katru rītu");
        shows(list + "/" + view(target).receipt(), "Apvienots ar 2 citiem", "Atbalsta 2 cilvēki");

        journey.close(call);
        journey.forwarded(call, Map.of());
        String token = examples.token("consultation:" + call.id(), "/atbilde/");
        journey.answer(token, Map.of(target, new Reply(Outcome.NOTED, null, "Izskatīsim.")));
        journey.published(call);
        for (UUID merged : List.of(other, unread)) {
            assertThat(examples.letters("proposal:" + merged)).contains("proposal.support.letter.published");
            assertThat(examples.texts("proposal:" + merged))
                    .anySatisfy(text -> assertThat(text).contains("kuram pievienots Jūsu priekšlikums", "Izskatīsim."));
        }
        String own = examples.token("proposal:" + other, "/priekslikums/");
        shows(
                "/priekslikums/" + own,
                "Jūsu priekšlikums ir apvienots ar citu",
                view(target).title());
        assertThat(tally(call).with(Outcome.NOTED)).isEqualTo(1);
    }

    @Test
    void undoesToWhereEachStoodWithTrailAndLetters() throws Exception {
        Call call = journey.open("LIVANI");
        UUID target = screened(call, "anna@example.org");
        UUID screened = screened(call, "berta@example.org");
        UUID received = received(call, "karlis@example.org");
        merging.merge(target, List.of(screened, received), "Par to pašu.", ProposalExamples.ILZE);

        String page = "/darbs/priekslikumi/" + received;
        mvc.perform(get(page).with(as(ProposalExamples.ILZE)))
                .andExpect(content().string(containsString("Atcelt apvienošanu")))
                .andExpect(content().string(containsString("Par to pašu.")));
        mvc.perform(get(page + "/atvienot").with(as(ProposalExamples.ILZE))).andExpect(status().isOk());
        mvc.perform(post(page + "/atvienot").with(as(ProposalExamples.ILZE)).with(csrf()))
                .andExpect(flash().attribute("flash", "Apvienošana ir atcelta."));
        merging.undo(screened, ProposalExamples.ILZE);

        assertThat(view(received).status()).isEqualTo(ProposalStatus.RECEIVED);
        assertThat(tasks.open(Proposal.keyOf(received)))
                .singleElement()
                .satisfies(task -> assertThat(task.taskKey()).isEqualTo("screen"));
        assertThat(view(screened).status()).isEqualTo(ProposalStatus.SCREENED);
        assertThat(view(screened).nextOn()).isEqualTo(call.closesOn());
        assertThat(view(target).supporters()).isZero();
        assertThat(actions(received)).contains("proposal.merged", "proposal.unmerged");
        assertThat(actions(target)).contains("proposal.mergedHere", "proposal.unmergedHere");
        assertThat(examples.letters("proposal:" + received))
                .contains("proposal.merge.letter.merged", "proposal.merge.letter.unmerged");
        assertThatExceptionOfType(Proposal.OutOfTurn.class)
                .isThrownBy(() -> merging.undo(received, ProposalExamples.ILZE));
    }

    @Test
    void cannotBeUndoneOnceThePositionHasGone() throws Exception {
        Call call = journey.open("LIVANI");
        examples.contact();
        UUID target = screened(call, "anna@example.org");
        UUID other = screened(call, "berta@example.org");
        merging.merge(target, List.of(other), "Par to pašu.", ProposalExamples.ILZE);
        journey.close(call);
        journey.forwarded(call, Map.of());
        assertThatExceptionOfType(Proposal.OutOfTurn.class)
                .isThrownBy(() -> merging.undo(other, ProposalExamples.ILZE));
        mvc.perform(get("/darbs/priekslikumi/" + other + "/atvienot").with(as(ProposalExamples.ILZE)))
                .andExpect(content().string(containsString("Apvienošanu vairs atcelt nevar")));
        assertThatExceptionOfType(Proposal.OutOfTurn.class)
                .isThrownBy(() -> merging.merge(target, List.of(other), "Vēlreiz.", ProposalExamples.ILZE));
    }

    @Test
    void mergesManyLettersOfACampaignAtOnce() throws Exception {
        Call call = journey.open("LIVANI");
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(received(call, "kampana" + i + "@example.org"));
        }
        String ids =
                "?id=" + String.join("&id=", all.stream().map(UUID::toString).toList());
        mvc.perform(get("/darbs/priekslikumi/apvienot" + ids).with(as(ProposalExamples.ILZE)))
                .andExpect(content().string(containsString("Šis runā par visiem")))
                .andExpect(content()
                        .string(containsString(
                                "Tas pats teksts, kas " + view(all.get(0)).number() + ". priekšlikumā.")));
        var request = post("/darbs/priekslikumi/apvienot")
                .with(as(ProposalExamples.ILZE))
                .with(csrf())
                .param("id", all.stream().map(UUID::toString).toArray(String[]::new));
        mvc.perform(request)
                .andExpect(content().string(containsString("Uzrakstiet, kāpēc priekšlikumi saka to pašu.")));
        mvc.perform(request.param("target", all.get(0).toString()).param("reason", "Kampaņas vēstules."))
                .andExpect(redirectedUrl("/darbs/priekslikumi/" + all.get(0)));
        assertThat(view(all.get(0)).supporters()).isEqualTo(11);
        assertThat(all.subList(1, 12))
                .allSatisfy(id -> assertThat(view(id).status()).isEqualTo(ProposalStatus.MERGED));
    }

    @Test
    void letsStaffOfThePartnershipAlone() throws Exception {
        Call call = journey.open("LIVANI");
        UUID target = screened(call, "anna@example.org");
        UUID other = screened(call, "berta@example.org");
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> merging.merge(target, List.of(other), "Tāpat vien.", ELSEWHERE));
        mvc.perform(get("/darbs/priekslikumi/apvienot?id=" + target).with(as(ELSEWHERE)))
                .andExpect(status().isForbidden());
    }

    @Test
    void letsTwoProposalsNotBeMergedIntoEachOther() throws Exception {
        Call call = journey.open("LIVANI");
        UUID one = received(call, "anna@example.org");
        UUID other = received(call, "berta@example.org");
        CompletableFuture<Void> meanwhile = transaction.execute(status -> {
            merging.merge(one, List.of(other), "Par to pašu.", ProposalExamples.ILZE);
            CompletableFuture<Void> second = CompletableFuture.runAsync(
                    () -> merging.merge(other, List.of(one), "Par to pašu.", ProposalExamples.ILZE));
            await().until(() -> jdbc.sql("select count(*) from pg_locks where not granted")
                            .query(Long.class)
                            .single()
                    > 0);
            return second;
        });

        assertThat(meanwhile)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withCauseInstanceOf(Proposal.OutOfTurn.class);
        assertThat(view(one).status()).isEqualTo(ProposalStatus.RECEIVED);
    }

    @Test
    void refusesProposalsOfOtherConsultations() {
        UUID target = screened(journey.open("LIVANI"), "anna@example.org");
        UUID foreign = screened(journey.open("LIVANI"), "berta@example.org");
        assertThatExceptionOfType(Proposal.OutOfTurn.class)
                .isThrownBy(() -> merging.merge(target, List.of(foreign), "Par to pašu.", ProposalExamples.ILZE));
    }

    @Test
    void keepsTheOthersWhenTheOneThatSpeaksForThemIsWithdrawn() {
        Call call = journey.open("LIVANI");
        UUID target = screened(call, "anna@example.org");
        UUID other = screened(call, "berta@example.org");
        merging.merge(target, List.of(other), "Par to pašu.", ProposalExamples.ILZE);
        withdrawals.withdraw(tracking(target), null);
        assertThat(view(target).status()).isEqualTo(ProposalStatus.WITHDRAWN);
        assertThat(view(other).status()).isEqualTo(ProposalStatus.SCREENED);
    }

    @Test
    void writesNoMoreToAMergedAuthorWhoWantsSilence() throws Exception {
        Call call = journey.open("LIVANI");
        UUID target = received(call, "anna@example.org");
        UUID other = received(call, "berta@example.org");
        merging.merge(target, List.of(other), "Par to pašu.", ProposalExamples.ILZE);
        String page = "/priekslikums/" + tracking(other);
        shows(page, "Vairs nesūtīt man vēstules");
        mvc.perform(post(page + "/klusums").with(csrf()))
                .andExpect(flash().attribute("flash", "Par šo priekšlikumu Jums vairs nerakstīsim."));
        shows(page, "Vēstules par šo priekšlikumu ir pārtrauktas.");
        int before = examples.letters("proposal:" + other).size();
        journey.in(() -> {
            book.tellFollowers(target, "proposal.support.letter.leftOut", Map.of("reason", "Nē."));
            return true;
        });
        assertThat(examples.letters("proposal:" + other)).hasSize(before);
    }

    @Test
    void readsManyMergedOnesWithAsManyStatementsAsOne() throws Exception {
        Call call = journey.open("LIVANI");
        UUID target = screened(call, "anna@example.org");
        UUID first = received(call, "pirmais@example.org");
        merging.merge(target, List.of(first), "Par to pašu.", ProposalExamples.ILZE);
        String page =
                "/apspriesanas/" + call.code() + "/priekslikumi/" + view(target).receipt();
        shows(page, "Apvienots ar 1 citu");
        long one = Statements.of(() -> shows(page, "Apvienots ar 1 citu"));
        for (int i = 0; i < 4; i++) {
            UUID next = received(call, "nakamais" + i + "@example.org");
            merging.merge(target, List.of(next), "Par to pašu.", ProposalExamples.ILZE);
        }
        assertThat(Statements.of(() -> shows(page, "Apvienots ar 5 citiem"))).isEqualTo(one);
    }

    private UUID received(Call call, String email) {
        Submitter submitter = new Submitter("Anna Bērziņa", email, null, "Skolas iela 1", null, false);
        UUID id = intakeDesk
                .submit(ProposalExamples.submission(call, submitter), ProposalExamples.key())
                .proposalId();
        desk.confirm(examples.token("proposal:" + id, "/apstiprinat/"));
        return id;
    }

    private UUID screened(Call call, String email) {
        UUID id = received(call, email);
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

    private void shows(String page, String... texts) throws Exception {
        var shown = mvc.perform(get(page)).andExpect(status().isOk());
        for (String text : texts) {
            shown.andExpect(content().string(containsString(text)));
        }
    }

    private static RequestPostProcessor as(Person person) {
        SignedIn.PersonHolder holder = () -> person;
        return SecurityMockMvcRequestPostProcessors.authentication(new TestingAuthenticationToken(
                holder, "", "ROLE_" + person.role().name()));
    }
}
