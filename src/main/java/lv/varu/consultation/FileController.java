package lv.varu.consultation;

import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import lv.varu.account.SignedIn;
import lv.varu.document.DocumentRefused;
import lv.varu.document.FileRefusals;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files of a consultation: the draft itself, its annexes, the decision. */
@Controller
@RequestMapping("/darbs/apspriesanas/{code}/faili")
class FileController {
    private final ConsultationFiles files;
    private final ConsultationSheet sheet;
    private final SignedIn signedIn;
    private final MessageSource messages;
    private final FileRefusals refusals;

    FileController(
            ConsultationFiles files,
            ConsultationSheet sheet,
            SignedIn signedIn,
            MessageSource messages,
            FileRefusals refusals) {
        this.files = files;
        this.sheet = sheet;
        this.signedIn = signedIn;
        this.messages = messages;
        this.refusals = refusals;
    }

    @PostMapping
    String add(
            @PathVariable String code,
            @RequestParam("files") MultipartFile[] uploads,
            Model model,
            RedirectAttributes redirect,
            Locale locale)
            throws IOException {
        var by = signedIn.required();
        var consultation = sheet.get(code, by);
        try {
            int added = files.add(consultation.id(), uploads);
            redirect.addFlashAttribute(
                    "flash", messages.getMessage("consultation.files.added", new Object[] {added}, locale));
        } catch (DocumentRefused refused) {
            model.addAllAttributes(sheet.model(consultation, by, locale));
            model.addAttribute("fileRefused", refusals.tell(refused, locale));
            return "consultation/detail";
        }
        return "redirect:/darbs/apspriesanas/" + code + "#faili";
    }

    @GetMapping("/{file}")
    ResponseEntity<Resource> show(@PathVariable String code, @PathVariable UUID file) {
        return files.serve(sheet.get(code, signedIn.required()).id(), file);
    }

    @PostMapping("/{file}/nonemt")
    String remove(@PathVariable String code, @PathVariable UUID file, RedirectAttributes redirect, Locale locale) {
        var name = files.remove(sheet.get(code, signedIn.required()).id(), file);
        redirect.addFlashAttribute(
                "flash", messages.getMessage("consultation.files.removed", new Object[] {name}, locale));
        return "redirect:/darbs/apspriesanas/" + code + "#faili";
    }
}
