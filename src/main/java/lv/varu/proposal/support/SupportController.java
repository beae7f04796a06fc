package lv.varu.proposal.support;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Optional;
import lv.varu.directory.Partnerships;
import lv.varu.proposal.Call;
import lv.varu.proposal.CallNotFound;
import lv.varu.proposal.Calls;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.PublicProposals;
import lv.varu.proposal.PublicProposals.PublicProposal;
import lv.varu.proposal.merging.Kin;
import lv.varu.proposal.support.SupportDesk.Inviting;
import lv.varu.proposal.support.SupportDesk.SupportClosed;
import lv.varu.proposal.support.SupportDesk.Supportable;
import lv.varu.proposal.support.SupportDesk.Supported;
import lv.varu.proposal.support.SupportDesk.TooManyInvitations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages by which people support a proposal, follow it, stop doing so, and ask others for support. */
@Controller
class SupportController {
    private static final String FORM = "/apspriesanas/{code}/priekslikumi/{receipt}/atbalstit";

    private final Calls calls;
    private final SupportDesk desk;
    private final PublicProposals publicProposals;
    private final Kin kin;
    private final Partnerships partnerships;
    private final MessageSource messages;

    SupportController(
            Calls calls,
            SupportDesk desk,
            PublicProposals publicProposals,
            Kin kin,
            Partnerships partnerships,
            MessageSource messages) {
        this.calls = calls;
        this.desk = desk;
        this.publicProposals = publicProposals;
        this.kin = kin;
        this.partnerships = partnerships;
        this.messages = messages;
    }

    @GetMapping(FORM)
    String blank(
            @PathVariable String code,
            @PathVariable String receipt,
            @RequestParam(name = "ielugums", required = false) @Nullable String invitation,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Supportable found = look(code, receipt, invitation, response);
        model.addAttribute("form", SupportForm.EMPTY);
        return form(found, invitation, model, locale);
    }

    @PostMapping(FORM)
    String ask(
            @PathVariable String code,
            @PathVariable String receipt,
            @RequestParam(name = "ielugums", required = false) @Nullable String invitation,
            @Valid @ModelAttribute("form") SupportForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Supportable found = look(code, receipt, invitation, response);
        form.check(errors);
        if (!found.open()) {
            response.setStatus(HttpStatus.CONFLICT.value());
        } else if (!errors.hasErrors()) {
            desk.ask(found, form.support(locale));
            show(found.call(), found.proposal(), model, locale);
            model.addAttribute("email", form.email());
            return "proposal/support-sent";
        }
        return form(found, invitation, model, locale);
    }

    private Supportable look(String code, String receipt, @Nullable String invitation, HttpServletResponse response) {
        Call call = calls.find(code).filter(Call::announced).orElseThrow(() -> new CallNotFound(code));
        if (invitation != null) {
            // The address holds a secret, so it must not become a referrer.
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("X-Robots-Tag", "noindex, nofollow");
        }
        return desk.look(call, receipt, invitation);
    }

    private String form(Supportable found, @Nullable String invitation, Model model, Locale locale) {
        show(found.call(), found.proposal(), model, locale);
        model.addAttribute("open", found.open());
        model.addAttribute("invitation", invitation);
        model.addAttribute("consentText", Supporters.CONSENT_TEXT);
        return "proposal/support";
    }

    @GetMapping("/priekslikums/atbalstit/{token}")
    String confirmation(@PathVariable String token, Model model, Locale locale) {
        Supported supported = desk.confirmation(token);
        show(supported, token, model, locale);
        return supported.supporter().hasEnded() ? "proposal/support-over" : "proposal/support-confirm";
    }

    // Programs that check letters open every link, so only the button confirms.
    @PostMapping("/priekslikums/atbalstit/{token}")
    String confirm(
            @PathVariable String token,
            Model model,
            RedirectAttributes redirect,
            Locale locale,
            HttpServletResponse response) {
        boolean before = desk.confirmation(token).supporter().isConfirmed();
        try {
            String follow = desk.confirm(token).getPath();
            if (!before) {
                redirect.addFlashAttribute("flash", text("proposal.support.confirmed", locale));
            }
            return "redirect:" + follow.substring(follow.indexOf("/priekslikums/"));
        } catch (SupportClosed e) {
            response.setStatus(HttpStatus.GONE.value());
            confirmation(token, model, locale);
            return "proposal/support-over";
        }
    }

