package lv.varu.consultation.paper;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import lv.varu.account.NotAllowed;
import lv.varu.account.SignedIn;
import lv.varu.consultation.ConsultationNotFound;
import lv.varu.directory.Partnership;
import lv.varu.directory.Partnerships;
import lv.varu.document.DocumentRefused;
import lv.varu.document.FileRefusals;
import lv.varu.document.WordTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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

/** The Word templates of a partnership. */
@Controller
@RequestMapping("/darbs/sagataves")
public class WordFormController {
    static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final WordForms forms;
    private final Partnerships partnerships;
    private final SignedIn signedIn;
    private final MessageSource messages;
    private final FileRefusals fileRefusals;

    WordFormController(
            WordForms forms,
            Partnerships partnerships,
            SignedIn signedIn,
            MessageSource messages,
            FileRefusals fileRefusals) {
        this.forms = forms;
        this.partnerships = partnerships;
        this.signedIn = signedIn;
        this.messages = messages;
        this.fileRefusals = fileRefusals;
    }

    @GetMapping
    String list(Model model, Locale locale) {
        return show(null, null, model, locale);
    }

    private String show(@Nullable String refused, @Nullable String why, Model model, Locale locale) {
        var person = signedIn.required();
        var kept = partnerships.all().stream()
                .filter(partnership -> WordForms.mayKeep(partnership.code(), person))
                .toList();
        if (kept.isEmpty()) {
            throw new NotAllowed();
        }
        model.addAttribute(
                "shown",
                kept.stream()
                        .flatMap(partnership ->
                                Arrays.stream(WordForm.values()).map(form -> shown(partnership, form, locale)))
                        .toList());
        model.addAttribute("refused", refused);
        model.addAttribute("why", why);
        return "consultation/word-forms";
    }

    private Shown shown(Partnership partnership, WordForm form, Locale locale) {
        return new Shown(
                partnership.code(),
                partnership.name(locale),
                form,
                forms.own(partnership.code(), form).orElse(null));
    }

    /** A template on the page. */
    record Shown(String partnership, String name, WordForm form, WordForms.@Nullable Own own) {
        public String id() {
            return partnership + "-" + form.word();
        }
    }

    @GetMapping("/{partnership}/{form}")
    ResponseEntity<byte[]> download(@PathVariable String partnership, @PathVariable String form) {
        var found = find(partnership, form);
        return docx(form + "-" + partnership.toLowerCase(Locale.ROOT) + ".docx", forms.content(partnership, found));
    }

    @PostMapping("/{partnership}/{form}")
    String upload(
            @PathVariable String partnership,
            @PathVariable String form,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Model model,
            RedirectAttributes redirect,
            Locale locale)
            throws IOException {
        var found = find(partnership, form);
        var id = partnership + "-" + form;
        if (file == null || file.isEmpty()) {
            return show(id, text("consultation.word.missing", locale), model, locale);
        }
        try {
            forms.replace(
                    partnership,
                    found,
                    Objects.toString(file.getOriginalFilename(), ""),
                    file.getBytes(),
                    signedIn.required());
        } catch (WordForms.Unknown unknown) {
            var names = unknown.names().stream().map("{{%s}}"::formatted).collect(Collectors.joining(", "));
            return show(
                    id,
                    text("consultation.word.unknown", locale, unknown.names().size(), names),
                    model,
                    locale);
        } catch (WordTemplate.Unreadable unreadable) {
            return show(id, text("consultation.word.unreadable", locale), model, locale);
        } catch (DocumentRefused refused) {
            return show(id, fileRefusals.tell(refused, locale), model, locale);
        }
        redirect.addFlashAttribute("flash", text("consultation.word.replaced", locale));
        return "redirect:/darbs/sagataves";
    }

    @GetMapping("/{partnership}/{form}/parasta")
    String ask(@PathVariable String partnership, @PathVariable String form, Model model, Locale locale) {
        var found = find(partnership, form);
        model.addAttribute("one", shown(partnerships.find(partnership), found, locale));
        return "consultation/word-form-drop";
    }

    @PostMapping("/{partnership}/{form}/parasta")
    String drop(
            @PathVariable String partnership, @PathVariable String form, RedirectAttributes redirect, Locale locale) {
        forms.drop(partnership, find(partnership, form), signedIn.required());
        redirect.addFlashAttribute("flash", text("consultation.word.dropped", locale));
        return "redirect:/darbs/sagataves";
    }

    private WordForm find(String partnership, String form) {
        var found = WordForm.named(form).orElseThrow(() -> new ConsultationNotFound(form));
        if (!WordForms.mayKeep(partnership, signedIn.required())) {
            throw new NotAllowed();
        }
        partnerships.find(partnership);
        return found;
    }

    public static ResponseEntity<byte[]> docx(String name, byte[] content) {
        var disposition = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .contentType(DOCX)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, List.of(arguments).toArray(), locale);
    }
}
