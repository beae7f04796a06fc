package lv.varu.directory;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** The pages of municipal contacts. */
@Controller
@RequestMapping("/darbs/kontakti")
class ContactController {
    private static final int PAGE_SIZE = 50;

    private final Contacts contacts;
    private final DirectoryDesk desk;
    private final Keepers keepers;
    private final Places places;
    private final Choices choices;
    private final Collisions collisions;
    private final SignedIn signedIn;
    private final MessageSource messages;

    ContactController(
            Contacts contacts,
            DirectoryDesk desk,
            Keepers keepers,
            Places places,
            Choices choices,
            Collisions collisions,
            SignedIn signedIn,
            MessageSource messages) {
        this.contacts = contacts;
        this.desk = desk;
        this.keepers = keepers;
        this.places = places;
        this.choices = choices;
        this.collisions = collisions;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(name = "pasvaldiba", required = false) @Nullable String municipality,
            @RequestParam(name = "nodala", required = false) @Nullable Department department,
            @RequestParam(name = "tema", required = false) @Nullable Topic topic,
            @RequestParam(name = "neaktivie", defaultValue = "false") boolean inactive,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale locale) {
        var search = new ContactSearch(q, municipality, department, topic, inactive);
        model.addAttribute("search", search);
        model.addAttribute("narrowed", search.narrows());
        model.addAttribute("contacts", contacts.search(search, PageRequest.of(Math.max(0, page), PAGE_SIZE)));
        model.addAttribute("municipalities", choices.municipalities(locale));
        model.addAttribute("departments", Department.values());
        model.addAttribute("topics", Topic.values());
        var kept = choices.keptMunicipalities(signedIn.required(), locale);
        model.addAttribute("mayAdd", !kept.isEmpty());
        model.addAttribute("importInto", importInto(kept, search.municipality()));
        return "directory/contacts";
    }

    /** A table goes into one municipality: the one that the list shows, or one of those that the reader keeps. */
    private static Map<String, String> importInto(Map<String, String> kept, @Nullable String shown) {
        if (shown == null) {
            return kept;
        }
        String name = kept.get(shown);
        return name == null ? Map.of() : Map.of(shown, name);
    }

    @GetMapping("/{id}")
    String view(@PathVariable UUID id, Model model) {
        var contact = contact(id);
        model.addAttribute("contact", contact);
        model.addAttribute(
                "manager",
                contact.manager() == null
                        ? null
                        : contacts.find(contact.manager()).orElse(null));
        model.addAttribute("under", contacts.under(id));
        model.addAttribute("changedBy", collisions.nameOf(contact.changedBy()));
        model.addAttribute("mayEdit", keepers.keepsContactsOf(signedIn.required(), contact.municipality()));
        return "directory/contact";
    }

    @GetMapping("/jauns")
    String blank(
            @RequestParam(name = "pasvaldiba", required = false) @Nullable String municipality,
            Model model,
            Locale locale) {
        var kept = choices.keptMunicipalities(signedIn.required(), locale);
        Keepers.demand(!kept.isEmpty());
        var only = kept.size() == 1 ? kept.keySet().iterator().next() : municipality;
        return form(ContactForm.empty(only), null, List.of(), model, locale);
    }

    @PostMapping("/jauns")
    String add(
            @Valid @ModelAttribute("form") ContactForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        form.check(places, desk, errors);
        if (errors.hasErrors()) {
            return form(form, null, List.of(), model, locale);
        }
        var doubts = doubts(form);
        if (!Doubt.signature(doubts).equals(Entered.text(form.seenDoubts()))) {
            return form(form, null, doubts, model, locale);
        }
        try {
            desk.addContact(form.id(), form.details(), signedIn.required());
        } catch (DataIntegrityViolationException twice) {
            // Both of two submits may find nothing and write; the row of the first is what the second wanted.
            if (contacts.find(form.id()).isEmpty()) {
                throw twice;
            }
        }
        return done(form.id(), "directory.contact.added", redirect, locale);
    }

    @GetMapping("/{id}/labot")
    String edit(@PathVariable UUID id, Model model, Locale locale) {
        var contact = kept(id);
        return form(ContactForm.of(contact), contact, List.of(), model, locale);
    }

    @PostMapping("/{id}/labot")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ContactForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Locale locale) {
        var contact = kept(id);
        form.check(places, desk, errors);
        if (errors.hasErrors()) {
            return form(form, contact, List.of(), model, locale);
        }
        var doubts = form.details().equals(contact.details()) ? List.<Doubt>of() : doubts(form);
        if (!doubts.isEmpty() && !Doubt.signature(doubts).equals(Entered.text(form.seenDoubts()))) {
            return form(form, contact, doubts, model, locale);
        }
        try {
            desk.change(id, form.versionShown(), form.details(), signedIn.required());
        } catch (OptimisticLockingFailureException collision) {
            collisions.tell(collision, response, model);
            return form(form, contact(id), doubts, model, locale);
        }
        return done(id, "directory.contact.changed", redirect, locale);
    }

    @GetMapping("/{id}/deaktivizet")
    String confirm(@PathVariable UUID id, Model model) {
        model.addAttribute("contact", kept(id));
        model.addAttribute("under", contacts.under(id));
        return "directory/contact-deactivate";
    }

    @PostMapping("/{id}/deaktivizet")
    String deactivate(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        desk.activateContact(id, false, signedIn.required());
        return done(id, "directory.contact.deactivated", redirect, locale);
    }

    @PostMapping("/{id}/aktivizet")
    String activate(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        desk.activateContact(id, true, signedIn.required());
        return done(id, "directory.contact.activated", redirect, locale);
    }

    private String form(
            ContactForm form, @Nullable MunicipalContact stored, List<Doubt> doubts, Model model, Locale locale) {
        var person = signedIn.required();
        model.addAttribute("form", form);
        model.addAttribute("stored", stored);
        model.addAttribute(
                "version",
                stored == null || !model.containsAttribute("collision") ? form.versionShown() : stored.version());
        model.addAttribute("doubts", doubts);
        model.addAttribute("seenDoubts", Doubt.signature(doubts));
        model.addAttribute("kept", choices.keptMunicipalities(person, locale));
        model.addAttribute("managers", choices.managers(person, form.id(), locale));
        model.addAttribute("departments", Department.values());
        model.addAttribute("topics", Topic.values());
        model.addAttribute("languages", Choices.LANGUAGES);
        return "directory/contact-form";
    }

    private List<Doubt> doubts(ContactForm form) {
        return contacts.lookingLike(form.id(), form.details().email()).stream()
                .map(other -> new Doubt(Doubt.Kind.SAME_EMAIL, other.id(), other.name()))
                .toList();
    }

    private MunicipalContact contact(UUID id) {
        return contacts.find(id).orElseThrow(() -> new UnknownEntry(id));
    }

    private MunicipalContact kept(UUID id) {
        var contact = contact(id);
        Keepers.demand(keepers.keepsContactsOf(signedIn.required(), contact.municipality()));
        return contact;
    }

    private String done(UUID id, String message, RedirectAttributes redirect, Locale locale) {
        var arguments = new Object[] {contact(id).name()};
        redirect.addFlashAttribute("flash", messages.getMessage(message, arguments, locale));
        redirect.addAttribute("id", id);
        return "redirect:/darbs/kontakti/{id}";
    }
}
