package lv.varu.consultation.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lv.varu.calendar.LatvianDates;
import lv.varu.calendar.Riga;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationNames;
import lv.varu.consultation.paper.Pdf;
import lv.varu.consultation.paper.WordForm;
import lv.varu.consultation.paper.WordForms;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.author.Satisfaction;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The participation report on paper, as anyone may read it: for the archive as a PDF, to go on working with in Word. */
@Component
@Transactional(readOnly = true)
class ReportPaper {
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");
    private static final int CHUNK = 1000;

    private final ParticipationReports reports;
    private final ReportContents contents;
    private final ConsultationNames names;
    private final WordForms forms;
    private final Pdf pdf;
    private final LatvianDates dates;
    private final MessageSource messages;
    private final Clock clock;

    ReportPaper(
            ParticipationReports reports,
            ReportContents contents,
            ConsultationNames names,
            WordForms forms,
            Pdf pdf,
            LatvianDates dates,
            MessageSource messages,
            Clock clock) {
        this.reports = reports;
        this.contents = contents;
        this.names = names;
        this.forms = forms;
        this.pdf = pdf;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
    }

    byte[] pdf(Consultation consultation) {
        return pdf.of(
                "consultation/report-pdf",
                Map.of("values", values(consultation), "lists", lists(consultation)),
                LATVIAN);
    }

    byte[] docx(Consultation consultation) {
        return forms.fill(consultation.lead(), WordForm.REPORT, values(consultation), lists(consultation));
    }

    private Map<String, String> values(Consultation consultation) {
        var named = names.of(consultation, LATVIAN);
        var report = reports.of(consultation.id());
        var figures = contents.of(consultation.id());
        var published = report.publishedAt();
        Map<String, String> values = new HashMap<>();
        values.put("nosaukums", consultation.title());
        values.put("kods", consultation.code());
        values.put("dokumenta_veids", text("consultation.type." + consultation.documentType()));
        values.put("adresati", String.join(", ", named.hosts()));
        values.put("partneribas", String.join(", ", named.owners()));
        values.put("apspriesana", dates.period(consultation.opensOn(), consultation.closesOn(), LATVIAN));
        values.put("datums", dates.date(published == null ? Riga.today(clock) : Riga.dayOf(published), LATVIAN));
        values.put("ievads", report.introduction());
        values.put("secinajumi", report.conclusions());
        values.put("sanemti", String.valueOf(figures.proposals().received()));
        values.put("iesniedzeji", String.valueOf(figures.submitters()));
        values.put("uzaicinatas", String.valueOf(figures.invitations().sent()));
        values.put("atsaucas", String.valueOf(figures.invitations().answered()));
        values.put("vertejums", rating(figures.satisfaction()));
        return values;
    }

    /** Empty when there are too few to be shown. */
    private String rating(Satisfaction satisfaction) {
        return satisfaction.isSuppressed()
                ? ""
                : messages.getMessage(
                        "proposal.rating.report.text",
                        new Object[] {satisfaction.ratings(), satisfaction.average(), satisfaction.percentContent()},
                        LATVIAN);
    }

    private Map<String, List<Map<String, String>>> lists(Consultation consultation) {
        var figures = contents.of(consultation.id());
        List<Map<String, String>> topics = new ArrayList<>();
        figures.topics().forEach((topic, count) -> topics.add(named(text("directory.topic." + topic), count)));
        List<Map<String, String>> themes = new ArrayList<>();
        figures.themes().forEach(one -> themes.add(named(one.theme().name(), one.proposals())));
        List<Map<String, String>> channels = new ArrayList<>();
        figures.publications()
                .forEach(publication -> channels.add(Map.of(
                        "nosaukums", text("consultation.channel." + publication.channel()),
                        "datums", dates.date(Objects.requireNonNull(publication.publishedOn()), LATVIAN),
                        "saite", Objects.requireNonNullElse(publication.link(), ""))));
        return Map.of(
                "iznakumi",
                outcomes(figures),
                "temati",
                topics,
                "apakstemas",
                themes,
                "kanali",
                channels,
                "priekslikumi",
                proposals(consultation));
    }

    /** As on the public page, so that they add up to what was received. */
    private List<Map<String, String>> outcomes(ReportContents.Figures figures) {
        List<Map<String, String>> told = new ArrayList<>();
        figures.outcomes().forEach((outcome, count) -> told.add(named(text("proposal.outcome." + outcome), count)));
        if (figures.proposals().declined() > 0) {
            told.add(named(
                    text("consultation.portal.report.declined"),
                    figures.proposals().declined()));
        }
        if (figures.proposals().merged() > 0) {
            told.add(named(text("proposal.merge.report"), figures.proposals().merged()));
        }
        return told;
    }

    private static Map<String, String> named(String name, Long count) {
        return Map.of("nosaukums", name, "skaits", String.valueOf(count));
    }

    private List<Map<String, String>> proposals(Consultation consultation) {
        List<Map<String, String>> told = new ArrayList<>();
        var page = contents.proposals(consultation.id(), PageRequest.of(0, CHUNK));
        page.forEach(proposal -> told.add(line(proposal)));
        while (page.hasNext()) {
            page = contents.proposals(consultation.id(), page.nextPageable());
            page.forEach(proposal -> told.add(line(proposal)));
        }
        return told;
    }

    private Map<String, String> line(ProposalView proposal) {
        String outcome = proposal.outcome() != null
                ? text("proposal.outcome." + proposal.outcome())
                : proposal.leftOutReason() != null
                        ? text("consultation.portal.report.leftOut")
                        : text("consultation.report.paper.waiting");
        String reason = proposal.rationale() == null ? proposal.leftOutReason() : proposal.rationale();
        return Map.of(
                "numurs", Objects.toString(proposal.number(), ""),
                "virsraksts", proposal.title(),
                "iznakums", outcome,
                "pamatojums", Objects.requireNonNullElse(reason, ""));
    }

    private String text(String key) {
        return messages.getMessage(key, null, LATVIAN);
    }
}
