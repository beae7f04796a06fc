package lv.varu.proposal.answer;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.directory.MunicipalContact;
import lv.varu.proposal.IntakeRules;
import lv.varu.proposal.ProposalNotFound;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.answer.AnswerDesk.AnswerSheet;
import lv.varu.proposal.answer.AnswerDesk.MoreDaysUnclear;
import lv.varu.proposal.answer.AnswerTurns.MoreDaysAsked;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a municipal contact can do other than answer: pass proposals on to a colleague, or ask for more days. */
@Controller
@RequestMapping("/atbilde/{token}")
class AnswerTurnsController {
    private final AnswerDesk desk;
    private final PassingOn passingOn;
    private final MessageSource messages;

    AnswerTurnsController(AnswerDesk desk, PassingOn passingOn, MessageSource messages) {
        this.desk = desk;
        this.passingOn = passingOn;
        this.messages = messages;
    }

    @GetMapping("/kolegim")
    String askWhom(
            @PathVariable String token, @RequestParam(name = "p", required = false) @Nullable UUID one, Model model) {
        AnswerSheet sheet = desk.again(token);
        Set<UUID> chosen = one == null ? ids(sheet) : Set.of(one);
        return passOn(token, sheet, new PassOnForm(chosen, null, null, null, null), Map.of(), model);
    }

    @PostMapping("/kolegim")
    String passOn(
            @PathVariable String token,
            @ModelAttribute PassOnForm form,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        AnswerSheet sheet = desk.again(token);
        MunicipalContact contact = sheet.contact();
        if (contact == null) {
            throw new ProposalNotFound(token);
        }
        Map<String, String> faults =
                form.faults(ids(sheet), passingOn.colleagues(contact).keySet(), PassingOn.domainOf(contact));
        if (!faults.isEmpty()) {
            return passOn(token, sheet, form, faults, model);
        }
        String to = passingOn.passOn(token, form);
        redirect.addFlashAttribute(
                "flash",
                messages.getMessage(
                        "proposal.passOn.done", new Object[] {form.chosen().size(), to}, locale));
        return "redirect:/atbilde/" + token;
    }

    @GetMapping("/vairak-dienu")
    String askWhen(
            @PathVariable String token, @RequestParam(name = "p", required = false) @Nullable UUID one, Model model) {
        AnswerSheet sheet = desk.again(token);
        return moreDays(token, sheet, one == null ? ids(sheet) : Set.of(one), "", "", Map.of(), model);
    }

    @PostMapping("/vairak-dienu")
    String askForMoreDays(
            @PathVariable String token,
            @RequestParam(name = "proposals", defaultValue = "") Set<UUID> chosen,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        AnswerSheet sheet = desk.again(token);
        Map<String, String> faults = new LinkedHashMap<>();
        if (chosen.isEmpty() || !ids(sheet).containsAll(chosen)) {
            faults.put("proposals", "proposal.passOn.proposals.missing");
        }
        if (reason.length() > IntakeRules.REMARK) {
            faults.put("reason", "proposal.fault.long");
        }
        if (faults.isEmpty()) {
            try {
                desk.askForMoreDays(token, chosen, date(until), reason);
                redirect.addFlashAttribute(
                        "flash",
                        messages.getMessage("proposal.ask-days.requested", new Object[] {chosen.size()}, locale));
                return "redirect:/atbilde/" + token;
            } catch (MoreDaysUnclear unclear) {
                faults.putAll(unclear.faults());
            } catch (MoreDaysAsked asked) {
                faults.put("proposals", "proposal.ask-days.waiting");
            }
        }
        return moreDays(token, sheet, chosen, until, reason, faults, model);
    }

    private String passOn(String token, AnswerSheet sheet, PassOnForm form, Map<String, String> faults, Model model) {
        MunicipalContact contact = sheet.contact();
        show(token, sheet, form.chosen(), faults, model);
        model.addAttribute("form", form);
        model.addAttribute("colleagues", contact == null ? Map.of() : passingOn.colleagues(contact));
        model.addAttribute("domain", contact == null ? "" : PassingOn.domainOf(contact));
        return "proposal/pass-on";
    }

    private String moreDays(
            String token,
            AnswerSheet sheet,
            Set<UUID> chosen,
            String until,
            String reason,
            Map<String, String> faults,
            Model model) {
        show(token, sheet, chosen, faults, model);
        model.addAttribute("until", until);
        model.addAttribute("reason", reason);
        return "proposal/ask-more-days";
    }

    private static void show(
            String token, AnswerSheet sheet, Set<UUID> chosen, Map<String, String> faults, Model model) {
        List<ProposalView> waiting = sheet.waiting().stream()
                .map(AnswerDesk.WaitingProposal::proposal)
                .toList();
        model.addAttribute("waiting", waiting);
        model.addAttribute("chosen", chosen);
        model.addAttribute("faults", faults);
        model.addAttribute("token", token);
        model.addAttribute("partnership", sheet.call().lead());
    }

    private static Set<UUID> ids(AnswerSheet sheet) {
        return sheet.waiting().stream()
                .map(waiting -> waiting.proposal().id())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
