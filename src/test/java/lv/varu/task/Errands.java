package lv.varu.task;

import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.account.SignedIn;
import lv.varu.audit.CaseKey;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.validation.Errors;

/** A small feature that has tasks: it stands in for consultation and proposal. */
@Component
class Errands implements CaseTitles, TaskDueDates, TaskBackground, CaseAccess {
    static final String KIND = "errand";

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, String> titles = new ConcurrentHashMap<>();
    private final Map<String, LocalDate> dueDates = new ConcurrentHashMap<>();
    final List<TaskCompleted> completed = new CopyOnWriteArrayList<>();

    Errands(RuntimeService runtime, RepositoryService repository, JdbcClient jdbc, Clock clock) {
        this.runtime = runtime;
        this.repository = repository;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A partnership of its own, so that tests do not see each other's tasks. */
    static String partnership() {
        return "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    CaseKey begin(String partnership, String title, @Nullable LocalDate dueOn) {
        if (repository.createProcessDefinitionQuery().processDefinitionKey(KIND).count() == 0) {
            repository
                    .createDeployment()
                    .addClasspathResource("models/errand.bpmn")
                    .deploy();
        }
        String id = UUID.randomUUID().toString();
        titles.put(id, title);
        if (dueOn != null) {
            dueDates.put(id, dueOn);
        }
        runtime.startProcessInstanceByKey(KIND, id, Map.of("partnership", partnership, "channels", "FACEBOOK,PRESS"));
        return CaseKey.of(KIND, id);
    }

    void moveDueDate(CaseKey key, LocalDate day) {
        dueDates.put(key.id(), day);
    }

    Person staff(String partnership, String name) {
        return person(name, Role.STAFF, partnership);
    }

    Person manager(String partnership, String name) {
        return person(name, Role.MANAGER, partnership);
    }

    Person administrator(String name) {
        return person(name, Role.ADMINISTRATOR, null);
    }

    private Person person(String name, Role role, @Nullable String partnership) {
        UUID id = UUID.randomUUID();
        String email = id + "@errands.example";
        jdbc.sql("insert into account (id, version, name, email, role, partnership, language, created_at)"
                        + " values (?, 0, ?, ?, ?, ?, 'lv', ?)")
                .params(Arrays.asList(id, name, email, role.name(), partnership, Tasks.at(clock.instant())))
                .update();
        return new Person(id, name, email, role, partnership, Locale.forLanguageTag("lv"));
    }

    static RequestPostProcessor as(Person person) {
        SignedIn.PersonHolder holder = () -> person;
        return SecurityMockMvcRequestPostProcessors.authentication(
                new TestingAuthenticationToken(holder, null, "ROLE_" + person.role()));
    }

    @EventListener
    void on(TaskCompleted event) {
        if (event.task().processKey().equals(KIND)) {
            completed.add(event);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String processKey() {
        return KIND;
    }

    @Override
    public String titleOf(String id) {
        return Objects.requireNonNull(titles.get(id));
    }

    @Override
    public Optional<LocalDate> dueOn(String taskKey, CaseKey caseKey, Instant createdAt) {
        return Optional.ofNullable(dueDates.get(caseKey.id()));
    }

    @Override
    public String template() {
        return "errand/background";
    }

    @Override
    public Map<String, ?> model(OpenTask task) {
        return Map.of("text", "Bērni uz skolu iet pa ceļa malu.");
    }

    @Override
    public boolean mayRead(Person person, CaseKey key) {
        return "T-READER".equals(person.partnership());
    }

    record Publication(@NotBlank String link, int reach) {}

    /** The screen of the repeated task. */
    @Component
    static class PublishScreen implements TaskScreen<Publication> {
        final List<Publication> done = new CopyOnWriteArrayList<>();

        @Override
        public String formKey() {
            return "errand/publish";
        }

        @Override
        public String template() {
            return "errand/publish";
        }

        @Override
        public Publication form(OpenTask task) {
            return new Publication("", 0);
        }

        @Override
        public Map<String, ?> model(OpenTask task) {
            return Map.of("channel", String.valueOf(task.detail()));
        }

        @Override
        public void check(OpenTask task, Publication form, Errors errors) {
            if (form.reach() < 0) {
                errors.rejectValue("reach", "task.error.number");
            }
        }

        @Override
        public Map<String, @Nullable Object> complete(OpenTask task, Publication form, Person by) {
            done.add(form);
            return Map.of();
        }
    }
}
