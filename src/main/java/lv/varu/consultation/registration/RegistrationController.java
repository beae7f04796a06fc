package lv.varu.consultation.registration;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lv.varu.account.SignedIn;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.Consultations;
import lv.varu.consultation.Details;
import lv.varu.consultation.DocumentType;
import lv.varu.directory.Partnership;
import lv.varu.directory.Partnerships;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import lv.varu.directory.Topic;
import org.springframework.context.MessageSource;
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

/** Where staff register a document and correct what they registered. */
@Controller
@RequestMapping("/darbs/apspriesanas")
class RegistrationController {
    private final ConsultationDesk desk;
    private final Consultations consultations;
    private final Places places;
    private final Partnerships partnerships;
    private final SignedIn signedIn;
    private final MessageSource messages;

    RegistrationController(
            ConsultationDesk desk,
            Consultations consultations,
            Places places,
            Partnerships partnerships,
            SignedIn signedIn,
            MessageSource messages) {
        this.desk = desk;
        this.consultations = consultations;
        this.places = places;
        this.partnerships = partnerships;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GetMapping("/jauna")
    String blank(@RequestParam(name = "pec") Optional<String> earlier, Model model, Locale locale) {
        var form = earlier.map(code -> RegistrationForm.of(after(code, model)).forNextRound())
                .orElseGet(() -> RegistrationForm.blank(signedIn.required()));
        return page(form, Optional.empty(), model, locale);
    }

    /** The consultation of which a new one is the next round. */
    private Consultation after(String code, Model model) {
        var earlier = mine(code);
        model.addAttribute("earlier", earlier);
        return earlier;
    }

    @PostMapping("/jauna")
    String register(
            @ModelAttribute("form") RegistrationForm form,
            BindingResult errors,
            @RequestParam(name = "rinda") Optional<RegistrationForm.Rows> more,
            @RequestParam(name = "projekts") Optional<UUID> project,
            @RequestParam(name = "pec") Optional<String> earlier,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        model.addAttribute("project", project.orElse(null));
        earlier.ifPresent(code -> after(code, model));
        if (more.isPresent()) {
            return grown(form, more.get(), Optional.empty(), model, locale);
        }
        var by = signedIn.required();
        var registration = new RegistrationReader(form, errors).read(by, false, this::proposed);
        if (registration == null) {
            return page(form, Optional.empty(), model, locale);
        }
        try {
            desk.register(registration, project.orElse(null), earlier.orElse(null), by);
        } catch (ConsultationDesk.CodeTaken taken) {
            errors.rejectValue("code", "consultation.form.code.taken");
            return page(form, Optional.empty(), model, locale);
        }
        return done(registration, "consultation.registered", redirect, locale);
    }

    @GetMapping("/{code}/labot")
    String edit(@PathVariable String code, Model model, Locale locale) {
        var consultation = mine(code);
        return page(RegistrationForm.of(consultation), Optional.of(consultation), model, locale);
    }

    @PostMapping("/{code}/labot")
    String correct(
            @PathVariable String code,
            @ModelAttribute("form") RegistrationForm form,
            BindingResult errors,
            @RequestParam(name = "rinda") Optional<RegistrationForm.Rows> more,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        var consultation = mine(code);
        if (more.isPresent()) {
            return grown(form, more.get(), Optional.of(consultation), model, locale);
        }
        if (consultation.isPublic()) {
            return correctNotice(form, errors, consultation, model, redirect, locale);
        }
        var by = signedIn.required();
        var registration =
                new RegistrationReader(form, errors).read(by, consultation.isSample(), any -> consultation.code());
        if (registration == null) {
            return page(form, Optional.of(consultation), model, locale);
        }
        try {
            desk.correct(consultation.id(), registration, by);
        } catch (ConsultationDesk.CodeTaken taken) {
            errors.rejectValue("code", "consultation.form.code.taken");
            return page(form, Optional.of(consultation), model, locale);
        }
        return done(registration, "consultation.corrected", redirect, locale);
    }

    private String correctNotice(
            RegistrationForm form,
            BindingResult errors,
            Consultation consultation,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        var by = signedIn.required();
        var reader = new RegistrationReader(form.after(RegistrationForm.of(consultation)), errors);
        reader.demandSummary();
        var registration = reader.read(by, consultation.isSample(), any -> consultation.code());
        if (registration == null) {
            return page(form, Optional.of(consultation), model, locale);
        }
        desk.correctNotice(
                consultation.id(),
                registration,
                form.summary(),
                form.summaryEn().isEmpty() ? null : form.summaryEn(),
                by);
        return done(registration, "consultation.corrected", redirect, locale);
    }

    private Consultation mine(String code) {
        var consultation = consultations.get(code);
        ConsultationDesk.demandOwner(consultation.owners(), signedIn.required());
        return consultation;
    }

    private String proposed(RegistrationForm form) {
        return ConsultationCode.propose(
                LocalDate.parse(form.opensOn()).getYear(),
                form.hosts().get(0),
                DocumentType.valueOf(form.documentType()),
                consultations::existsByCode);
    }

    private String grown(
            RegistrationForm form,
            RegistrationForm.Rows list,
            Optional<Consultation> consultation,
            Model model,
            Locale locale) {
        // The errors of a page that nobody has sent yet would only be in the way.
        model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
        return page(form.withOneMore(list), consultation, model, locale);
    }

    private String page(RegistrationForm form, Optional<Consultation> consultation, Model model, Locale locale) {
        model.addAttribute("form", form);
        consultation.ifPresent(found -> model.addAttribute("consultation", found));
        model.addAttribute(
                "announced", consultation.filter(Consultation::isPublic).isPresent());
        // Later it is changed where the project is.
        model.addAttribute("projects", consultation.isPresent() ? Map.of() : desk.projects(signedIn.required()));
        model.addAttribute("documentTypes", DocumentType.values());
        model.addAttribute("hosts", hosts(locale));
        model.addAttribute("partnerships", partnerships(locale));
        model.addAttribute("topics", Topic.values());
        model.addAttribute("formats", Details.Meeting.Format.values());
        model.addAttribute("kinds", Details.Meeting.Kind.values());
        return "consultation/registration";
    }

    private Map<String, String> hosts(Locale locale) {
        var names = new LinkedHashMap<String, String>();
        Stream.concat(
                        places.municipalities().stream(),
                        Stream.of("LATGALE", "LATVIJA").flatMap(this::place))
                .forEach(place -> names.put(place.code(), place.name(locale)));
        return names;
    }

    private Stream<Place> place(String code) {
        return places.lookUp(code).stream();
    }

    private Map<String, String> partnerships(Locale locale) {
        var names = new LinkedHashMap<String, String>();
        for (Partnership partnership : ownFirst()) {
            names.put(partnership.code(), partnership.name(locale));
        }
        return names;
    }

    private Iterable<Partnership> ownFirst() {
        var own = signedIn.required().partnership();
        return () -> partnerships.all().stream()
                .sorted((a, b) -> Boolean.compare(b.code().equals(own), a.code().equals(own)))
                .iterator();
    }

    private String done(Registration registration, String message, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", messages.getMessage(message, new Object[] {registration.title()}, locale));
        return "redirect:/darbs/apspriesanas/" + registration.code();
    }
}
