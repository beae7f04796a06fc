package lv.varu.consultation.position;

import java.util.Locale;
import lv.varu.account.SignedIn;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationNotFound;
import lv.varu.consultation.ConsultationSheet;
import lv.varu.consultation.Consultations;
import lv.varu.consultation.paper.PrintQueue;
import lv.varu.consultation.paper.WordFormController;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The position of the partnership: for staff while it is written, for everybody once it is delivered. */
@Controller
class PositionController {
    private final Consultations consultations;
    private final ConsultationSheet sheet;
    private final PositionReading reading;
    private final PositionPaper paper;
    private final PrintQueue queue;
    private final SignedIn signedIn;

    PositionController(
            Consultations consultations,
            ConsultationSheet sheet,
            PositionReading reading,
            PositionPaper paper,
            PrintQueue queue,
            SignedIn signedIn) {
        this.consultations = consultations;
        this.sheet = sheet;
        this.reading = reading;
        this.paper = paper;
        this.queue = queue;
        this.signedIn = signedIn;
    }

    @GetMapping("/darbs/apspriesanas/{code}/nostaja.pdf")
    ResponseEntity<byte[]> draft(@PathVariable String code) {
        var consultation = sheet.get(code, signedIn.required());
        return pdf(consultation, queue.print(() -> reading.pdf(consultation)));
    }

    @GetMapping("/apspriesanas/{code}/nostaja")
    String show(@PathVariable String code, Model model, Locale locale) {
        var consultation = delivered(code);
        model.addAttribute("consultation", consultation);
        model.addAttribute("position", reading.page(consultation, locale));
        model.addAttribute("partnership", consultation.lead());
        return "consultation/position";
    }

    @GetMapping("/apspriesanas/{code}/nostaja.pdf")
    ResponseEntity<byte[]> document(@PathVariable String code) {
        var consultation = delivered(code);
        return pdf(consultation, queue.print(() -> reading.publicPdf(consultation)));
    }

    @GetMapping("/darbs/apspriesanas/{code}/nostaja.docx")
    ResponseEntity<byte[]> draftPaper(@PathVariable String code) {
        var consultation = sheet.get(code, signedIn.required());
        return docx(consultation, queue.print(() -> paper.docx(consultation)));
    }

    @GetMapping("/apspriesanas/{code}/nostaja.docx")
    ResponseEntity<byte[]> paper(@PathVariable String code) {
        var consultation = delivered(code);
        return docx(consultation, queue.print(() -> paper.publicDocx(consultation)));
    }

    private static ResponseEntity<byte[]> docx(Consultation consultation, byte[] content) {
        return WordFormController.docx("nostaja-" + consultation.code() + ".docx", content);
    }

    private Consultation delivered(String code) {
        var consultation = consultations.get(code);
        if (!consultation.isPublic() || consultation.deliveredAt() == null) {
            throw new ConsultationNotFound(code);
        }
        return consultation;
    }

    private static ResponseEntity<byte[]> pdf(Consultation consultation, byte[] content) {
        var name = ContentDisposition.inline()
                .filename("nostaja-" + consultation.code() + ".pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(content);
    }
}