    @GetMapping("/priekslikums/atbalsts/{token}")
    String follow(@PathVariable String token, Model model, Locale locale) {
        Supported supported = desk.follow(token);
        show(supported, token, model, locale);
        return supported.supporter().hasEnded() ? "proposal/support-over" : "proposal/support-follow";
    }

    @GetMapping("/priekslikums/atbalsts/{token}/beigt")
    String askToStop(@PathVariable String token, Model model, Locale locale) {
        follow(token, model, locale);
        return desk.follow(token).supporter().hasEnded() ? "proposal/support-over" : "proposal/support-stop";
    }

    @PostMapping("/priekslikums/atbalsts/{token}/beigt")
    String stop(@PathVariable String token, RedirectAttributes redirect, Locale locale) {
        desk.stop(token);
        redirect.addFlashAttribute("flash", text("proposal.support.stopped", locale));
        return "redirect:/priekslikums/atbalsts/" + token;
    }

    @GetMapping("/priekslikums/atbalsts/{token}/atteikties")
    String askToMute(@PathVariable String token, Model model, Locale locale) {
        String page = follow(token, model, locale);
        return page.equals("proposal/support-over") ? page : "proposal/support-mute";
    }

    /**
     * From the page, or from a mail program whose reader presses its own button (RFC 8058); that has no cookie and may ask
     * twice. Only the letters end: a reader who is tired of them did not say that the proposal is wrong.
     */
    @PostMapping("/priekslikums/atbalsts/{token}/atteikties")
    String mute(@PathVariable String token, Model model, Locale locale) {
        desk.mute(token, true);
        return askToMute(token, model, locale);
    }

    @PostMapping("/priekslikums/atbalsts/{token}/sanemt")
    String hear(@PathVariable String token, RedirectAttributes redirect, Locale locale) {
        desk.mute(token, false);
        redirect.addFlashAttribute("flash", text("proposal.support.hears", locale));
        return "redirect:/priekslikums/atbalsts/" + token;
    }

    @GetMapping("/priekslikums/{token}/ielugt")
    String inviting(@PathVariable String token, Model model, Locale locale) {
        model.addAttribute("form", InviteForm.EMPTY);
        return invitation(desk.inviting(token), token, model, locale);
    }

    @PostMapping("/priekslikums/{token}/ielugt")
    String invite(
            @PathVariable String token,
            @ModelAttribute("form") InviteForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale,
            HttpServletResponse response) {
        form.check(errors);
        if (!errors.hasErrors()) {
            try {
                int sent = desk.invite(token, form.emails());
                redirect.addFlashAttribute(
                        "flash", messages.getMessage("proposal.support.invited", new Object[] {sent}, locale));
                return "redirect:/priekslikums/" + token;
            } catch (TooManyInvitations refused) {
                errors.rejectValue("addresses", "proposal.support.invite.many", new Object[] {refused.left}, null);
            } catch (SupportClosed e) {
                response.setStatus(HttpStatus.CONFLICT.value());
            }
        }
        return invitation(desk.inviting(token), token, model, locale);
    }

    private String invitation(Inviting inviting, String token, Model model, Locale locale) {
        show(inviting.call(), inviting.proposal(), model, locale);
        model.addAttribute("inviting", inviting);
        model.addAttribute("token", token);
        return "proposal/support-invite";
    }

    private void show(Supported supported, String token, Model model, Locale locale) {
        show(supported.call(), supported.proposal(), model, locale);
        Optional<PublicProposal> one = publicProposals.find(supported.proposal().receipt(), locale);
        model.addAttribute("one", one.orElse(null));
        model.addAttribute("related", kin.publicly(supported.proposal(), locale));
        model.addAttribute("supporter", supported.supporter());
        model.addAttribute("token", token);
    }

    private void show(Call call, ProposalView proposal, Model model, Locale locale) {
        var lead = partnerships.find(call.lead());
        model.addAttribute("call", call);
        model.addAttribute("partnership", call.lead());
        model.addAttribute("lead", lead);
        model.addAttribute("leadName", lead.name(locale));
        model.addAttribute("proposal", proposal);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
