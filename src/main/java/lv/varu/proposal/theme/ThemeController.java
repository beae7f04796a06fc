package lv.varu.proposal.theme;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lv.varu.account.People;
import lv.varu.account.Person;
import lv.varu.account.SignedIn;
import lv.varu.proposal.Call;
import lv.varu.proposal.entry.StaffIntake;
import lv.varu.proposal.theme.Readings.Share;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.DuplicateKeyException;
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

/** The themes of a consultation, and how far its proposals are read. */
@Controller
@RequestMapping("/darbs/apspriesanas/{code}/temas")
class ThemeController {
    private static final int ROWS = 25;
    private static final String LIST = "redirect:/darbs/apspriesanas/{code}/temas";

    private final StaffIntake intake;
    private final ThemeDesk desk;
    private final Themes themes;
    private final Readings readings;
    private final People people;
    private final SignedIn signedIn;
    private final MessageSource messages;

    ThemeController(
            StaffIntake intake,
            ThemeDesk desk,
            Themes themes,
            Readings readings,
            People people,
            SignedIn signedIn,
            MessageSource messages) {
        this.intake = intake;
        this.desk = desk;
        this.themes = themes;
        this.readings = readings;
        this.people = people;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Call call = call(code, model);
        List<Share> shares = readings.shares(call.id());
        model.addAttribute("q", q);
        model.addAttribute("themes", themes.page(call.id(), q.strip(), PageRequest.of(Math.max(page, 0), ROWS)));
        model.addAttribute("progress", readings.progress(call.id()));
        model.addAttribute("shares", shares);
        model.addAttribute(
                "people", people.find(shares.stream().map(Share::reader).toList()));
        return "proposal/themes";
    }

    @GetMapping("/jauna")
    String blank(@PathVariable String code, Model model) {
        call(code, model);
        model.addAttribute("form", ThemeForm.EMPTY);
        return "proposal/theme-form";
    }

    @PostMapping("/jauna")
    String add(
            @PathVariable String code,
            @ModelAttribute("form") ThemeForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Call call = call(code, model);
        form.check(call, null, themes, errors);
        if (errors.hasErrors()) {
            return "proposal/theme-form";
        }
        desk.add(call, form.name(), form.aboutOrNothing(), signedIn.required());
        return done("proposal.theme.added", code, redirect, locale);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable String code, @PathVariable UUID id, Model model) {
        Theme theme = theme(code, id, model);
        model.addAttribute("form", ThemeForm.of(theme));
        return "proposal/theme-form";
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable String code,
            @PathVariable UUID id,
            @ModelAttribute("form") ThemeForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        theme(code, id, model);
        Call call = call(code, model);
        form.check(call, id, themes, errors);
        if (errors.hasErrors()) {
            return "proposal/theme-form";
        }
        try {
            desk.change(call, id, form.name(), form.aboutOrNothing());
        } catch (DuplicateKeyException meanwhile) {
            errors.rejectValue("name", "proposal.theme.name.taken");
            return "proposal/theme-form";
        }
        return done("proposal.theme.changed", code, redirect, locale);
    }

    @GetMapping("/{id}/dzest")
    String confirm(@PathVariable String code, @PathVariable UUID id, Model model) {
        theme(code, id, model);
        model.addAttribute("marked", themes.marked(id));
        return "proposal/theme-delete";
    }

    /** @param into the theme with which its proposals are marked from now on, if any */
    @PostMapping("/{id}/dzest")
    String delete(
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID into,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Call call = call(code, model);
        if (into == null || into.equals(id)) {
            desk.delete(call, id);
            return done("proposal.theme.deleted", code, redirect, locale);
        }
        desk.merge(call, id, into);
        return done("proposal.theme.merged", code, redirect, locale);
    }

    private Theme theme(String code, UUID id, Model model) {
        Call call = call(code, model);
        Theme theme = desk.get(call, id);
        model.addAttribute("theme", theme);
        model.addAttribute(
                "others",
                themes.of(call.id()).stream()
                        .filter(other -> !other.id().equals(id))
                        .toList());
        return theme;
    }

    private Call call(String code, Model model) {
        Person person = signedIn.required();
        Call call = intake.permitted(code, person);
        model.addAttribute("call", call);
        model.addAttribute("partnership", call.lead());
        return call;
    }

    private String done(String message, String code, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", messages.getMessage(message, null, locale));
        redirect.addAttribute("code", code);
        return LIST;
    }
}
