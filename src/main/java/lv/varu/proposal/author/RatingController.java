package lv.varu.proposal.author;

import java.util.Locale;
import lv.varu.proposal.IntakeRules;
import lv.varu.proposal.ProposalDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the author says what the answer is worth; the question stands on the page that follows the proposal. */
@Controller
@RequestMapping("/priekslikums/{token}/vertejums")
class RatingController {
    private final ProposalDesk desk;
    private final FollowController page;
    private final MessageSource messages;

    RatingController(ProposalDesk desk, FollowController page, MessageSource messages) {
        this.desk = desk;
        this.page = page;
        this.messages = messages;
    }

    @PostMapping
    String rate(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String score,
            @RequestParam(defaultValue = "") String comment,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        String words = comment.replace("\r\n", "\n").strip();
        String fault = fault(score, words);
        if (fault != null || score == null) {
            model.addAttribute("ratingFault", fault);
            model.addAttribute("ratingComment", words);
            model.addAttribute("ratingScore", score);
            return page.follow(token, model, locale);
        }
        desk.rate(token, new Rating(Integer.parseInt(score), words.isEmpty() ? null : words));
        redirect.addFlashAttribute("flash", messages.getMessage("proposal.rating.thanks", null, locale));
        return "redirect:/priekslikums/" + token;
    }

    private static @Nullable String fault(@Nullable String score, String comment) {
        if (score == null || !score.matches("[1-5]")) {
            return "proposal.rating.score.missing";
        }
        return comment.length() > IntakeRules.REMARK ? "proposal.fault.long" : null;
    }
}
