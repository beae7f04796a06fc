package lv.varu.directory;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lv.varu.account.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
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

/** The pages of organisations. */
@Controller
@RequestMapping("/darbs/organizacijas")
class OrganisationController {
    private static final int PAGE_SIZE = 50;
    private static final String FORM = "directory/organisation-form";

    private final Organisations organisations;
    private final DirectoryDesk desk;
    private final Keepers keepers;
    private final Places places;
    private final Partnerships partnerships;
    private final Choices choices;
    private final Collisions collisions;
    private final SignedIn signedIn;
    private final MessageSource messages;

    OrganisationController(
            Organisations organisations,
            DirectoryDesk desk,
            Keepers keepers,
            Places places,
            Partnerships partnerships,
            Choices choices,
            Collisions collisions,
            SignedIn signedIn,
            MessageSource messages) {
        this.organisations = organisations;
        this.desk = desk;
        this.keepers = keepers;
        this.places = places;
        this.partnerships = partnerships;
        this.choices = choices;
        this.collisions = collisions;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(name = "partneriba", required = false) @Nullable String partnership,
            @RequestParam(name = "veids", required = false) @Nullable OrganisationKind kind,
            @RequestParam(name = "tema", required = false) @Nullable Topic topic,
            @RequestParam(name = "neaktivas", defaultValue = "false") boolean inactive,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale locale) {
        var search = new OrganisationSearch(q, partnership, kind, topic, inactive);
        model.addAttribute("search", search);
        model.addAttribute("narrowed", search.narrows());
        model.addAttribute("organisations", organisations.search(search, PageRequest.of(Math.max(0, page), PAGE_SIZE)));
        model.addAttribute("partnerships", choices.partnerships(locale));
        model.addAttribute("kinds", OrganisationKind.values());
        model.addAttribute("topics", Topic.values());
        model.addAttribute(
                "mayAdd", !choices.keptPartnerships(signedIn.required(), locale).isEmpty());
        return "directory/organisations";
    }

    @GetMapping("/{id}")
    String view(@PathVariable UUID id, Model model) {
        var organisation = organisation(id);
        model.addAttribute("organisation", organisation);
        model.addAttribute("changedBy", collisions.nameOf(organisation.changedBy()));
        model.addAttribute("mayEdit", keepers.keepsOrganisationsOf(signedIn.required(), organisation.partnership()));
        return "directory/organisation";
    }

    @GetMapping("/jauna")
    String blank(Model model, Locale locale) {
        var kept = choices.keptPartnerships(signedIn.required(), locale);
        Keepers.demand(!kept.isEmpty());
        var form = OrganisationForm.empty(
                kept.size() == 1 ? kept.keySet().iterator().next() : null);
        return form(form, null, List.of(), model, locale);
    }

    @PostMapping("/jauna")
    String register(
            @Valid @ModelAttribute("form") OrganisationForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        form.check(places, partnerships, errors);
        if (errors.hasErrors()) {
            return form(form, null, List.of(), model, locale);
        }
        var doubts = doubts(form);
        if (!Doubt.signature(doubts).equals(Entered.text(form.seenDoubts()))) {
            return form(form, null, doubts, model, locale);
        }
        try {
            desk.register(form.id(), form.details(), signedIn.required());
        } catch (DataIntegrityViolationException twice) {
            // Both of two submits may find nothing and write; the row of the first is what the second wanted.
            if (organisations.find(form.id()).isEmpty()) {
                throw twice;
            }
        }
        return done(form.id(), "directory.organisation.registered", redirect, locale);
    }

    @GetMapping("/{id}/labot")
    String edit(@PathVariable UUID id, Model model, Locale locale) {
        var organisation = kept(id);
        return form(OrganisationForm.of(organisation), organisation, List.of(), model, locale);
    }

    @PostMapping("/{id}/labot")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") OrganisationForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Locale locale) {
        var organisation = kept(id);
        form.check(places, partnerships, errors);
        if (errors.hasErrors()) {
            return form(form, organisation, List.of(), model, locale);
        }
        var doubts = form.details().equals(organisation.details()) ? List.<Doubt>of() : doubts(form);
        if (!doubts.isEmpty() && !Doubt.signature(doubts).equals(Entered.text(form.seenDoubts()))) {
            return form(form, organisation, doubts, model, locale);
        }
        try {
            desk.change(id, form.versionShown(), form.details(), signedIn.required());
        } catch (OptimisticLockingFailureException collision) {
            collisions.tell(collision, response, model);
            return form(form, organisation(id), doubts, model, locale);
        }
        return done(id, "directory.organisation.changed", redirect, locale);
    }

    @GetMapping("/{id}/deaktivizet")
    String confirm(@PathVariable UUID id, Model model) {
        model.addAttribute("organisation", kept(id));
        return "directory/organisation-deactivate";
    }

    @PostMapping("/{id}/deaktivizet")
    String deactivate(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        desk.activate(id, false, signedIn.required());
        return done(id, "directory.organisation.deactivated", redirect, locale);
    }

    @PostMapping("/{id}/aktivizet")
    String activate(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        desk.activate(id, true, signedIn.required());
        return done(id, "directory.organisation.activated", redirect, locale);
    }

    private String form(
            OrganisationForm form, @Nullable Organisation stored, List<Doubt> doubts, Model model, Locale locale) {
        model.addAttribute("form", form);
        model.addAttribute("stored", stored);
        model.addAttribute(
                "version",
                stored == null || !model.containsAttribute("collision") ? form.versionShown() : stored.version());
        model.addAttribute("doubts", doubts);
        model.addAttribute("seenDoubts", Doubt.signature(doubts));
        model.addAttribute("kept", choices.keptPartnerships(signedIn.required(), locale));
        model.addAttribute("places", choices.places(locale));
        model.addAttribute("kinds", OrganisationKind.values());
        model.addAttribute("topics", Topic.values());
        model.addAttribute("languages", Choices.LANGUAGES);
        return FORM;
    }

    private List<Doubt> doubts(OrganisationForm form) {
        var details = form.details();
        var doubts = new ArrayList<Doubt>();
        var number = details.registrationNumber();
        if (number != null && !RegistrationNumber.passesCheck(number)) {
            doubts.add(new Doubt(Doubt.Kind.CHECK_SUM, null, null));
        }
        for (var other : organisations.lookingLike(form.id(), details.email(), number)) {
            var kind = number != null && number.equals(other.registrationNumber())
                    ? Doubt.Kind.SAME_NUMBER
                    : Doubt.Kind.SAME_EMAIL;
            doubts.add(new Doubt(kind, other.id(), other.name()));
        }
        return doubts;
    }

    private Organisation organisation(UUID id) {
        return organisations.find(id).orElseThrow(() -> new UnknownEntry(id));
    }

    private Organisation kept(UUID id) {
        var organisation = organisation(id);
        Keepers.demand(keepers.keepsOrganisationsOf(signedIn.required(), organisation.partnership()));
        return organisation;
    }

    private String done(UUID id, String message, RedirectAttributes redirect, Locale locale) {
        var arguments = new Object[] {organisation(id).name()};
        redirect.addFlashAttribute("flash", messages.getMessage(message, arguments, locale));
        redirect.addAttribute("id", id);
        return "redirect:/darbs/organizacijas/{id}";
    }
}
