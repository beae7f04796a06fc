package lv.varu.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import lv.varu.Varu;
import lv.varu.account.AccountDesk;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.audit.CaseKey;
import lv.varu.directory.Topic;
import lv.varu.proposal.Call;
import lv.varu.proposal.CallSource;
import lv.varu.proposal.IntakeChannel;
import lv.varu.proposal.JointIntake;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.ProposalDesk;
import lv.varu.proposal.Reference;
import lv.varu.proposal.Reply;
import lv.varu.proposal.Submission;
import lv.varu.proposal.Submitter;
import lv.varu.proposal.answer.AnswerDesk;
import lv.varu.task.OpenTasks;
import lv.varu.task.TaskDesk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole program: the same use cases that its pages call, with the trail, the task table and the letters. */
final class VaruContender implements Contender {
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");
    private static final String PASSWORD = "mērāmais-laiks";
    private static final int ANSWER_LINKS = 64;
    private static final Pattern CONFIRMATION = Pattern.compile("/priekslikums/apstiprinat/([A-Za-z0-9_-]+)");

    private final ConfigurableApplicationContext context;
    private final JointIntake intake;
    private final ProposalDesk proposals;
    private final TaskDesk tasks;
    private final AnswerDesk answers;
    private final OpenTasks list;
    private final DataSource letters;
    private final AtomicInteger number = new AtomicInteger();
    private final List<String> links = new ArrayList<>();
    private final Person staff;
    private final Call call = StandingCall.CALL;

    VaruContender(Database database) {
        letters = database.pool();
        context = new SpringApplicationBuilder(Varu.class)
                .initializers((GenericApplicationContext beans) -> {
                    beans.registerBean(Statements.class);
                    beans.registerBean(StandingCall.class);
                })
                .run(
                        "--spring.datasource.url=" + database.url() + "&reWriteBatchedInserts=true",
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password(),
                        "--spring.datasource.hikari.maximum-pool-size=" + Database.POOL,
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--varu.mail.poll-every=12h",
                        "--varu.limits.forms.requests=1000000000",
                        "--varu.limits.submissions.requests=1000000000",
                        "--varu.limits.queries.requests=1000000000",
                        "--varu.proposal.per-address=1000000000",
                        "--logging.level.root=warn");
        intake = context.getBean(JointIntake.class);
        proposals = context.getBean(ProposalDesk.class);
        tasks = context.getBean(TaskDesk.class);
        answers = context.getBean(AnswerDesk.class);
        list = new OpenTasks(context);
        staff = transaction(() -> context.getBean(AccountDesk.class)
                .open(
                        "Ilze Mērītāja",
                        "ilze" + UUID.randomUUID() + "@example.org",
                        PASSWORD,
                        Role.STAFF,
                        "PREILI",
                        LATVIAN));
        prepareAnswers(database);
    }

    private <T> T transaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(
                context.getBean(TransactionTemplate.class).execute(status -> work.get()));
    }

    /** Each letter to the municipality carries a link of its own, so two answers never use the same. */
    private void prepareAnswers(Database database) {
        UUID contact = UUID.randomUUID();
        database.execute(
                "insert into municipal_contact (id, version, municipality, department, name, email, phone, language,"
                        + " topics, manager_id, active, search_text, changed_at) values ('" + contact
                        + "', 0, 'PREILI', 'ROADS_AND_UTILITIES', 'Aa Ābele', 'celi@preili.example', null, 'lv',"
                        + " '{ROADS}', null, true, '', now())");
        transaction(() -> {
            for (int i = 0; i < ANSWER_LINKS; i++) {
                links.add(context.getBean(Links.class)
                        .issue(
                                Link.Purpose.ANSWER_PROPOSALS,
                                call.id().toString(),
                                contact.toString(),
                                Instant.now().plus(Duration.ofDays(1))));
            }
            return links;
        });
    }

    @Override
    public UUID start() {
        var submission = new Submission(
                call.code(),
                IntakeChannel.PORTAL,
                LATVIAN,
                "Gājēju pāreja pie skolas " + number.incrementAndGet(),
                Texts.text(number.get()),
                Topic.ROADS,
                "PREILI",
                null,
                null,
                null,
                new Submitter(
                        "Anna Bērziņa", "anna" + number.get() + "@example.org", null, "Skolas iela 1", null, false),
                true,
                true,
                List.of(),
                null);
        return intake.submit(submission, UUID.randomUUID().toString(), Reference.NONE)
                .proposalId();
    }

    @Override
    public void confirm(UUID id) {
        proposals.confirm(token(id));
    }

    /** The author reads their letter. */
    private String token(UUID id) {
        try (var connection = letters.getConnection();
                var query = connection.prepareStatement("select parts from mail_letter where about = ?")) {
            query.setString(1, CaseKey.of(Course.KEY, id).toString());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var found = CONFIRMATION.matcher(rows.getString(1));
                    if (found.find()) {
                        return found.group(1);
                    }
                }
            }
            throw new IllegalStateException("no letter");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void screen(UUID id) {
        Acting.as(Actor.account(staff.id()), null, () -> {
            var task = tasks.open(CaseKey.of(Course.KEY, id)).get(0);
            tasks.complete(task.id(), Map.of("topic", "ROADS", "municipality", "PREILI", "decision", "FORWARD"), staff);
        });
    }

    /** Not a promise, which would begin a process of its own that the others do not have. */
    @Override
    public void answer(UUID id) {
        String link = links.get(Math.floorMod(id.hashCode(), links.size()));
        answers.send(link, Map.of(id, new Reply(Outcome.NOTED, null, "Ceļu izbūvi plānosim nākamajā periodā.")));
    }

    @Override
    public void list(int group) {
        String partnership = "P" + group % Course.GROUPS;
        list.read(new Person(staff.id(), staff.name(), staff.email(), Role.STAFF, partnership, LATVIAN));
    }

    @Override
    public void timers(boolean running) {
        var executor = ((ProcessEngineConfigurationImpl)
                        context.getBean(ProcessEngine.class).getProcessEngineConfiguration())
                .getJobExecutor();
        if (running) {
            executor.start();
        } else {
            executor.shutdown();
        }
    }

    @Override
    public int port() {
        return Programs.port(context);
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new HashMap<>();
        facts.put("call", call.code());
        facts.put("email", staff.email());
        facts.put("password", PASSWORD);
        return facts;
    }

    @Override
    public void close() {
        context.close();
    }

    /** A call without end, so that an answered proposal is published at once. */
    static final class StandingCall implements CallSource {
        private static final Call CALL = new Call(
                UUID.fromString("00000000-0000-4000-8000-00000000be4c"),
                "M-BENCH",
                "Priekšlikumu kastīte",
                null,
                true,
                Instant.now().minus(Duration.ofDays(3)),
                null,
                null,
                List.of("PREILI", "LIVANI"),
                List.of(),
                List.of("PREILI"),
                null,
                null,
                "OTHER",
                true,
                false,
                false);

        @Override
        public Optional<Call> find(String code) {
            return Optional.of(CALL).filter(call -> call.code().equals(code));
        }

        @Override
        public Optional<Call> find(UUID id) {
            return Optional.of(CALL).filter(call -> call.id().equals(id));
        }

        @Override
        public Map<UUID, Call> find(Collection<UUID> ids) {
            return ids.contains(CALL.id()) ? Map.of(CALL.id(), CALL) : Map.of();
        }

        @Override
        public void hold(UUID id) {
            // It never closes.
        }
    }
}
