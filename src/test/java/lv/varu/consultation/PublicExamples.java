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
import lv.varu.directory.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Consultations in every stage, with proposals, for tests of pages; each has a code of its own. */
@Component
public class PublicExamples {
    private final ConsultationArchive archive;
    private final Consultations consultations;
    private final JdbcClient jdbc;
    private final Clock clock;

    PublicExamples(ConsultationArchive archive, Consultations consultations, JdbcClient jdbc, Clock clock) {
        this.archive = archive;
        this.consultations = consultations;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public static String code() {
        return "T-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    public Consultation preparing(String title) {
        return take(title, days(10), days(40), life(null, null, null, null, null, null));
    }

    public Consultation coming(String title) {
        return take(title, days(5), days(35), life(ago(1), null, null, null, null, null));
    }

    /** Ends in so many days. */
    public Consultation open(String title, int left) {
        return take(title, days(left - 30), days(left), life(ago(40), ago(30 - left), null, null, null, null));
    }

    public Consultation closed(String title) {
        return take(title, days(-45), days(-8), life(ago(60), ago(45), ago(7), null, null, null));
    }

    public Consultation delivered(String title) {
        return take(title, days(-75), days(-38), life(ago(90), ago(75), ago(37), ago(25), null, null));
    }

    public Consultation answered(String title) {
        return take(title, days(-150), days(-120), life(ago(170), ago(150), ago(119), ago(100), ago(60), null));
    }

    public Consultation reported(String title) {
        return take(title, days(-150), days(-120), life(ago(170), ago(150), ago(119), ago(100), ago(60), ago(30)));
    }

    /** Lets its process run from where it is. */
    public Consultation running(Consultation consultation) {
        archive.resume(consultation.id());
        return consultation;
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

    private Consultation take(String title, LocalDate opensOn, LocalDate closesOn, PastConsultation.Life life) {
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
        var registration = new Registration(
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
        var notice = new Notice(
                "Attīstības programma nosaka, kādus ceļus, skolas un parkus novads sakārtos nākamajos astoņos gados un kam"
                        + " pietiks naudas. Tas, kas programmā nav minēts, vēlāk grūti atrod finansējumu.",
                "The programme says which roads, schools and parks will be mended.",
                List.of(Channel.WEBSITE, Channel.FACEBOOK),
                Set.of(),
                Set.of());
        var id = archive.take(new PastConsultation(
                registration,
                notice,
                life,
                List.of(new PastConsultation.Proof(
                        Channel.WEBSITE, "https://preilupartneriba.example/1", opensOn, "Zane Liepa")),
                List.of(),
                null,
                life.reportedAt() == null
                        ? null
                        : new PastConsultation.PastReport(
                                "Piedalījās vairāk cilvēku nekā jebkad.", "Nākamreiz sāksim ar pagastu sanāksmēm.")));
        return consultations.get(id);
    }

    private PastConsultation.Life life(
            @Nullable Instant announced,
            @Nullable Instant opened,
            @Nullable Instant closed,
            @Nullable Instant delivered,
            @Nullable Instant answered,
            @Nullable Instant reported) {
        return new PastConsultation.Life(ago(180), announced, opened, closed, delivered, answered, reported);
    }

    private LocalDate days(int days) {
        return Riga.today(clock).plusDays(days);
    }

    private Instant ago(int days) {
        return Riga.startOf(days(-days));
    }
}
