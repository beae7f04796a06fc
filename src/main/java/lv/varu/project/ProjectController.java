package lv.varu.project;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.account.SignedIn;
import lv.varu.directory.Partnership;
import lv.varu.directory.Partnerships;
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

/** The register of projects. */
@Controller
@RequestMapping("/darbs/projekti")
class ProjectController {
    private static final int PAGE_SIZE = 25;
    private static final String ONE = "redirect:/darbs/projekti/{id}";

    private final Projects projects;
    private final ProjectDesk desk;
    private final Belonging belonging;
    private final Partnerships partnerships;
    private final SignedIn signedIn;
    private final MessageSource messages;

    ProjectController(
            Projects projects,
            ProjectDesk desk,
            Belonging belonging,
            Partnerships partnerships,
            SignedIn signedIn,
            MessageSource messages) {
        this.projects = projects;
        this.desk = desk;
        this.belonging = belonging;
        this.partnerships = partnerships;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("projects", projects.search(q, PageRequest.of(Math.max(0, page), PAGE_SIZE)));
        model.addAttribute("mayAdd", !kept(person()).isEmpty());
        model.addAttribute("defaults", projects.defaults());
        return "project/list";
    }

    @GetMapping("/jauns")
    String blank(Model model) {
        var own = kept(person());
        if (own.isEmpty()) {
            throw new NotAllowed();
        }
        return formPage(ProjectForm.blank(own.size() == 1 ? own.keySet() : Set.of()), null, model);
    }

    @PostMapping("/jauns")
    String register(
            @Valid @ModelAttribute("form") ProjectForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        if (kept(person()).isEmpty()) {
            throw new NotAllowed();
        }
        UUID id = UUID.randomUUID();
        var project = form.project(id, names().keySet(), errors);
        if (project.isEmpty()) {
            return formPage(form, null, model);
        }
        desk.register(project.get(), person());
        return done(id, "project.registered", project.get().name(), redirect, locale);
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("code", "");
        return page(id, model);
    }

    private String page(UUID id, Model model) {
        var project = desk.get(id);
        var consultations = belonging.of(project);
        model.addAttribute("project", project);
        model.addAttribute("consultations", consultations);
        model.addAttribute(
                "assigned",
                projects.assigned(consultations.stream()
                        .map(consultation -> consultation.id())
                        .toList()));
        model.addAttribute("defaults", projects.defaults());
        model.addAttribute("names", names());
        model.addAttribute("mayEdit", ProjectDesk.keeps(person(), project.partnerships()));
        model.addAttribute(
                "own",
                project.partnerships().stream()
                        .filter(partnership -> ProjectDesk.keeps(person(), List.of(partnership)))
                        .toList());
        return "project/show";
    }

    @GetMapping("/{id}/labot")
    String edit(@PathVariable UUID id, Model model) {
        return formPage(ProjectForm.of(editable(id)), id, model);
    }

    @PostMapping("/{id}/labot")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ProjectForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        editable(id);
        var project = form.project(id, names().keySet(), errors);
        if (project.isEmpty()) {
            return formPage(form, id, model);
        }
        try {
            desk.change(project.get(), person());
        } catch (OptimisticLockingFailureException collision) {
            errors.reject("project.collision");
            return formPage(form, id, model);
        }
        return done(id, "project.changed", project.get().name(), redirect, locale);
    }

    @PostMapping("/{id}/parasti")
    String makeDefault(
            @PathVariable UUID id,
            @RequestParam("partneriba") String partnership,
            RedirectAttributes redirect,
            Locale locale) {
        desk.makeDefault(id, partnership, person());
        return done(id, "project.made-default", names().getOrDefault(partnership, partnership), redirect, locale);
    }

    @PostMapping("/{id}/apspriesanas")
    String assign(
            @PathVariable UUID id,
            @RequestParam(name = "code", defaultValue = "") String code,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        editable(id);
        try {
            var consultation = desk.assign(id, code.strip(), person());
            return done(id, "project.assigned", consultation.title(), redirect, locale);
        } catch (ProjectDesk.UnknownConsultation unknown) {
            model.addAttribute("code", code);
            model.addAttribute("codeError", messages.getMessage("project.assign.unknown", null, locale));
            return page(id, model);
        }
    }

    @PostMapping("/{id}/apspriesanas/{consultationId}/atbrivot")
    String release(
            @PathVariable UUID id, @PathVariable UUID consultationId, RedirectAttributes redirect, Locale locale) {
        desk.release(id, consultationId, person());
        return done(id, "project.released", "", redirect, locale);
    }

    private Project editable(UUID id) {
        var project = desk.get(id);
        if (!ProjectDesk.keeps(person(), project.partnerships())) {
            throw new NotAllowed();
        }
        return project;
    }

    private String formPage(ProjectForm form, @Nullable UUID id, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("id", id);
        model.addAttribute("names", names());
        return "project/form";
    }

    private Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        partnerships.all().forEach(partnership -> names.put(partnership.code(), partnership.shortName()));
        return names;
    }

    private Map<String, String> kept(Person person) {
        var kept = new LinkedHashMap<String, String>();
        for (Partnership partnership : partnerships.all()) {
            if (ProjectDesk.keeps(person, List.of(partnership.code()))) {
                kept.put(partnership.code(), partnership.shortName());
            }
        }
        return kept;
    }

    private Person person() {
        return signedIn.required();
    }

    private String done(UUID id, String message, String name, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", messages.getMessage(message + ".done", new Object[] {name}, locale));
        redirect.addAttribute("id", id);
        return ONE;
    }
}
