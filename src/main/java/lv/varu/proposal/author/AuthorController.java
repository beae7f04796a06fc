package lv.varu.proposal.author;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import lv.varu.directory.Partnerships;
import lv.varu.proposal.Call;
import lv.varu.proposal.IntakeRules;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalDesk;
import lv.varu.proposal.ProposalDesk.Tracking;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.author.ClarificationDesk.ToClarify;
import lv.varu.proposal.merging.MergingDesk;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the author of a proposal can still do with it, by the link that follows it. */
@Controller
@RequestMapping("/priekslikums/{token}")
class AuthorController {
    private final ProposalDesk desk;
    private final ClarificationDesk clarifications;
    private final WithdrawalDesk withdrawals;
    private final Partnerships partnerships;
    private final MessageSource messages;

    AuthorController(
            ProposalDesk desk,
            ClarificationDesk clarifications,
            WithdrawalDesk withdrawals,
            Partnerships partnerships,
            MessageSource messages) {
        this.desk = desk;
        this.clarifications = clarifications;
        this.withdrawals = withdrawals;
        this.partnerships = partnerships;
        this.messages = messages;
    }

    /** The text, as the author mends it. */
    record Wording(
            @Nullable
            @NotBlank(message = "{proposal.fault.title.missing}")
            @Size(max = IntakeRules.TITLE, message = "{proposal.fault.long}")
            String title,

            @Nullable
            @NotBlank(message = "{proposal.fault.text.missing}")
            @Size(max = IntakeRules.TEXT, message = "{proposal.fault.long}")
            String text) {

        static String clean(@Nullable String entered) {
            return entered == null ? "" : entered.replace("\r\n", "\n").strip();
        }
    }

    /** Why the author takes the proposal back. */
    record Farewell(
            @Nullable @Size(max = IntakeRules.REMARK, message = "{proposal.fault.long}")
            String reason) {

        @Nullable
        String words() {
            return reason == null || reason.isBlank() ? null : reason.strip();
        }
    }

    @GetMapping("/precizet")
    String clarify(@PathVariable String token, Model model, Locale locale) {
        ToClarify asked = clarifications.look(token);
        model.addAttribute(
                "form", new Wording(asked.proposal().title(), asked.proposal().text()));
        return clarify(token, asked, model, locale);
    }

    @PostMapping("/precizet")
    String clarified(
            @PathVariable String token,
            @Valid @ModelAttribute("form") Wording form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        ToClarify asked = clarifications.look(token);
        if (!asked.open()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return clarify(token, asked, model, locale);
        }
        if (errors.hasErrors()) {
            return clarify(token, asked, model, locale);
        }
        clarifications.answer(token, Wording.clean(form.title()), Wording.clean(form.text()));
        return back(token, "proposal.page.clarify.done", redirect, locale);
    }

    private String clarify(String token, ToClarify asked, Model model, Locale locale) {
        show(asked.call(), model, locale);
        model.addAttribute("asked", asked);
        model.addAttribute("token", token);
        return "proposal/clarify";
    }

    @GetMapping("/atsaukt")
    String withdraw(@PathVariable String token, Model model, Locale locale) {
        Tracking tracking = desk.follow(token);
        model.addAttribute("form", new Farewell(null));
        return withdraw(token, tracking, model, locale);
    }

    @PostMapping("/atsaukt")
    String withdrawn(
            @PathVariable String token,
            @Valid @ModelAttribute("form") Farewell form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Tracking tracking = desk.follow(token);
        if (errors.hasErrors()) {
            return withdraw(token, tracking, model, locale);
        }
        try {
            withdrawals.withdraw(token, form.words());
        } catch (Proposal.OutOfTurn tooLate) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return withdraw(token, desk.follow(token), model, locale);
        } catch (MergingDesk.OthersDependOnIt depended) {
            response.setStatus(HttpStatus.CONFLICT.value());
            errors.reject("proposal.withdraw.depended");
            return withdraw(token, tracking, model, locale);
        }
        return back(token, "proposal.page.withdraw.done", redirect, locale);
    }

    private String withdraw(String token, Tracking tracking, Model model, Locale locale) {
        show(tracking.call(), model, locale);
        model.addAttribute("proposal", tracking.proposal());
        model.addAttribute(
                "open", ProposalStatus.OPEN.contains(tracking.proposal().status()));
        model.addAttribute("token", token);
        return "proposal/withdraw";
    }

    private String back(String token, String message, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", messages.getMessage(message, null, locale));
        return "redirect:/priekslikums/" + token;
    }

    private void show(Call call, Model model, Locale locale) {
        var lead = partnerships.find(call.lead());
        model.addAttribute("call", call);
        model.addAttribute("partnership", call.lead());
        model.addAttribute("lead", lead);
        model.addAttribute("leadName", lead.name(locale));
    }
}
