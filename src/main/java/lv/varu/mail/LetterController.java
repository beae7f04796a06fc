package lv.varu.mail;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Administrators' pages about letters. */
@Controller
@RequestMapping("/darbs/admin/pasts")
class LetterController {
    /** A letter may open its links in a new window and nothing else. */
    private static final String LETTER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    private final LetterList list;
    private final LetterStore store;
    private final LetterLayout layout;
    private final Postman postman;
    private final MessageSource messages;

    LetterController(LetterList list, LetterStore store, LetterLayout layout, Postman postman, MessageSource messages) {
        this.list = list;
        this.store = store;
        this.layout = layout;
        this.postman = postman;
        this.messages = messages;
    }

    @GetMapping
    String list(@ModelAttribute("search") LetterSearch search, Model model) {
        model.addAttribute("letters", list.find(search));
        model.addAttribute("counts", list.counts());
        model.addAttribute("states", LetterState.values());
        model.addAttribute("hasServer", postman.hasServer());
        return "mail/list";
    }

    @GetMapping("/{id}")
    String open(@PathVariable UUID id, Model model) {
        var letter = store.open(id).orElseThrow(LetterController::missing);
        model.addAttribute("letter", letter);
        model.addAttribute("text", layout.text(letter));
        model.addAttribute("attachments", store.attachmentsOf(id));
        model.addAttribute("masked", store.masksSecrets());
        model.addAttribute("retriable", letter.state().canBeRetried());
        return "mail/letter";
    }

    /** The HTML of the letter alone, for the frame on its page; opening that page is what the trail records. */
    @GetMapping("/{id}/html")
    ResponseEntity<String> html(@PathVariable UUID id) {
        var letter = store.find(id).orElseThrow(LetterController::missing);
        return ResponseEntity.ok()
                .header("Content-Security-Policy", LETTER_POLICY)
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(layout.html(letter).replace("<a href=", "<a target=\"_blank\" rel=\"noopener\" href="));
    }

    @PostMapping("/{id}/atkartot")
    String retry(@PathVariable UUID id, RedirectAttributes redirect) {
        store.retry(store.find(id).orElseThrow(LetterController::missing));
        redirect.addFlashAttribute("flash", messages.getMessage("mail.retried", null, LocaleContextHolder.getLocale()));
        return "redirect:/darbs/admin/pasts/" + id;
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
