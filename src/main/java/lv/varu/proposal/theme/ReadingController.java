package lv.varu.proposal.theme;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.People;
import lv.varu.account.SignedIn;
import lv.varu.proposal.Call;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalNotFound;
import lv.varu.proposal.ProposalRows;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.entry.StaffIntake;
import lv.varu.proposal.theme.Readings.Reading;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Proposals one after the other, each to be read and marked. */
@Controller
@RequestMapping("/darbs/apspriesanas/{code}/lasit")
class ReadingController {
    private final StaffIntake intake;
    private final ThemeDesk desk;
    private final Themes themes;
    private final ThemeHints hints;
    private final Readings readings;
    private final ProposalRows rows;
    private final People people;
    private final SignedIn signedIn;
    private final MessageSource messages;

    ReadingController(
            StaffIntake intake,
            ThemeDesk desk,
            Themes themes,
            ThemeHints hints,
            Readings readings,
            ProposalRows rows,
            People people,
            SignedIn signedIn,
            MessageSource messages) {
        this.intake = intake;
        this.desk = desk;
        this.themes = themes;
        this.hints = hints;
        this.readings = readings;
        this.rows = rows;
        this.people = people;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    /**
     * What a reader says of a proposal.
     *
     * @param named a theme that was not yet in the list
     */
    record Form(Set<UUID> themes, String named) {
        Form(@Nullable Set<UUID> themes, @Nullable String named) {
            this.themes = themes == null
                    ? Set.of()
                    : themes.stream().filter(Objects::nonNull).collect(Collectors.toCollection(HashSet::new));
            this.named = named == null ? "" : named.strip();
        }

        void check(Errors errors) {
            if (named.length() > ThemeForm.LONGEST_NAME) {
                errors.rejectValue("named", "proposal.theme.name.long", new Object[] {ThemeForm.LONGEST_NAME}, null);
            }
        }
    }

    /** @param after number of the proposal that was passed over */
    @GetMapping
    String next(
            @PathVariable String code,
            @RequestParam(name = "pec", defaultValue = "0") long after,
            Model model,
            RedirectAttributes redirect) {
        Call call = call(code, model);
        var next = readings.next(call.id(), after);
        redirect.addAttribute("code", code);
        if (next.isEmpty()) {
            model.addAttribute("progress", readings.progress(call.id()));
            return "proposal/read-all";
        }
        redirect.addAttribute("id", next.get());
        return "redirect:/darbs/apspriesanas/{code}/lasit/{id}";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String code, @PathVariable UUID id, Model model) {
        Call call = call(code, model);
        Set<UUID> marked = themes.ofProposal(id).stream().map(Theme::id).collect(Collectors.toSet());
        model.addAttribute("form", new Form(marked, ""));
        return page(call, id, model);
    }

    @PostMapping("/{id}")
    String read(
            @PathVariable String code,
            @PathVariable UUID id,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Call call = call(code, model);
        form.check(errors);
        if (errors.hasErrors()) {
            return page(call, id, model);
        }
        desk.read(call, id, form.themes(), form.named().isEmpty() ? null : form.named(), signedIn.required());
        ProposalView read = view(id);
        redirect.addFlashAttribute(
                "flash", messages.getMessage("proposal.theme.read.saved", new Object[] {read.title()}, locale));
        redirect.addAttribute("code", code);
        redirect.addAttribute("pec", read.number() == null ? 0 : read.number());
        return "redirect:/darbs/apspriesanas/{code}/lasit";
    }

    private String page(Call call, UUID id, Model model) {
        Proposal proposal = desk.proposal(call, id, signedIn.required());
        ProposalView view = view(id);
        List<Theme> known = themes.of(call.id());
        List<Reading> readers = readings.of(id);
        model.addAttribute("proposal", view);
        model.addAttribute("contribution", proposal.ownContribution());
        model.addAttribute("known", known);
        model.addAttribute("hints", hints.of(view, known));
        model.addAttribute("progress", readings.progress(call.id()));
        model.addAttribute("readers", readers);
        model.addAttribute(
                "people", people.find(readers.stream().map(Reading::reader).toList()));
        return "proposal/read";
    }

    private ProposalView view(UUID id) {
        return rows.find(id).orElseThrow(() -> new ProposalNotFound(id));
    }

    private Call call(String code, Model model) {
        Call call = intake.permitted(code, signedIn.required());
        model.addAttribute("call", call);
        model.addAttribute("partnership", call.lead());
        return call;
    }
}
