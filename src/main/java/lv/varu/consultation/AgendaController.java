package lv.varu.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lv.varu.account.SignedIn;
import lv.varu.calendar.Riga;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
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

/** The conclusions before a general meeting. */
@Controller
@RequestMapping("/darbs/apspriesanas/{code}/kopsapulce")
class AgendaController {
    private static final int LONGEST = 4000;

    private final ConsultationSheet sheet;
    private final Agendas agendas;
    private final ProposalBook proposals;
    private final SignedIn signedIn;
    private final MessageSource messages;
    private final Clock clock;

    AgendaController(
            ConsultationSheet sheet,
            Agendas agendas,
            ProposalBook proposals,
            SignedIn signedIn,
            MessageSource messages,
            Clock clock) {
        this.sheet = sheet;
        this.agendas = agendas;
        this.proposals = proposals;
        this.signedIn = signedIn;
        this.messages = messages;
        this.clock = clock;
    }

    /** What staff enter. */
    record Form(@DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate meetsOn, String item, String decision) {
        Form(@Nullable LocalDate meetsOn, @Nullable String item, @Nullable String decision) {
            this.meetsOn = meetsOn;
            this.item = plain(item);
            this.decision = plain(decision);
        }

        private static String plain(@Nullable String typed) {
            return typed == null ? "" : typed.replace("\r\n", "\n").strip();
        }

        void check(LocalDate today, Errors errors) {
            if (meetsOn == null && !errors.hasFieldErrors("meetsOn")) {
                errors.rejectValue("meetsOn", "consultation.agenda.meets.missing");
            }
            if (item.isEmpty()) {
                errors.rejectValue("item", "consultation.agenda.text.missing");
            } else if (item.length() > LONGEST) {
                errors.rejectValue("item", "consultation.agenda.long");
            }
            if (decision.length() > LONGEST) {
                errors.rejectValue("decision", "consultation.agenda.long");
            } else if (!decision.isEmpty() && meetsOn != null && today.isBefore(meetsOn)) {
                errors.rejectValue("decision", "consultation.agenda.decision.early");
            }
        }

        Agenda agenda() {
            return new Agenda(Objects.requireNonNull(meetsOn), item, decision.isEmpty() ? null : decision);
        }
    }

    @GetMapping
    String show(@PathVariable String code, Model model, Locale locale) {
        var consultation = get(code);
        var known = agendas.of(consultation.id());
        model.addAttribute(
                "form",
                known == null
                        ? new Form(null, draft(consultation, locale), null)
                        : new Form(known.meetsOn(), known.item(), known.decision()));
        return page(consultation, model);
    }

    /** A first sentence, so that nobody begins with an empty field. */
    private String draft(Consultation consultation, Locale locale) {
        var tally = proposals.tallies(List.of(consultation.id())).getOrDefault(consultation.id(), Tally.NONE);
        return messages.getMessage(
                "consultation.agenda.draft",
                new Object[] {
                    consultation.title(locale),
                    tally.received(),
                    tally.with(Outcome.ACCEPTED) + tally.with(Outcome.PARTIALLY_ACCEPTED)
                },
                locale);
    }

    @PostMapping
    String save(
            @PathVariable String code,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        var consultation = get(code);
        form.check(Riga.today(clock), errors);
        if (errors.hasErrors()) {
            return page(consultation, model);
        }
        agendas.set(consultation.id(), form.agenda(), signedIn.required());
        redirect.addFlashAttribute("flash", messages.getMessage("consultation.agenda.saved", null, locale));
        return "redirect:/darbs/apspriesanas/" + code + "/kopsapulce";
    }

    private Consultation get(String code) {
        var consultation = sheet.get(code, signedIn.required());
        if (!Agendas.mayBeSet(consultation)) {
            throw new Consultation.WrongStatus(consultation.id(), consultation.status());
        }
        return consultation;
    }

    private String page(Consultation consultation, Model model) {
        model.addAttribute("consultation", consultation);
        return "consultation/agenda";
    }
}
