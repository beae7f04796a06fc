package lv.varu.task;

import java.util.Locale;
import lv.varu.engine.EngineJobs;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where administrators see what the engine could not do, and let it try again. */
@Controller
@RequestMapping("/darbs/admin/kludainie-darbi")
class BrokenStepsController {
    private static final int PAGE = 20;

    private final BrokenSteps steps;
    private final MessageSource messages;

    BrokenStepsController(BrokenSteps steps, MessageSource messages) {
        this.steps = steps;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        model.addAttribute("steps", steps.page(q, PageRequest.of(Math.max(0, page), PAGE)));
        model.addAttribute("q", q);
        model.addAttribute("narrowed", q != null && !q.isBlank());
        model.addAttribute("most", EngineJobs.MOST);
        return "task/broken";
    }

    @PostMapping("/{id}/meginat")
    String tryOneAgain(@PathVariable String id, RedirectAttributes redirect, Locale locale) {
        boolean again = steps.tryOneAgain(id);
        return back(again ? "task.broken.again.one" : "task.broken.again.gone", 1, redirect, locale);
    }

    @PostMapping("/meginat")
    String tryAgain(@RequestParam(required = false) @Nullable String q, RedirectAttributes redirect, Locale locale) {
        return back("task.broken.again.all", steps.tryAgain(q), redirect, locale);
    }

    private String back(String key, int count, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", messages.getMessage(key, new Object[] {count}, locale));
        return "redirect:/darbs/admin/kludainie-darbi";
    }
}
