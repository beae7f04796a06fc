package lv.varu.audit;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Administrators' page about the whole trail. */
@Controller
@RequestMapping("/darbs/admin/pieraksti")
class TrailController {
    private final TrailReader reader;
    private final TrailVerifier verifier;
    private final MessageSource messages;

    TrailController(TrailReader reader, TrailVerifier verifier, MessageSource messages) {
        this.reader = reader;
        this.verifier = verifier;
        this.messages = messages;
    }

    @GetMapping
    String search(@ModelAttribute("search") TrailSearch search, Model model) {
        model.addAttribute("kinds", reader.kinds());
        model.addAttribute("trail", TrailPage.of(search, reader.search(search)));
        return "audit/search";
    }

    @PostMapping("/parbaudit")
    String verify(RedirectAttributes redirect) {
        var result = verifier.verify();
        redirect.addFlashAttribute("verdict", verdict(result));
        redirect.addFlashAttribute("tone", result.whole() ? "info" : "bad");
        if (result.lastSeal() != null) {
            redirect.addFlashAttribute("seal", text("audit.verify.seal", result.lastSeal()));
        }
        return "redirect:/darbs/admin/pieraksti";
    }

    String verdict(Verification result) {
        var broken = result.broken();
        return broken == null
                ? text("audit.verify.whole", result.entries(), result.chains(), result.seals())
                : text(
                        "audit.verify.broken",
                        text("audit.flaw." + broken.flaw()),
                        broken.chain(),
                        Long.toString(broken.sequence()));
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
