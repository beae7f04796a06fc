package lv.varu.proposal.boilerplate;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.varu.account.Person;
import lv.varu.account.SignedIn;
import lv.varu.directory.Department;
import lv.varu.directory.Partnerships;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import lv.varu.proposal.ProposalRows;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.PageRequest;
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

/** The pages of the texts that answers are put together from. */
@Controller
@RequestMapping("/darbs/tipveida-atbildes")
class BoilerplateController {
    private static final String HOME = "/darbs/tipveida-atbildes";
    private static final int PAGE = 25;
    private static final int SHOWN_USES = 50;

    private final Boilerplates boilerplates;
    private final BoilerplateDesk desk;
    private final ProposalRows rows;
    private final Places places;
    private final Partnerships partnerships;
    private final SignedIn signedIn;
    private final MessageSource messages;

    BoilerplateController(
            Boilerplates boilerplates,
            BoilerplateDesk desk,
            ProposalRows rows,
            Places places,
            Partnerships partnerships,
            SignedIn signedIn,
            MessageSource messages) {
        this.boilerplates = boilerplates;
        this.desk = desk;
        this.rows = rows;
        this.places = places;
        this.partnerships = partnerships;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(name = "pasvaldiba", defaultValue = "") String municipality,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale locale) {
        Person person = signedIn.required();
        model.addAttribute("q", q);
        model.addAttribute("municipality", municipality);
        model.addAttribute("narrowed", !municipality.isEmpty() || q != null && !q.isBlank());
        model.addAttribute("municipalities", municipalities(locale));
        model.addAttribute("partnerships", partnershipNames(locale));
        model.addAttribute(
                "found",
                boilerplates.list(
                        person.isAdministrator() ? null : person.partnership(),
                        BoilerplateDesk.words(q),
                        municipality.isEmpty() ? null : municipality,
                        PageRequest.of(Math.max(0, page), PAGE)));
        return "proposal/boilerplates";
    }

    @GetMapping("/jauna")
    String blank(Model model, Locale locale) {
        Person person = signedIn.required();
        String own = person.partnership() == null ? null : BoilerplateForm.partnership(person.partnership());
        model.addAttribute("form", new BoilerplateForm(own, null, null, null, null));
        return form(null, model, locale);
    }

    @PostMapping("/jauna")
    String add(
            @Valid @ModelAttribute("form") BoilerplateForm form,
            BindingResult filled,
            @RequestParam(defaultValue = "saglabat") String darbiba,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        check(form, filled, locale);
        if (filled.hasErrors() || looks(darbiba, form, model, locale)) {
            return form(null, model, locale);
        }
        desk.add(form.entry(), signedIn.required());
        return back(redirect, locale, "proposal.boilerplate.added", form.entry().title());
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        Boilerplate boilerplate = readable(id);
        model.addAttribute("form", BoilerplateForm.of(boilerplate));
        return form(boilerplate, model, locale);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") BoilerplateForm form,
            BindingResult filled,
            @RequestParam(defaultValue = "saglabat") String darbiba,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Boilerplate boilerplate = readable(id);
        check(form, filled, locale);
        if (!filled.hasErrors() && !looks(darbiba, form, model, locale)) {
            try {
                int version = Objects.requireNonNullElse(form.version(), boilerplate.version());
                desk.change(id, version, form.entry(), signedIn.required());
                return back(
                        redirect,
                        locale,
                        "proposal.boilerplate.changed",
                        form.entry().title());
            } catch (OptimisticLockingFailureException meanwhile) {
                // What was typed stays; a second press of the button replaces what the other has written.
                filled.reject("proposal.boilerplate.meanwhile", new Object[] {boilerplate.changedBy()}, "");
            }
        }
        return form(boilerplate, model, locale);
    }

    @GetMapping("/{id}/dzest")
    String askToDelete(@PathVariable UUID id, Model model) {
        model.addAttribute("boilerplate", readable(id));
        return "proposal/boilerplate-delete";
    }

    @PostMapping("/{id}/dzest")
    String delete(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        String title = readable(id).title();
        desk.delete(id, signedIn.required());
        return back(redirect, locale, "proposal.boilerplate.deleted", title);
    }

    /** A partnership's own texts are its own; a municipality's are open to whoever deals with it. */
    private Boilerplate readable(UUID id) {
        Boilerplate boilerplate = boilerplates.get(id);
        String partnership = boilerplate.partnership();
        if (partnership != null && !signedIn.required().worksFor(partnership)) {
            throw new BoilerplateNotFound(id);
        }
        return boilerplate;
    }

    private void check(BoilerplateForm form, BindingResult filled, Locale locale) {
        if (form.owner() != null
                && !form.owner().isBlank()
                && !owners(signedIn.required(), locale).containsKey(form.owner())) {
            filled.rejectValue("owner", "proposal.boilerplate.owner.missing");
        }
        List<String> unknown = BoilerplateText.unknown(Objects.requireNonNullElse(form.text(), ""));
        if (!unknown.isEmpty()) {
            filled.rejectValue(
                    "text",
                    "proposal.boilerplate.text.unknown",
                    new Object[] {
                        unknown.stream().map(name -> "{{" + name + "}}").collect(Collectors.joining(", "))
                    },
                    "");
        }
    }

    /** How the text looks in an answer to a made-up proposal; nothing is kept. */
    private boolean looks(String action, BoilerplateForm form, Model model, Locale locale) {
        boolean looking = action.equals("apskatit");
        if (looking) {
            Map<String, String> example = BoilerplateText.NAMES.stream()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            name -> messages.getMessage("proposal.boilerplate.example." + name, null, locale)));
            model.addAttribute("preview", BoilerplateText.fill(form.entry().text(), example));
        }
        return looking;
    }

    private String form(@Nullable Boilerplate stored, Model model, Locale locale) {
        Person person = signedIn.required();
        boolean mayEdit = stored == null || desk.keeps(person, stored);
        model.addAttribute("stored", stored);
        model.addAttribute("mayEdit", mayEdit);
        model.addAttribute("owners", owners(person, locale));
        model.addAttribute("departments", Department.values());
        model.addAttribute(
                "uses", stored == null ? List.of() : rows.find(boilerplates.usedIn(stored.id(), SHOWN_USES)));
        return "proposal/boilerplate-form";
    }

    private Map<String, String> owners(Person person, Locale locale) {
        Map<String, String> owners = new LinkedHashMap<>();
        partnerships.all().stream()
                .filter(partnership -> desk.keeps(person, partnership.code(), null))
                .forEach(partnership ->
                        owners.put(BoilerplateForm.partnership(partnership.code()), partnership.name(locale)));
        municipalities(locale).forEach((code, name) -> {
            if (desk.keeps(person, null, code)) {
                owners.put(BoilerplateForm.municipality(code), name);
            }
        });
        return owners;
    }

    private Map<String, String> municipalities(Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.concat(places.municipalities().stream(), places.all().stream().filter(Place::isLarger))
                .forEach(place -> names.put(place.code(), place.name(locale)));
        return names;
    }

    private Map<String, String> partnershipNames(Locale locale) {
        return partnerships.all().stream()
                .collect(Collectors.toMap(partnership -> partnership.code(), partnership -> partnership.name(locale)));
    }

    private String back(RedirectAttributes redirect, Locale locale, String message, String title) {
        redirect.addFlashAttribute("flash", messages.getMessage(message, new Object[] {title}, locale));
        return "redirect:" + HOME;
    }
}
