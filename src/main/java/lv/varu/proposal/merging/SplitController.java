package lv.varu.proposal.merging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.SignedIn;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import lv.varu.directory.Topic;
import lv.varu.proposal.Call;
import lv.varu.proposal.IntakeRules;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalNotFound;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.merging.SplittingDesk.Whole;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff split a proposal into parts, and put them together again. */
@Controller
@RequestMapping("/darbs/priekslikumi/{id}")
class SplitController {
    private final SplittingDesk desk;
    private final IntakeRules rules;
    private final Places places;
    private final SignedIn signedIn;
    private final MessageSource messages;

    SplitController(SplittingDesk desk, IntakeRules rules, Places places, SignedIn signedIn, MessageSource messages) {
        this.desk = desk;
        this.rules = rules;
        this.places = places;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    /** What staff enter; a part without title and text does not count. */
    record Form(List<PartForm> parts) {
        Form {
            parts = parts == null ? List.of() : List.copyOf(parts);
        }

        /** The first part says what the whole says, to be shortened. */
        static Form of(ProposalView whole) {
            List<PartForm> parts = new ArrayList<>();
            for (int i = 0; i < SplittingDesk.MOST; i++) {
                boolean first = i < SplittingDesk.FEWEST;
                parts.add(new PartForm(
                        i == 0 ? whole.title() : null,
                        first ? whole.text() : null,
                        first ? whole.topic().name() : null,
                        first ? whole.municipality() : null,
                        first ? whole.place() : null));
            }
            return new Form(parts);
        }
    }

    record PartForm(
            @Nullable String title,
            @Nullable String text,
            @Nullable String topic,
            @Nullable String municipality,
            @Nullable String place) {

        boolean isBlank() {
            return clean(title).isEmpty() && clean(text).isEmpty();
        }

        private static String clean(@Nullable String typed) {
            return typed == null ? "" : typed.replace("\r\n", "\n").strip();
        }

        boolean hasTopic() {
            return Arrays.stream(Topic.values()).anyMatch(known -> known.name().equals(topic));
        }

        SplittingDesk.Part part() {
            String where = clean(place);
            return new SplittingDesk.Part(
                    clean(title),
                    clean(text),
                    Topic.valueOf(Objects.requireNonNull(topic)),
                    Objects.requireNonNull(municipality),
                    where.isEmpty() ? null : where);
        }
    }

    @GetMapping("/sadalit")
    String form(@PathVariable UUID id, Model model) {
        Whole whole = desk.look(id, signedIn.required());
        model.addAttribute("form", Form.of(whole.proposal()));
        return page(whole, model);
    }

    @PostMapping("/sadalit")
    String split(
            @PathVariable UUID id,
            @ModelAttribute("form") Form form,
            BindingResult filled,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Whole whole = desk.look(id, signedIn.required());
        check(form, whole.call(), filled);
        if (!filled.hasErrors() && whole.splittable()) {
            try {
                desk.split(
                        id,
                        form.parts().stream()
                                .filter(part -> !part.isBlank())
                                .map(PartForm::part)
                                .toList(),
                        signedIn.required());
                redirect.addFlashAttribute("flash", messages.getMessage("proposal.split.done", null, locale));
                return "redirect:/darbs/priekslikumi/" + id;
            } catch (Proposal.OutOfTurn meanwhile) {
                filled.reject("proposal.split.late");
            }
        }
        return page(whole, model);
    }

    private void check(Form form, Call call, BindingResult filled) {
        List<String> known =
                rules.municipalitiesOf(call).stream().map(Place::code).toList();
        int count = 0;
        for (int i = 0; i < form.parts().size(); i++) {
            PartForm part = form.parts().get(i);
            if (part.isBlank()) {
                continue;
            }
            count++;
            String at = "parts[" + i + "].";
            needed(part.title(), at + "title", "proposal.split.title.missing", IntakeRules.TITLE, filled);
            needed(part.text(), at + "text", "proposal.split.text.missing", IntakeRules.TEXT, filled);
            if (!part.hasTopic()) {
                filled.rejectValue(at + "topic", "proposal.split.topic.missing");
            }
            String municipality = part.municipality();
            if (municipality == null || !known.contains(municipality)) {
                filled.rejectValue(at + "municipality", "proposal.split.municipality.missing");
            } else if (part.place() != null && !part.place().isBlank() && !rules.isWithin(part.place(), municipality)) {
                filled.rejectValue(at + "place", "proposal.fault.place.foreign");
            }
        }
        if (count < SplittingDesk.FEWEST || count > SplittingDesk.MOST) {
            filled.reject("proposal.split.few");
        }
    }

    private static void needed(
            @Nullable String typed, String field, String missing, int longest, BindingResult filled) {
        if (typed == null || typed.isBlank()) {
            filled.rejectValue(field, missing);
        } else if (typed.length() > longest) {
            filled.rejectValue(field, "proposal.fault.long");
        }
    }

    private String page(Whole whole, Model model) {
        List<Place> municipalities = rules.municipalitiesOf(whole.call());
        Map<String, String> smaller = new LinkedHashMap<>();
        municipalities.forEach(municipality -> smaller.putAll(names(places.parishesOf(municipality.code()))));
        show(whole, model);
        model.addAttribute("topics", Topic.values());
        model.addAttribute("municipalities", names(municipalities));
        model.addAttribute("places", smaller);
        model.addAttribute("fewest", SplittingDesk.FEWEST);
        return "proposal/split";
    }

    private static Map<String, String> names(List<Place> places) {
        Map<String, String> names = new LinkedHashMap<>();
        Locale locale = LocaleContextHolder.getLocale();
        places.forEach(place -> names.put(place.code(), place.name(locale)));
        return names;
    }

    private static void show(Whole whole, Model model) {
        model.addAttribute("whole", whole);
        model.addAttribute("call", whole.call());
        model.addAttribute("partnership", whole.call().lead());
    }

    @GetMapping("/salikt")
    String ask(@PathVariable UUID id, Model model) {
        Whole whole = desk.look(id, signedIn.required());
        if (whole.proposal().status() != ProposalStatus.SPLIT) {
            throw new ProposalNotFound(id);
        }
        show(whole, model);
        return "proposal/unsplit";
    }

    @PostMapping("/salikt")
    String undo(@PathVariable UUID id, Model model, RedirectAttributes redirect, Locale locale) {
        try {
            desk.undo(id, signedIn.required());
        } catch (Proposal.OutOfTurn meanwhile) {
            return ask(id, model);
        }
        redirect.addFlashAttribute("flash", messages.getMessage("proposal.split.undone", null, locale));
        return "redirect:/darbs/priekslikumi/" + id;
    }
}
