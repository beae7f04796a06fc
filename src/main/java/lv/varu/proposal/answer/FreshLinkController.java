package lv.varu.proposal.answer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import lv.varu.account.Link;
import lv.varu.account.LinkGone;
import lv.varu.account.LinkGone.Reason;
import lv.varu.account.Links;
import lv.varu.proposal.IntakeRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where people ask for another link, because theirs is lost or has passed its end. */
@Controller
class FreshLinkController {
    private final FreshLinks fresh;
    private final Links links;

    FreshLinkController(FreshLinks fresh, Links links) {
        this.fresh = fresh;
        this.links = links;
    }

    /** To whom the link goes. */
    record Address(
            @Nullable @NotBlank(message = "{proposal.fault.email}") @Size(max = 254, message = "{proposal.fault.email}")
            String email) {}

    @GetMapping("/priekslikums/saite")
    String ask(Model model) {
        model.addAttribute("form", new Address(null));
        return "proposal/fresh-link";
    }

    /** Says the same to everybody: a stranger must not learn who has written. */
    @PostMapping("/priekslikums/saite")
    String send(@Valid @ModelAttribute("form") Address form, BindingResult errors) {
        String email = form.email();
        if (email != null && !errors.hasErrors() && !IntakeRules.isEmail(email.strip())) {
            errors.rejectValue("email", "proposal.fault.email");
        }
        if (errors.hasErrors() || email == null) {
            return "proposal/fresh-link";
        }
        fresh.toAuthor(email);
        return "proposal/fresh-link-sent";
    }

    @GetMapping("/atbilde/{token}/jauna")
    String ended(@PathVariable String token, Model model) {
        requireEnded(token);
        model.addAttribute("token", token);
        return "proposal/fresh-answer-link";
    }

    @PostMapping("/atbilde/{token}/jauna")
    String renew(@PathVariable String token, Model model) {
        requireEnded(token);
        model.addAttribute("sent", fresh.toContact(token));
        return "proposal/fresh-answer-link-sent";
    }

    private void requireEnded(String token) {
        if (links.ended(token, Link.Purpose.ANSWER_PROPOSALS).isEmpty()) {
            throw new LinkGone(Reason.UNKNOWN);
        }
    }
}
