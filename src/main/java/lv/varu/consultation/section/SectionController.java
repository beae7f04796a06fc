package lv.varu.consultation.section;

import java.util.Locale;
import java.util.UUID;
import lv.varu.account.SignedIn;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

/** The sections of the draft document that authors choose from. */
@Controller
@RequestMapping("/darbs/apspriesanas/{code}/sadalas")
class SectionController {
    private static final int ROWS = 50;
    private static final String LIST = "redirect:/darbs/apspriesanas/{code}/sadalas";

    private final ConsultationSheet sheet;
    private final SectionDesk desk;
    private final DraftSections sections;
    private final SignedIn signedIn;
    private final MessageSource messages;

    SectionController(
            ConsultationSheet sheet,
            SectionDesk desk,
            DraftSections sections,
            SignedIn signedIn,
            MessageSource messages) {
        this.sheet = sheet;
        this.desk = desk;
        this.sections = sections;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var consultation = consultation(code, model);
        var request = PageRequest.of(Math.max(page, 0), ROWS);
        var words = q == null ? "" : q.strip();
        model.addAttribute("q", q);
        model.addAttribute("searched", !words.isEmpty());
        model.addAttribute(
                "sections",
                words.isEmpty()
                        ? sections.findByConsultationIdOrderByPositionAscIdAsc(consultation.id(), request)
                        : sections.search(consultation.id(), words, request));
        return "consultation/sections";
    }

    @GetMapping("/jaunas")
    String blank(@PathVariable String code, Model model) {
        consultation(code, model);
        model.addAttribute("form", SectionForms.Many.EMPTY);
        return "consultation/sections-add";
    }

    @PostMapping("/jaunas")
    String add(
            @PathVariable String code,
            @ModelAttribute("form") SectionForms.Many form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        var consultation = consultation(code, model);
        var added = desk.add(consultation.id(), form, errors, signedIn.required());
        return added.isEmpty()
                ? "consultation/sections-add"
                : done("consultation.section.added", code, redirect, locale, added.get());
    }

    @GetMapping("/{id}")
    String edit(@PathVariable String code, @PathVariable UUID id, Model model) {
        var section = sections.get(consultation(code, model).id(), id);
        model.addAttribute("section", section);
        model.addAttribute("form", SectionForms.One.of(section));
        return "consultation/section-form";
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable String code,
            @PathVariable UUID id,
            @ModelAttribute("form") SectionForms.One form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        var consultation = consultation(code, model);
        if (!desk.change(consultation.id(), id, form, errors, signedIn.required())) {
            model.addAttribute("section", sections.get(consultation.id(), id));
            return "consultation/section-form";
        }
        return done("consultation.section.changed", code, redirect, locale);
    }

    @GetMapping("/{id}/dzest")
    String confirm(@PathVariable String code, @PathVariable UUID id, Model model) {
        model.addAttribute("section", sections.get(consultation(code, model).id(), id));
        return "consultation/section-delete";
    }

    @PostMapping("/{id}/dzest")
    String delete(@PathVariable String code, @PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        var by = signedIn.required();
        desk.delete(sheet.get(code, by).id(), id, by);
        return done("consultation.section.deleted", code, redirect, locale);
    }

    private Consultation consultation(String code, Model model) {
        var consultation = sheet.get(code, signedIn.required());
        model.addAttribute("consultation", consultation);
        return consultation;
    }

    private String done(String message, String code, RedirectAttributes redirect, Locale locale, Object... arguments) {
        redirect.addFlashAttribute("flash", messages.getMessage(message, arguments, locale));
        redirect.addAttribute("code", code);
        return LIST;
    }
}
