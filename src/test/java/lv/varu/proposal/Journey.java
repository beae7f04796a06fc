package lv.varu.proposal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.calendar.Riga;
import lv.varu.directory.ContactDetails;
import lv.varu.directory.Department;
import lv.varu.directory.DirectoryDesk;
import lv.varu.directory.Topic;
import lv.varu.proposal.answer.AnswerDesk;
import lv.varu.proposal.author.ClarificationDesk;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes proposals along their way, as far as a test needs. */
@Component
public class Journey {
    static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private final ProposalExamples examples;
    private final JdbcClient jdbc;
    private final Calls calls;
    private final IntakeDesk intake;
    private final ProposalDesk desk;
    private final ProposalBook book;
    private final AnswerDesk answers;
    private final ClarificationDesk clarifications;
    private final Links links;
    private final DirectoryDesk directory;
    private final TaskService tasks;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private int contacts;

    Journey(
            ProposalExamples examples,
            JdbcClient jdbc,
            Calls calls,
            IntakeDesk intake,
            ProposalDesk desk,
            ProposalBook book,
            AnswerDesk answers,
            ClarificationDesk clarifications,
            Links links,
            DirectoryDesk directory,
            TaskService tasks,
            TransactionTemplate transaction,
            Clock clock) {
        this.examples = examples;
        this.jdbc = jdbc;
        this.calls = calls;
        this.intake = intake;
        this.desk = desk;
        this.book = book;
        this.answers = answers;
        this.clarifications = clarifications;
        this.links = links;
        this.directory = directory;
        this.tasks = tasks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Open for some days still. */
    public Call open(String... municipalities) {
        return of(examples.open(), municipalities);
    }

    Call coming(String... municipalities) {
        LocalDate today = Riga.today(clock);
        return of(examples.call("ANNOUNCED", today.plusDays(3), today.plusDays(30)), municipalities);
    }

    private Call of(Call call, String... municipalities) {
        jdbc.sql("update consultation set hosts = ? where id = ?")
                .params(municipalities, call.id())
                .update();
        return calls.find(call.id()).orElseThrow();
    }

    /** Ends the window yesterday. */
    public Call close(Call call) {
        jdbc.sql("update consultation set status = 'CLOSED', opens_on = :day - 9, closes_on = :day where id = :id")
                .param("day", Riga.today(clock).minusDays(1))
                .param("id", call.id())
                .update();
        return calls.find(call.id()).orElseThrow();
    }

    public Receipt submitted(Call call, String title) {
        return submitted(call, title, List.of());
    }

    public Receipt submitted(Call call, String title, List<Submission.Upload> files) {
        return intake.submit(
                new Submission(
                        call.code(),
                        IntakeChannel.PORTAL,
                        LATVIAN,
                        title,
                        "Vakaros skolēni no autobusa uz mājām iet pa tumsu.\nLūdzam divas laternas pie pieturas.",
                        Topic.ROADS,
                        "PREILI",
                        "PREILI-AGLONA",
                        "Stabus uzstādīsim paši.",
                        null,
                        new Submitter(
                                "Anna Ozoliņa",
                                "anna@epasts.example",
                                null,
                                "Skolas iela 1, Aglona",
                                "Biedrība „Aglonas sētas”",
                                true),
                        true,
                        true,
                        files,
                        null),
                UUID.randomUUID().toString());
    }

    public Receipt confirmed(Call call, String title) {
        return confirmed(submitted(call, title));
    }

    public Receipt confirmed(Receipt receipt) {
        desk.confirm(confirmToken(receipt));
        return receipt;
    }

    public Receipt screened(Call call, String title) {
        return screened(confirmed(call, title), null);
    }

    public Receipt screened(Receipt receipt, @Nullable String declineReason) {
        screened(receipt.proposalId(), declineReason);
        return receipt;
    }

    public void screened(UUID id) {
        screened(id, null);
    }

    private void screened(UUID id, @Nullable String declineReason) {
        transaction.executeWithoutResult(status -> {
            desk.screen(
                    id,
                    new Screening(Topic.ROADS, "PREILI", "PREILI-AGLONA", Asset.MUNICIPAL, declineReason),
                    UUID.randomUUID());
            var task = tasks.createTaskQuery()
                    .processInstanceBusinessKey(id.toString())
                    .singleResult();
            tasks.complete(task.getId(), Map.of("declined", declineReason != null, "clarify", false));
        });
    }

    public Receipt asked(Receipt receipt, String question) {
        UUID id = receipt.proposalId();
        transaction.executeWithoutResult(status -> {
            clarifications.ask(
                    id,
                    new Screening(Topic.ROADS, "PREILI", "PREILI-AGLONA", Asset.MUNICIPAL, null),
                    question,
                    UUID.randomUUID());
            var task = tasks.createTaskQuery()
                    .processInstanceBusinessKey(id.toString())
                    .singleResult();
            tasks.complete(task.getId(), Map.of("clarify", true));
        });
        return receipt;
    }

    public void forwarded(Call call, Map<UUID, String> leftOut) {
        transaction.executeWithoutResult(status -> book.forwardSome(call.id(), leftOut));
    }

    public void answered(Call call, UUID contact, Map<UUID, Reply> replies) {
        answers.send(answerToken(call, contact), replies);
    }

    public void answer(String token, Map<UUID, Reply> replies) {
        answers.send(token, replies);
    }

    public void published(Call call) {
        transaction.executeWithoutResult(status -> book.publishSome(call.id()));
    }

    /** Somebody who answers for roads in Preiļi. Among equals the name decides, so the newest gets what comes next. */
    public UUID contact() {
        return directory.addContact(new ContactDetails(
                "PREILI",
                Department.ROADS_AND_UTILITIES,
                "Aa%05d Ābele".formatted(99_999 - contacts++),
                "ceļu inženiere",
                "abele" + UUID.randomUUID() + "@preili.example",
                null,
                Set.of(Topic.ROADS),
                null,
                LATVIAN));
    }

    public String confirmToken(Receipt receipt) {
        return link(Link.Purpose.CONFIRM_PROPOSAL, receipt.proposalId().toString(), "proposal");
    }

    public String answerToken(Call call, UUID contact) {
        return link(Link.Purpose.ANSWER_PROPOSALS, call.id().toString(), contact.toString());
    }

    public String link(Link.Purpose purpose, String subject, String holder) {
        return in(() -> links.issue(purpose, subject, holder, clock.instant().plus(Duration.ofDays(1))));
    }

    public <T> T in(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
