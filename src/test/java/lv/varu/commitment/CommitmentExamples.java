package lv.varu.commitment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.RouteExamples;
import lv.varu.account.AccountExamples;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.consultation.PublicExamples;
import lv.varu.mail.PostedLetters;
import lv.varu.mail.PostedLetters.Posted;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalPublished;
import lv.varu.task.TaskDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Answered proposals with a promise in them, for tests. */
@Component
public class CommitmentExamples implements RouteExamples {
    static final Person ELINA = AccountExamples.staff("PREILI");

    private final PublicExamples consultations;
    private final ProposalBook proposals;
    private final Commitments commitments;
    private final TaskDesk tasks;
    private final PostedLetters letters;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    CommitmentExamples(
            PublicExamples consultations,
            ProposalBook proposals,
            Commitments commitments,
            TaskDesk tasks,
            PostedLetters letters,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.consultations = consultations;
        this.proposals = proposals;
        this.commitments = commitments;
        this.tasks = tasks;
        this.letters = letters;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
    }

    /** A proposal whose answer has just been published; its author reads Latvian, a supporter English. */
    UUID published(String outcome, @Nullable String route, @Nullable UUID contact) {
        UUID proposal = consultations.proposal(
                consultations.answered("Preiļu novada attīstības programma"),
                "PUBLISHED",
                "Apgaismojums Smelteru ciemā " + UUID.randomUUID(),
                outcome);
        jdbc.sql("update proposal set route = :route, contact_id = :contact where id = :id")
                .param("route", route, java.sql.Types.VARCHAR)
                .param("contact", contact, java.sql.Types.OTHER)
                .param("id", proposal)
                .update();
        jdbc.sql("insert into proposal_submitter (proposal_id, name, email, publish_name)"
                        + " values (?, 'Anna Bērziņa', ?, false)")
                .params(proposal, "anna+" + proposal + "@example.org")
                .update();
        jdbc.sql("insert into proposal_supporter (id, proposal_id, name, email, language, publish_name, text_version,"
                        + " asked_at, confirm_by, confirmed_at)"
                        + " values (?, ?, 'John Reader', ?, 'en', false, '1', now(), now(), now())")
                .params(UUID.randomUUID(), proposal, "john+" + proposal + "@example.org")
                .update();
        UUID call = proposals.find(proposal).orElseThrow().callId();
        transaction.executeWithoutResult(status -> events.publishEvent(new ProposalPublished(call, proposal)));
        return proposal;
    }

    /** Waits for staff to record what was promised. */
    UUID begun(@Nullable UUID contact) {
        return commitments
                .findByProposalId(published("ACCEPTED", "ANNUAL_BUDGET", contact))
                .orElseThrow()
                .id();
    }

    /** The call of the first of them, to which all belong from now on. */
    UUID inOneCall(UUID... ids) {
        UUID call = commitments.get(ids[0]).callId();
        move(call, ids);
        return call;
    }

    void move(UUID call, UUID... ids) {
        jdbc.sql("update commitment set call_id = :call where id = any(:ids)")
                .param("call", call)
                .param("ids", ids)
                .update();
    }

    /** What was promised is recorded and public. */
    UUID followed(@Nullable UUID contact) {
        UUID id = begun(contact);
        complete(id, "recordPromise", promise(contact));
        return id;
    }

    static Map<String, String> promise(@Nullable UUID contact) {
        Map<String, String> values = new HashMap<>();
        values.put("decision", "FOLLOW");
        values.put("what", "Uzstādīs 12 laternas Smelteru ciemā");
        values.put("amount", "12 500,50");
        values.put("year", "2027");
        values.put("budgetLine", "Ielu apgaismojums");
        values.put("councilOn", "");
        values.put("link", "https://preili.example/lemums/17");
        values.put("contact", contact == null ? "" : contact.toString());
        values.put("everyMonths", "6");
        values.put("nextOn", "");
        return values;
    }

    void complete(UUID id, String task, Map<String, String> values) {
        tasks.complete(task(id, task), values, ELINA);
    }

    UUID task(UUID id, String task) {
        return tasks.open(CaseKey.of("commitment", id)).stream()
                .filter(open -> open.taskKey().equals(task))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Somebody in Preiļi who answers, and their manager. */
    UUID contact() {
        UUID manager = contact("Vadītājs Preiļos", null);
        return contact("Ilze Atbildētāja", manager);
    }

    private UUID contact(String name, @Nullable UUID manager) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into municipal_contact (id, version, municipality, department, name, email, phone, language,"
                        + " topics, manager_id, active, search_text, changed_at)"
                        + " values (:id, 0, 'PREILI', 'ROADS_AND_UTILITIES', :name, :email, '+371 20000111', 'lv',"
                        + " '{}', :manager, false, '', now())")
                .param("id", id)
                .param("name", name)
                .param("email", id + "@preili.example")
                .param("manager", manager, java.sql.Types.OTHER)
                .update();
        return id;
    }

    /** Moves the day of the question of several promises to the same one. */
    void askOnTheSameDay(UUID... ids) {
        jdbc.sql("update commitment set next_on = date '2030-01-15', report_by = date '2030-01-29' where id = any(?)")
                .param(ids)
                .update();
    }

    void makeLate(UUID id) {
        jdbc.sql("update commitment set next_on = current_date - 30, report_by = current_date - 10 where id = ?")
                .param(id)
                .update();
    }

    List<String> letters(CaseKey about) {
        return jdbc.sql("select template || ' ' || language from mail_letter where about = ? order by posted_at, id")
                .param(about.toString())
                .query(String.class)
                .list();
    }

    List<String> texts(CaseKey about, String template) {
        return letters.about(about, template).stream().map(Posted::whole).toList();
    }

    List<String> lettersTo(String email) {
        return jdbc.sql("select template || ' ' || language from mail_letter where recipient_email = ?"
                        + " order by posted_at, id")
                .param(email)
                .query(String.class)
                .list();
    }

    String textTo(String email, String template) {
        return letters.to(email, template).get(0).whole();
    }

    /** The token in the newest letter to somebody. */
    String token(String email) {
        return PostedLetters.found("/zinas/([A-Za-z0-9_-]+)", letters.to(email)).orElseThrow();
    }

    @Override
    public Map<String, String> addresses() {
        UUID id = followed(null);
        jdbc.sql("update commitment set partnership = 'KAIMINI', owners = '{KAIMINI}' where id = ?")
                .param(id)
                .update();
        String page = "/darbs/solijumi/" + id;
        return Map.of(
                "/darbs/solijumi/{id}", page,
                "/darbs/solijumi/{id}/labot", page + "/labot",
                "/darbs/solijumi/{id}/zinas", page + "/zinas",
                "/darbs/solijumi/{id}/atsakt", page + "/atsakt",
                "/darbs/solijumi/{id}/pierakstit", page + "/pierakstit");
    }
}
