package lv.varu.consultation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lv.varu.calendar.Riga;
import lv.varu.consultation.meeting.PublicMeetings;
import lv.varu.consultation.position.Positions;
import lv.varu.consultation.publication.Channel;
import lv.varu.consultation.publication.Publication;
import lv.varu.consultation.publication.Publications;
import lv.varu.consultation.registration.Registration;
import lv.varu.consultation.report.ParticipationReports;
import lv.varu.directory.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Consultations in every stage, with proposals, for tests of pages; each has a code of its own. */
@Component
public class PublicExamples {
    private final ConsultationDesk desk;
    private final ConsultationExamples people;
    private final ConsultationWalk walk;
    private final Consultations consultations;
    private final Publications publications;
    private final Positions positions;
    private final ParticipationReports reports;
    private final PublicMeetings meetings;
    private final JdbcClient jdbc;
    private final Clock clock;

    PublicExamples(
            ConsultationDesk desk,
            ConsultationExamples people,
            ConsultationWalk walk,
            Consultations consultations,
            Publications publications,
            Positions positions,
            ParticipationReports reports,
            PublicMeetings meetings,
            JdbcClient jdbc,
            Clock clock) {
        this.desk = desk;
        this.people = people;
        this.walk = walk;
        this.consultations = consultations;
        this.publications = publications;
        this.positions = positions;
        this.reports = reports;
        this.meetings = meetings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public static String code() {
        return "T-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    public Consultation preparing(String title) {
        return take(title, days(10), days(40));
    }

    public Consultation coming(String title) {
        return take(title, days(5), days(35), ago(1));
    }

    /** Ends in so many days. */
    public Consultation open(String title, int left) {
        return take(title, days(left - 30), days(left), ago(40), ago(30 - left));
    }

    public Consultation closed(String title) {
        return take(title, days(-45), days(-8), ago(60), ago(45), ago(7));
    }

    public Consultation delivered(String title) {
        return take(title, days(-75), days(-38), ago(90), ago(75), ago(37), ago(25));
    }

    public Consultation answered(String title) {
        return take(title, days(-150), days(-120), ago(170), ago(150), ago(119), ago(100), ago(60));
    }

    public Consultation reported(String title) {
        return take(title, days(-150), days(-120), ago(170), ago(150), ago(119), ago(100), ago(60), ago(30));
    }

    /** Its meetings are kept as those of a consultation that staff registered. */
    public Consultation withMeetings(Consultation consultation) {
        meetings.follow(consultation);
        return consultation;
    }

    /** As {@link #open}, but with a process of its own. */
    public Consultation running(String title, int left) {
        var id = desk.register(registration(title, days(left - 30), days(left)), people.staff());
        walk.open(id, people.staff(), people.manager(), Channel.WEBSITE);
        return consultations.get(id);
    }

    /** @param outcome only for a published one */
    public UUID proposal(Consultation about, String status, String title, @Nullable String outcome) {
        UUID id = UUID.randomUUID();
        byte[] digest = id.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        boolean late = status.equals("FORWARDED");
        jdbc.sql("""
                insert into proposal (id, receipt, number, call_id, partnership, owners, status, channel, language, title,
                    text, topic, municipality, submitted_at, registered_at, screened_at, forwarded_at, due_on, late_since,
                    answered_at, published_at, outcome, rationale, idempotency_digest, request_digest, sealed_token)
                values (:id, :receipt, nextval('proposal_number'), :call, :lead, array[:lead]::varchar[], :status, 'PORTAL',
                    'lv', :title, :text, 'ROADS', 'PREILI', :then, :then, :then, :then, :due, :late, :answered, :answered,
                    :outcome, :rationale, :digest, :digest, :digest)""")
                .param("id", id)
                .param("receipt", "P-" + id.toString().substring(0, 9).toUpperCase(Locale.ROOT))
                .param("call", about.id())
                .param("lead", about.lead())
                .param("status", status)
                .param("title", title)
                .param(
                        "text",
                        "Lūdzam sakārtot ietvi un apgaismojumu, jo pa šo ceļu bērni katru dienu iet uz skolu un atpakaļ.")
                .param("then", Timestamp.from(ago(30)))
                .param("due", late ? days(-9) : null, java.sql.Types.DATE)
                .param("late", late ? days(-2) : null, java.sql.Types.DATE)
                .param(
                        "answered",
                        status.equals("PUBLISHED") ? Timestamp.from(clock.instant()) : null,
                        java.sql.Types.TIMESTAMP)
                .param("outcome", outcome, java.sql.Types.VARCHAR)
                .param(
                        "rationale",
                        outcome == null
                                ? null
                                : "Ietves atjaunošana ir iekļauta rīcības plānā; projektu sagatavos nākamajā gadā, ja dome apstiprinās budžetu.",
                        java.sql.Types.VARCHAR)
                .param("digest", digest)
                .update();
        return id;
    }

    private static Registration registration(String title, LocalDate opensOn, LocalDate closesOn) {
        var details = new Details(
                new Details.Decision("Preiļu novada dome", LocalDate.parse("2021-10-28"), "17", "5.§"),
                List.of(new Details.DraftVersion("1. redakcija", null, "https://preili.example/ap.pdf")),
                List.of(new Details.WebLink("Dokuments teritorijas plānošanas sistēmā", "https://tapis.example/1")),
                List.of(
                        new Details.ViewingPlace("Preiļu Galvenā bibliotēka", "Kārsavas iela 4, Preiļi"),
                        new Details.ViewingPlace("Aglonas pagasta pārvalde", "")),
                List.of(new Details.Meeting(
                        LocalDateTime.parse("2021-11-25T17:00"),
                        Details.Meeting.Format.HYBRID,
                        "Preiļu novada kultūras centrs",
                        "https://sanaksme.example/1")),
                List.of("Kas Jūsu pagastā jāizdara vispirms?", "Ko varat izdarīt paši, ja pašvaldība nedaudz palīdz?"),
                new Details.Intake("dome@preili.example", "Raiņa bulvāris 19, Preiļi, LV-5301"),
                new Details.Contact("Zane Liepa", "zane@preili.example", "+371 20000001"));
        return new Registration(
                code(),
                title,
                title + " (in English)",
                DocumentType.DEVELOPMENT_PROGRAMME,
                2022,
                2029,
                opensOn,
                closesOn,
                List.of("PREILI"),
                List.of("PREILI"),
                Set.of(Topic.ROADS, Topic.BUILDINGS),
                details,
                true);
    }

    private Consultation take(String title, LocalDate opensOn, LocalDate closesOn, Instant... life) {
        var consultation = Consultation.register(UUID.randomUUID(), registration(title, opensOn, closesOn), ago(180));
        consultation.prepareNotice(new Notice(
                "Attīstības programma nosaka, kādus ceļus, skolas un parkus novads sakārtos nākamajos astoņos gados un kam"
                        + " pietiks naudas. Tas, kas programmā nav minēts, vēlāk grūti atrod finansējumu.",
                "The programme says which roads, schools and parks will be mended.",
                List.of(Channel.WEBSITE, Channel.FACEBOOK),
                Set.of(),
                Set.of()));
        ConsultationExamples.live(consultation, life);
        consultations.save(consultation);
        var id = consultation.id();
        var website = new Publication(UUID.randomUUID(), id, Channel.WEBSITE);
        website.published("https://preilupartneriba.example/1", opensOn, "Zane Liepa");
        publications.saveAll(List.of(website, new Publication(UUID.randomUUID(), id, Channel.FACEBOOK)));
        if (consultation.deliveredAt() != null) {
            var position = positions.of(id);
            position.compile("Ievads nostājai.", "Mūsu viedoklis.", List.of());
            positions.save(position);
        }
        if (consultation.reportedAt() != null) {
            var report = reports.of(id);
            report.write("Piedalījās vairāk cilvēku nekā jebkad.", "Nākamreiz sāksim ar pagastu sanāksmēm.");
            report.publish(consultation.reportedAt());
            reports.save(report);
        }
        return consultations.get(id);
    }

    private LocalDate days(int days) {
        return Riga.today(clock).plusDays(days);
    }

    private Instant ago(int days) {
        return Riga.startOf(days(-days));
    }
}
