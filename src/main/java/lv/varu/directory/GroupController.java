package lv.varu.directory;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lv.varu.account.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.DuplicateKeyException;
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

/** The pages of groups of organisations. */
@Controller
@RequestMapping("/darbs/organizaciju-grupas")
class GroupController {
    private static final int PAGE_SIZE = 50;
    private static final String LIST = "redirect:/darbs/organizaciju-grupas";
    private static final String ONE = LIST + "/{id}";

    private final Groups groups;
    private final GroupDesk desk;
    private final Organisations organisations;
    private final Choices choices;
    private final Collisions collisions;
    private final SignedIn signedIn;
    private final MessageSource messages;

    GroupController(
            Groups groups,
            GroupDesk desk,
            Organisations organisations,
            Choices choices,
            Collisions collisions,
            SignedIn signedIn,
            MessageSource messages) {
        this.groups = groups;
        this.desk = desk;
        this.organisations = organisations;
        this.choices = choices;
        this.collisions = collisions;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        model.addAttribute("q", q);
        model.addAttribute("groups", groups.search(signedIn.required().partnership(), q, page(page)));
        return "directory/groups";
    }

    @GetMapping("/{id}")
    String view(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var group = desk.get(id, signedIn.required());
        model.addAttribute("group", group);
        model.addAttribute("q", q);
        model.addAttribute("changedBy", collisions.nameOf(group.changedBy()));
        model.addAttribute("organisations", organisations.members(id, q, page(page)));
        return "directory/group";
    }

    @GetMapping("/jauna")
    String blank(Model model, Locale locale) {
        var kept = choices.keptPartnerships(signedIn.required(), locale);
        Keepers.demand(!kept.isEmpty());
        return form(GroupForm.empty(kept.size() == 1 ? kept.keySet().iterator().next() : null), null, model, locale);
    }

    @PostMapping("/jauna")
    String create(
            @Valid @ModelAttribute("form") GroupForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        if (errors.hasErrors()) {
            return form(form, null, model, locale);
        }
        try {
            desk.create(
                    form.id(),
                    requireNonNull(form.partnership()),
                    requireNonNull(form.name()),
                    form.note(),
                    signedIn.required());
        } catch (DuplicateKeyException taken) {
            errors.rejectValue("name", "directory.group.name.taken");
            return form(form, null, model, locale);
        }
        tell(redirect, "directory.group.created", locale, form.name());
        redirect.addAttribute("id", form.id());
        return ONE + "/pievienot";
    }

    @GetMapping("/{id}/labot")
    String edit(@PathVariable UUID id, Model model, Locale locale) {
        var group = desk.get(id, signedIn.required());
        return form(GroupForm.of(group), group, model, locale);
    }

    @PostMapping("/{id}/labot")
    String rename(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") GroupForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Locale locale) {
        var group = desk.get(id, signedIn.required());
        if (errors.hasErrors()) {
            return form(form, group, model, locale);
        }
        try {
            desk.rename(
                    id,
                    requireNonNullElse(form.version(), -1),
                    requireNonNull(form.name()),
                    form.note(),
                    signedIn.required());
        } catch (DuplicateKeyException taken) {
            errors.rejectValue("name", "directory.group.name.taken");
            return form(form, group, model, locale);
        } catch (OptimisticLockingFailureException collision) {
            collisions.tell(collision, response, model);
            return form(form, desk.get(id, signedIn.required()), model, locale);
        }
        tell(redirect, "directory.group.changed", locale, form.name());
        return ONE;
    }

    @GetMapping("/{id}/dzest")
    String confirm(@PathVariable UUID id, Model model) {
        model.addAttribute("group", desk.get(id, signedIn.required()));
        return "directory/group-delete";
    }

    @PostMapping("/{id}/dzest")
    String delete(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        var group = desk.get(id, signedIn.required());
        desk.delete(id, signedIn.required());
        tell(redirect, "directory.group.deleted", locale, group.name());
        return LIST;
    }

    @GetMapping("/{id}/pievienot")
    String choose(
            @PathVariable UUID id,
            @ModelAttribute("search") OrganisationChoice search,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        model.addAttribute("group", desk.get(id, signedIn.required()));
        model.addAttribute("narrowed", search.search().narrows());
        model.addAttribute("kinds", OrganisationKind.values());
        model.addAttribute("topics", Topic.values());
        model.addAttribute("organisations", organisations.outside(id, search.search(), page(page)));
        return "directory/group-add";
    }

    /** @param all everything that the search finds, not only what is marked on the page */
    @PostMapping("/{id}/pievienot")
    String add(
            @PathVariable UUID id,
            @ModelAttribute("search") OrganisationChoice search,
            @RequestParam(name = "organizacija", required = false) @Nullable List<UUID> marked,
            @RequestParam(name = "visas", defaultValue = "false") boolean all,
            RedirectAttributes redirect,
            Locale locale) {
        desk.get(id, signedIn.required());
        var chosen = all ? organisations.outside(id, search.search()) : requireNonNullElse(marked, List.<UUID>of());
        int added = desk.add(id, chosen, signedIn.required());
        tell(redirect, added == 0 ? "directory.group.added.none" : "directory.group.added", locale, added);
        if (added == 0) {
            search.repeat(redirect);
            return ONE + "/pievienot";
        }
        return ONE;
    }

    @PostMapping("/{id}/iznemt")
    String remove(
            @PathVariable UUID id,
            @RequestParam(name = "organizacija", required = false) @Nullable List<UUID> marked,
            RedirectAttributes redirect,
            Locale locale) {
        int removed = desk.remove(id, requireNonNullElse(marked, List.<UUID>of()), signedIn.required());
        tell(redirect, removed == 0 ? "directory.group.removed.none" : "directory.group.removed", locale, removed);
        return ONE;
    }

    private String form(GroupForm form, @Nullable OrganisationGroup stored, Model model, Locale locale) {
        model.addAttribute("form", form);
        model.addAttribute("stored", stored);
        model.addAttribute(
                "version",
                stored == null || !model.containsAttribute("collision") ? form.version() : (Integer) stored.version());
        model.addAttribute("kept", choices.keptPartnerships(signedIn.required(), locale));
        return "directory/group-form";
    }

    private void tell(RedirectAttributes redirect, String message, Locale locale, @Nullable Object... arguments) {
        redirect.addFlashAttribute("flash", messages.getMessage(message, arguments, locale));
    }

    private static PageRequest page(int number) {
        return PageRequest.of(Math.max(0, number), PAGE_SIZE);
    }

    /** What organisations that could be added are narrowed to. */
    record OrganisationChoice(
            @Nullable String q,
            @Nullable OrganisationKind veids,
            @Nullable Topic tema) {

        OrganisationSearch search() {
            return new OrganisationSearch(q, null, veids, tema, false);
        }

        void repeat(RedirectAttributes redirect) {
            redirect.addAttribute("q", requireNonNullElse(q, ""));
            redirect.addAttribute("veids", veids == null ? "" : veids.name());
            redirect.addAttribute("tema", tema == null ? "" : tema.name());
        }
    }
}
