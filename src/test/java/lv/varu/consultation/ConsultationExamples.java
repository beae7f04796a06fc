package lv.varu.consultation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.account.SignedIn;
import lv.varu.calendar.Riga;
import lv.varu.consultation.publication.Channel;
import lv.varu.consultation.registration.Registration;
import lv.varu.directory.Topic;
import lv.varu.mail.PostedLetters;
import lv.varu.mail.PostedLetters.Posted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Documents and people for tests. */
@Component
public class ConsultationExamples {
    static final LocalDate FIRST = LocalDate.of(2021, 11, 12);
    static final LocalDate LAST = LocalDate.of(2021, 12, 17);

    private final JdbcClient jdbc;
    private final PostedLetters letters;
    private final Clock clock;

    ConsultationExamples(JdbcClient jdbc, PostedLetters letters, Clock clock) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.clock = clock;
    }

    /** The Preiļi development programme of 2021, under a code of its own. */
    static Registration preili(String code, LocalDate opensOn, LocalDate closesOn) {
        var details = new Details(
                new Details.Decision("Preiļu novada dome", LocalDate.of(2021, 10, 28), "19", "1. §"),
                List.of(new Details.DraftVersion(
                        "1. redakcija", LocalDate.of(2021, 11, 1), "https://preili.example/ap")),
                List.of(new Details.WebLink("preili.lv", "https://preili.example")),
                List.of(new Details.ViewingPlace("Preiļu galvenā bibliotēka", "Kārsavas iela 4, Preiļi")),
                List.of(new Details.Meeting(
                        opensOn.plusDays(3).atTime(LocalTime.of(17, 30)),
                        Details.Meeting.Format.HYBRID,
                        "Preiļu kultūras centrs",
                        "https://tikamies.example/ap")),
                List.of("Kas Jūsu pagastā jāsakārto vispirms?"),
                new Details.Intake("dome@preili.example", "Raiņa bulvāris 19, Preiļi"),
                new Details.Contact("Elīna Strazda", "elina@preili.example", "+371 20000031"));
        return new Registration(
                code,
                "Preiļu novada attīstības programma 2022.–2029. gadam",
                null,
                DocumentType.DEVELOPMENT_PROGRAMME,
                2022,
                2029,
                opensOn,
                closesOn,
                List.of("PREILI"),
                List.of("PREILI"),
                Set.of(Topic.ROADS, Topic.SURROUNDINGS),
                details,
                false);
    }

    public static String code() {
        return "T-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    /** One that begins tomorrow. */
    public Registration coming() {
        var tomorrow = Riga.today(clock).plusDays(1);
        return preili(code(), tomorrow, tomorrow.plusDays(35));
    }

    /** The same document of several partnerships. */
    Registration joint(String... owners) {
        var one = coming();
        return registration(one, one.closesOn(), one.hosts(), List.of(owners));
    }

    /** The same document of several municipalities. */
    Registration hosted(String... hosts) {
        var one = coming();
        return registration(one, one.closesOn(), List.of(hosts), one.owners());
    }

    /** Two weeks, where the rule asks for four. */
    public Registration shorter() {
        var one = coming();
        return registration(one, one.opensOn().plusDays(13), one.hosts(), one.owners());
    }

    /** A strategy of the partnership itself. */
    Registration ownDocument() {
        var one = coming();
        return registration(one, one.closesOn(), one.hosts(), one.owners(), true);
    }

    private static Registration registration(
            Registration one, LocalDate closesOn, List<String> hosts, List<String> owners) {
        return registration(one, closesOn, hosts, owners, false);
    }

    private static Registration registration(
            Registration one, LocalDate closesOn, List<String> hosts, List<String> owners, boolean ownHosted) {
        return new Registration(
                one.code(),
                one.title(),
                one.titleEn(),
                one.documentType(),
                one.periodFrom(),
                one.periodTo(),
                one.opensOn(),
                closesOn,
                hosts,
                owners,
                one.topics(),
                one.details(),
                one.sample(),
                ownHosted,
                null,
                null);
    }

    static Notice notice(Channel... channels) {
        return new Notice(
                "Programma nosaka, ko novads darīs līdz 2029. gadam.", null, List.of(channels), Set.of(), Set.of());
    }

    /** What happened to it, as far as there are moments. */
    static void live(Consultation consultation, Instant... moments) {
        List<Consumer<Instant>> life = List.of(
                consultation::announce,
                consultation::open,
                consultation::close,
                consultation::positionDelivered,
                consultation::answersPublished,
                consultation::reported);
        for (int i = 0; i < moments.length; i++) {
            life.get(i).accept(moments[i]);
        }
    }

    public Person staff() {
        return person("Elīna Strazda", Role.STAFF, "PREILI");
    }

    public Person manager() {
        return person("Jānis Vadītājs", Role.MANAGER, "PREILI");
    }

    public Person stranger() {
        return person("Lita Zarāne", Role.STAFF, "KRASLAVA");
    }

    private Person person(String name, Role role, String partnership) {
        var id = UUID.randomUUID();
        var email = id + "@consultations.example";
        jdbc.sql("insert into account (id, version, name, email, role, partnership, language, created_at)"
                        + " values (?, 0, ?, ?, ?, ?, 'lv', ?)")
                .params(Arrays.asList(
                        id,
                        name,
                        email,
                        role.name(),
                        partnership,
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .update();
        return new Person(id, name, email, role, partnership, Locale.forLanguageTag("lv"));
    }

    public static RequestPostProcessor as(Person person) {
        SignedIn.PersonHolder holder = () -> person;
        return SecurityMockMvcRequestPostProcessors.authentication(
                new TestingAuthenticationToken(holder, null, "ROLE_" + person.role()));
    }

    public Person staff(String partnership) {
        return person("Darbiniece " + partnership, Role.STAFF, partnership);
    }

    public Person manager(String partnership) {
        return person("Vadītājs " + partnership, Role.MANAGER, partnership);
    }

    /** Somebody in the municipality to whom positions go. */
    public String contact(String municipality) {
        var email = UUID.randomUUID() + "@dome.example";
        jdbc.sql("update municipal_contact set active = false where municipality = ?")
                .param(municipality)
                .update();
        jdbc.sql(
                        "insert into municipal_contact (id, version, municipality, department, name, email, language, topics,"
                                + " active, search_text, changed_at)"
                                + " values (?, 0, ?, 'DEVELOPMENT', 'Ilze Attīstītāja', ?, 'en', '{PARTICIPATION}', true, '', now())")
                .params(UUID.randomUUID(), municipality, email)
                .update();
        return email;
    }

    /** Whoever got a letter about the consultation or its proposals, with its subject. */
    public List<String> letters(UUID consultation, String template) {
        return jdbc.sql(
                        "select recipient_email from mail_letter where template = :template and (about = :key or about in"
                                + " (select 'proposal:' || id from proposal where call_id = :id)) order by recipient_email")
                .param("template", "consultation.letter." + template)
                .param("key", "consultation:" + consultation)
                .param("id", consultation)
                .query(String.class)
                .list();
    }

    String subject(String email, String template) {
        return jdbc.sql("select subject from mail_letter where template = ? and recipient_email = ?"
                        + " order by posted_at desc limit 1")
                .params("consultation.letter." + template, email)
                .query(String.class)
                .single();
    }

    String text(String email, String template) {
        return newest(email, template).text();
    }

    /** The link of the letter's button, without its origin. */
    public String link(String email, String template) {
        return newest(email, template)
                .found("https?://[^/]+(/nostaja/[A-Za-z0-9_-]+)")
                .orElseThrow();
    }

    private Posted newest(String email, String template) {
        return letters.to(email, "consultation.letter." + template).get(0);
    }

    public List<String> letters(UUID consultation) {
        return jdbc.sql("select template from mail_letter where about = ? order by posted_at, id")
                .param("consultation:" + consultation)
                .query(String.class)
                .list();
    }

    /** One whose letter has gone out. */
    public UUID invitation(UUID consultation, String organisation) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into consultation_invitation (id, consultation_id, organisation_id, organisation_name, email,"
                        + " language, sent_at, delivery) values (?, ?, ?, ?, ?, 'lv', ?, 'SENT')")
                .params(
                        id,
                        consultation,
                        UUID.randomUUID(),
                        organisation,
                        id + "@ngo.example",
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** A biedrība in Preiļi that an invitation reaches. */
    public UUID organisation() {
        var id = UUID.randomUUID();
        jdbc.sql(
                        "insert into organisation (id, version, name, kind, partnership, place, topics, email, language, active,"
                                + " search_text, changed_at)"
                                + " values (?, 0, ?, 'NGO', 'PREILI', 'PREILI', '{ROADS}', ?, 'lv', true, '', now())")
                .params(id, "Biedrība " + id, id + "@ngo.example")
                .update();
        return id;
    }
}
