package lv.varu.proposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.calendar.Riga;
import lv.varu.consultation.Details;
import lv.varu.directory.Topic;
import lv.varu.mail.PostedLetters;
import lv.varu.mail.PostedLetters.Posted;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Consultations, people and proposals for tests. */
@Component
public class ProposalExamples {
    public static final Locale LATVIAN = Locale.forLanguageTag("lv");
    public static final Submitter ANNA =
            new Submitter("Anna Bērziņa", "anna@example.org", "+371 20000000", "Skolas iela 1, Līvāni", null, false);
    public static final Person ILZE = new Person(
            UUID.fromString("00000000-0000-4000-8000-000000000001"),
            "Ilze Darbiniece",
            "ilze@example.org",
            Role.STAFF,
            "PREILI",
            LATVIAN);

    static final Person VELTA = new Person(
            UUID.fromString("00000000-0000-4000-8000-000000000002"),
            "Velta Vadītāja",
            "velta@example.org",
            Role.MANAGER,
            "PREILI",
            LATVIAN);

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Calls calls;
    private final PostedLetters letters;
    private final Clock clock;

    ProposalExamples(JdbcClient jdbc, ObjectMapper json, Calls calls, PostedLetters letters, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.calls = calls;
        this.letters = letters;
        this.clock = clock;
    }

    /** A consultation of Preiļi and Līvāni that takes proposals today. */
    public Call open() {
        LocalDate today = Riga.today(clock);
        return call("OPEN", today.minusDays(3), today.plusDays(30));
    }

    public Call closed() {
        LocalDate today = Riga.today(clock);
        return call("CLOSED", today.minusDays(30), today.minusDays(1));
    }

    Call call(String status, LocalDate opens, LocalDate closes) {
        UUID id = UUID.randomUUID();
        String code = "T-" + id.toString().substring(0, 8).toUpperCase(Locale.ROOT);
        jdbc.sql(
                        "insert into consultation (id, code, title, document_type, status, opens_on, closes_on, summary, hosts,"
                                + " owners, topics, invited_topics, invited_kinds, details, sample, registered_at, version)"
                                + " values (:id, :code, :title, 'DEVELOPMENT_PROGRAMME', :status, :opens, :closes, '',"
                                + " '{PREILI,LIVANI}', '{PREILI}', '{}', '{}', '{}', :details::jsonb, false, :now, 0)")
                .param("id", id)
                .param("code", code)
                .param("title", "Līvānu novada attīstības programma " + code)
                .param("status", status)
                .param("opens", opens)
                .param("closes", closes)
                .param("details", details())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return calls.find(id).orElseThrow();
    }

    private String details() {
        try {
            return json.writeValueAsString(Details.NONE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody in Līvāni who answers about roads, and their manager. */
    public UUID contact() {
        UUID manager = contact("Vadītājs Līvānos", "vaditajs@livani.example", null);
        return contact("Atbildētājs Līvānos", "celi@livani.example", manager);
    }

    private UUID contact(String name, String email, @Nullable UUID manager) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into municipal_contact (id, version, municipality, department, name, email, phone, language,"
                        + " topics, manager_id, active, search_text, changed_at)"
                        + " values (:id, 0, 'LIVANI', 'ROADS_AND_UTILITIES', :name, :email, '+371 20000111', 'lv',"
                        + " '{ROADS}', :manager, true, '', now())")
                .param("id", id)
                .param("name", name)
                .param("email", email)
                .param("manager", manager)
                .update();
        return id;
    }

    public static Submission submission(Call call, Submitter submitter) {
        return submission(call.code(), "Gājēju pāreja pie skolas " + UUID.randomUUID(), submitter);
    }

    public static Submission submission(String code, String title, Submitter submitter) {
        return new Submission(
                code,
                submitter.email() == null ? IntakeChannel.PAPER : IntakeChannel.PORTAL,
                LATVIAN,
                title,
                "Bērni katru rītu šķērso Rīgas ielu vietā, kur pārejas nav.",
                Topic.ROADS,
                "LIVANI",
                null,
                null,
                null,
                submitter,
                true,
                true,
                List.of(),
                null);
    }

    public static Submission with(Submission plain, Submission.Upload file) {
        return new Submission(
                plain.callCode(),
                plain.channel(),
                plain.language(),
                plain.title(),
                plain.text(),
                plain.topic(),
                plain.municipality(),
                plain.place(),
                plain.ownContribution(),
                plain.supportAsked(),
                plain.submitter(),
                plain.processing(),
                plain.forwarding(),
                List.of(file),
                plain.invitation());
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }

    void become(UUID id, ProposalStatus status) {
        jdbc.sql("update proposal set status = ?, version = version + 1 where id = ?")
                .params(status.name(), id)
                .update();
    }

    /** The token in the newest letter about a case that has such a link. */
    public String token(String about, String path) {
        return PostedLetters.found(Pattern.quote(path) + "([A-Za-z0-9_-]+)", letters.about(about))
                .orElseThrow();
    }

    public List<String> texts(String about) {
        return letters.about(about).stream().map(Posted::text).toList();
    }

    public List<String> letters(String about) {
        return jdbc.sql("select template from mail_letter where about = ? order by posted_at, id")
                .param(about)
                .query(String.class)
                .list();
    }
}
