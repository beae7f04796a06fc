package lv.varu.proposal.merging;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.varu.account.SignedIn;
import lv.varu.proposal.Call;
import lv.varu.proposal.Calls;
import lv.varu.proposal.IntakeRules;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.merging.MergingDesk.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff choose proposals that say the same, let one speak for all, and undo it. */
@Controller
@RequestMapping("/darbs/priekslikumi")
class MergeController {
    private final MergingDesk desk;
    private final Calls calls;
    private final SignedIn signedIn;
    private final MessageSource messages;

    MergeController(MergingDesk desk, Calls calls, SignedIn signedIn, MessageSource messages) {
        this.desk = desk;
        this.calls = calls;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    /**
     * What staff enter.
     *
     * @param id the chosen ones
     * @param target which of them speaks for all
     */
    record Form(
            List<UUID> id, @Nullable UUID target, @Nullable String reason) {
        Form {
            id = id == null
                    ? List.of()
                    : id.stream().filter(Objects::nonNull).distinct().toList();
        }

        List<UUID> others() {
            return id.stream().filter(one -> !one.equals(target)).toList();
        }

        String words() {
            return reason == null ? "" : reason.replace("\r\n", "\n").strip();
        }
    }

    @GetMapping("/apvienot")
    String choose(
            @ModelAttribute("form") Form form,
            BindingResult filled,
            @RequestParam(name = "numurs", required = false) @Nullable String number,
            Model model) {
        return page(form, number, filled, model);
    }

    @PostMapping("/apvienot")
    String merge(
            @ModelAttribute("form") Form form,
            BindingResult filled,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        UUID target = form.target();
        if (form.words().isEmpty()) {
            filled.rejectValue("reason", "proposal.merge.reason.missing");
        }
        if (form.words().length() > IntakeRules.REMARK) {
            filled.rejectValue("reason", "proposal.fault.long");
        }
        if (target == null || !form.id().contains(target)) {
            filled.rejectValue("target", "proposal.merge.target.missing");
        } else if (form.others().isEmpty()) {
            filled.reject("proposal.merge.few");
        } else if (!filled.hasErrors()) {
            try {
                desk.merge(target, form.others(), form.words(), signedIn.required());
                redirect.addFlashAttribute(
                        "flash",
                        messages.getMessage(
                                "proposal.merge.done",
                                new Object[] {form.others().size()},
                                locale));
                return "redirect:/darbs/priekslikumi/" + target;
            } catch (Proposal.OutOfTurn meanwhile) {
                filled.reject("proposal.merge.late");
            }
        }
        return page(form, null, filled, model);
    }

    private String page(Form form, @Nullable String number, BindingResult filled, Model model) {
        Choice choice = desk.choose(form.id(), numberOf(number), signedIn.required());
        List<ProposalView> chosen = choice.chosen();
        if (chosen.stream().map(ProposalView::callId).distinct().count() > 1) {
            filled.reject("proposal.merge.foreign");
        }
        if (!chosen.isEmpty()) {
            Call call = calls.get(chosen.get(0).callId());
            model.addAttribute("call", call);
            model.addAttribute("partnership", call.lead());
        }
        model.addAttribute("choice", choice);
        model.addAttribute("echoes", Echo.among(chosen));
        model.addAttribute("number", number);
        model.addAttribute(
                "target", form.target() == null && !chosen.isEmpty() ? mostSupported(chosen) : form.target());
        return "proposal/merge";
    }

    /** What most people stand behind speaks for all, unless staff choose another one; among equals the first. */
    private static UUID mostSupported(List<ProposalView> chosen) {
        ProposalView best = chosen.get(0);
        for (ProposalView one : chosen) {
            if (one.supporters() > best.supporters()) {
                best = one;
            }
        }
        return best.id();
    }

    private static Optional<Long> numberOf(@Nullable String typed) {
        return typed == null || !typed.strip().matches("\\d{1,18}")
                ? Optional.empty()
                : Optional.of(Long.valueOf(typed.strip()));
    }

    @GetMapping("/{id}/atvienot")
    String ask(@PathVariable UUID id, Model model) {
        var undoing = desk.undoing(id, signedIn.required());
        Call call = calls.get(undoing.proposal().callId());
        model.addAttribute("undoing", undoing);
        model.addAttribute("call", call);
        model.addAttribute("partnership", call.lead());
        return "proposal/unmerge";
    }

    @PostMapping("/{id}/atvienot")
    String undo(@PathVariable UUID id, Model model, RedirectAttributes redirect, Locale locale) {
        try {
            desk.undo(id, signedIn.required());
        } catch (Proposal.OutOfTurn meanwhile) {
            return ask(id, model);
        }
        redirect.addFlashAttribute("flash", messages.getMessage("proposal.merge.undone", null, locale));
        return "redirect:/darbs/priekslikumi/" + id;
    }
}
