package lv.varu.proposal.landing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.UUID;
import lv.varu.account.NotAllowed;
import lv.varu.account.SignedIn;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalNotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where in the adopted document a proposal can be found. */
@Controller
@RequestMapping("/darbs/priekslikumi/{id}/kur-nonaca")
class LandingController {
    private static final int LONGEST_PLACE = 300;
    private static final int LONGEST_LINK = 1000;

    private final LandingDesk desk;
    private final Landings landings;
    private final ProposalBook book;
    private final SignedIn signedIn;
    private final MessageSource messages;

    LandingController(
            LandingDesk desk, Landings landings, ProposalBook book, SignedIn signedIn, MessageSource messages) {
        this.desk = desk;
        this.landings = landings;
        this.book = book;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    /** What staff enter. */
    record Form(String place, String link) {
        Form(@Nullable String place, @Nullable String link) {
            this.place = place == null ? "" : place.strip();
            this.link = link == null ? "" : link.strip();
        }

        void check(Errors errors) {
            if (place.isEmpty()) {
                errors.rejectValue("place", "proposal.landing.place.missing");
            } else if (place.length() > LONGEST_PLACE) {
                errors.rejectValue("place", "proposal.landing.place.long");
            }
            if (!link.isEmpty() && !isLink()) {
                errors.rejectValue("link", "proposal.landing.link.wrong");
            }
        }

        private boolean isLink() {
            try {
                URI address = new URI(link);
                return link.length() <= LONGEST_LINK
                        && address.getHost() != null
                        && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        Landing known = landings.of(id);
        model.addAttribute("form", known == null ? new Form("", "") : new Form(known.place(), known.link()));
        return page(id, model);
    }

    @PostMapping
    String save(
            @PathVariable UUID id,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        form.check(errors);
        if (errors.hasErrors()) {
            return page(id, model);
        }
        boolean news = desk.land(id, form.place(), form.link().isEmpty() ? null : form.link(), signedIn.required());
        String said = news ? "proposal.landing.saved" : "proposal.landing.same";
        redirect.addFlashAttribute("flash", messages.getMessage(said, null, locale));
        return "redirect:/darbs/priekslikumi/" + id;
    }

    private String page(UUID id, Model model) {
        Proposal proposal = desk.get(id, signedIn.required());
        if (!LandingDesk.mayLand(proposal)) {
            throw new NotAllowed();
        }
        model.addAttribute("proposal", book.find(id).orElseThrow(() -> new ProposalNotFound(id)));
        return "proposal/landing";
    }
}
