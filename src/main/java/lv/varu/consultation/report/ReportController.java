package lv.varu.consultation.report;

import java.util.Locale;
import lv.varu.account.PublicAddress;
import lv.varu.account.SignedIn;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationNotFound;
import lv.varu.consultation.ConsultationSheet;
import lv.varu.consultation.ConsultationStatus;
import lv.varu.consultation.PageMeta;
import lv.varu.consultation.Portal;
import lv.varu.consultation.paper.PrintQueue;
import lv.varu.consultation.paper.WordFormController;
import lv.varu.proposal.Outcome;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The published participation report. */
@Controller
class ReportController {
    // One sheet of paper holds five; nobody prints a report of thousands in one go.
    private static final int PER_PAGE = 200;

    private final Portal portal;
    private final ParticipationReports reports;
    private final ReportContents contents;
    private final PublicAddress address;
    private final ReportPaper paper;
    private final PrintQueue queue;
    private final ConsultationSheet sheet;
    private final SignedIn signedIn;
    private final MessageSource messages;

    ReportController(
            Portal portal,
            ParticipationReports reports,
            ReportContents contents,
            PublicAddress address,
            ReportPaper paper,
            PrintQueue queue,
            ConsultationSheet sheet,
            SignedIn signedIn,
            MessageSource messages) {
        this.portal = portal;
        this.reports = reports;
        this.contents = contents;
        this.address = address;
        this.paper = paper;
        this.queue = queue;
        this.sheet = sheet;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GetMapping("/apspriesanas/{code}/parskats.pdf")
    ResponseEntity<byte[]> document(@PathVariable String code) {
        return pdf(published(code));
    }

    @GetMapping("/apspriesanas/{code}/parskats.docx")
    ResponseEntity<byte[]> paper(@PathVariable String code) {
        return docx(published(code));
    }

    @GetMapping("/darbs/apspriesanas/{code}/parskats.pdf")
    ResponseEntity<byte[]> draft(@PathVariable String code) {
        return pdf(sheet.get(code, signedIn.required()));
    }

    @GetMapping("/darbs/apspriesanas/{code}/parskats.docx")
    ResponseEntity<byte[]> draftPaper(@PathVariable String code) {
        return docx(sheet.get(code, signedIn.required()));
    }

    private Consultation published(String code) {
        var consultation = portal.get(code);
        if (consultation.status() != ConsultationStatus.REPORTED) {
            throw new ConsultationNotFound(code);
        }
        return consultation;
    }

    private ResponseEntity<byte[]> pdf(Consultation consultation) {
        var name = ContentDisposition.inline()
                .filename("parskats-" + consultation.code() + ".pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(queue.print(() -> paper.pdf(consultation)));
    }

    private ResponseEntity<byte[]> docx(Consultation consultation) {
        return WordFormController.docx(
                "parskats-" + consultation.code() + ".docx", queue.print(() -> paper.docx(consultation)));
    }

    @GetMapping("/apspriesanas/{code}/parskats")
    String report(@PathVariable String code, @RequestParam(defaultValue = "0") int page, Model model, Locale locale) {
        var dossier = portal.dossier(code, locale);
        if (!dossier.reported()) {
            throw new ConsultationNotFound(code);
        }
        var id = dossier.consultation().id();
        model.addAttribute("dossier", dossier);
        model.addAttribute("report", reports.of(id));
        model.addAttribute("figures", contents.of(id));
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("proposals", contents.proposals(id, PageRequest.of(Math.max(page, 0), PER_PAGE)));
        model.addAttribute("partnership", dossier.card().lead());
        var title = dossier.card().title();
        model.addAttribute(
                "meta",
                new PageMeta(
                        title,
                        messages.getMessage("consultation.portal.report.description", new Object[] {title}, locale),
                        address.of("/apspriesanas/" + code + "/parskats")));
        return "consultation/portal/report";
    }
}
