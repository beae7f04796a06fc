package lv.varu.broadcast;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lv.varu.account.NotAllowed;
import lv.varu.account.People;
import lv.varu.account.Person;
import lv.varu.account.SignedIn;
import lv.varu.broadcast.Recipients.View;
import lv.varu.calendar.Riga;
import lv.varu.directory.Invitee;
import lv.varu.directory.OrganisationKind;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import lv.varu.directory.Topic;
import lv.varu.task.TaskDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
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

/** Urgent calls: written and previewed on one screen, then watched as the answers come in. */
@Controller
@RequestMapping("/darbs/aicinajumi")
class BroadcastController {
    private static final int PAGE = 25;
    private static final int NAMED = 12;
    private static final int DAYS_TO_ANSWER = 2;

    private final Broadcasts broadcasts;
    private final Recipients recipients;
    private final BroadcastDesk desk;
    private final AnswerSheet answers;
    private final Places places;
    private final People people;
    private final TaskDesk tasks;
    private final SignedIn signedIn;
    private final MessageSource messages;
    private final Clock clock;

    BroadcastController(
            Broadcasts broadcasts,
            Recipients recipients,
            BroadcastDesk desk,
            AnswerSheet answers,
            Places places,
            People people,
            TaskDesk tasks,
            SignedIn signedIn,
            MessageSource messages,
            Clock clock) {
        this.broadcasts = broadcasts;
        this.recipients = recipients;
        this.desk = desk;
        this.answers = answers;
        this.places = places;
        this.people = people;
        this.tasks = tasks;
        this.signedIn = signedIn;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Person person = signedIn.required();
        Page<Broadcast> found = broadcasts.search(
                person.partnership(),
                Recipients.like(q == null ? "" : q.strip()),
                PageRequest.of(Math.max(page, 0), PAGE));
        model.addAttribute("q", q);
        model.addAttribute("found", found);
        model.addAttribute("totals", recipients.totals(found.map(Broadcast::id).getContent()));
        model.addAttribute("none", Recipients.Totals.NONE);
        model.addAttribute("writes", person.partnership() != null);
        return "broadcast/list";
    }

    @GetMapping("/jauns")
    String blank(Model model, Locale locale) {
        requireWriter();
        return form(CallForm.blank(today().plusDays(DAYS_TO_ANSWER)), model, locale);
    }

    /** Shows the letter and whom it reaches; nothing is sent yet. */
    @PostMapping("/parskats")
    String preview(@ModelAttribute("form") CallForm form, BindingResult errors, Model model, Locale locale) {
        Person person = requireWriter();
        form.check(today(), places, errors);
        if (!errors.hasErrors()) {
            List<Invitee> reached = desk.reached(form.called(), person);
            if (!reached.isEmpty()) {
                model.addAttribute("form", form);
                model.addAttribute("count", reached.size());
                model.addAttribute(
                        "english",
                        reached.stream()
                                .filter(one -> one.language().getLanguage().equals("en"))
                                .count());
                model.addAttribute("named", reached.stream().limit(NAMED).toList());
                model.addAttribute("rest", Math.max(0, reached.size() - NAMED));
                return "broadcast/preview";
            }
            errors.reject("broadcast.fault.nobody");
        }
        return form(form, model, locale);
    }

    /** Back to the form with everything as it was typed. */
    @PostMapping("/labot")
    String back(@ModelAttribute("form") CallForm form, BindingResult errors, Model model, Locale locale) {
        requireWriter();
        return form(form, model, locale);
    }

    @PostMapping("/jauns")
    String send(
            @ModelAttribute("form") CallForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        Person person = requireWriter();
        form.check(today(), places, errors);
        if (!errors.hasErrors()) {
            try {
                UUID id = Objects.requireNonNull(form.id());
                desk.send(id, form.words(), form.called(), Objects.requireNonNull(form.answerBy()), person);
                return done(id, "broadcast.sending", redirect, locale);
            } catch (BroadcastDesk.NobodyReached nobody) {
                errors.reject("broadcast.fault.nobody");
            }
        }
        return form(form, model, locale);
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable UUID id,
            @RequestParam(name = "skats", defaultValue = "ALL") View view,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Broadcast broadcast = desk.permitted(id, signedIn.required());
        String words = q == null || q.isBlank() ? null : q.strip();
        model.addAttribute("broadcast", broadcast);
        model.addAttribute("partnership", broadcast.partnership());
        model.addAttribute("totals", recipients.totals(id));
        model.addAttribute("offered", recipients.offered(id, broadcast.options()));
        model.addAttribute("found", recipients.list(id, view, words, PageRequest.of(Math.max(page, 0), PAGE)));
        model.addAttribute("view", view);
        model.addAttribute("views", View.values());
        model.addAttribute("q", q);
        model.addAttribute(
                "writer", people.find(broadcast.writtenBy()).map(Person::name).orElse(null));
        model.addAttribute("tasks", tasks.open(broadcast.key()));
        model.addAttribute("script", "live.js");
        return "broadcast/show";
    }

    @PostMapping("/{id}/atgadinat")
    String remind(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        desk.remindNow(id, signedIn.required());
        return done(id, "broadcast.reminding", redirect, locale);
    }

    @GetMapping("/{id}/slegt")
    String askToClose(@PathVariable UUID id, Model model) {
        Broadcast broadcast = desk.permitted(id, signedIn.required());
        model.addAttribute("broadcast", broadcast);
        model.addAttribute("totals", recipients.totals(id));
        return "broadcast/close";
    }

    @PostMapping("/{id}/slegt")
    String close(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        desk.closeByHand(id, signedIn.required());
        return done(id, "broadcast.closed", redirect, locale);
    }

    @GetMapping("/{id}/atbildes.csv")
    void csv(@PathVariable UUID id, HttpServletResponse response, Locale locale) throws IOException {
        export(id, "csv", "text/csv;charset=UTF-8", response, locale);
    }

    @GetMapping("/{id}/atbildes.xlsx")
    void xlsx(@PathVariable UUID id, HttpServletResponse response, Locale locale) throws IOException {
        export(id, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", response, locale);
    }

    private void export(UUID id, String format, String type, HttpServletResponse response, Locale locale)
            throws IOException {
        Broadcast broadcast = desk.permitted(id, signedIn.required());
        desk.exported(id, format, signedIn.required());
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"atbildes." + format + "\"");
        answers.write(broadcast, format, response.getOutputStream(), locale);
    }

    private Person requireWriter() {
        Person person = signedIn.required();
        if (person.partnership() == null) {
            throw new NotAllowed();
        }
        return person;
    }

    private String form(CallForm form, Model model, Locale locale) {
        model.addAttribute("form", form);
        model.addAttribute("reaches", CallForm.Reach.values());
        model.addAttribute("allTopics", Topic.values());
        model.addAttribute("allKinds", OrganisationKind.values());
        model.addAttribute("allPlaces", municipalities(locale));
        return "broadcast/form";
    }

    private Map<String, String> municipalities(Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        Stream<Place> all = places.municipalities().stream();
        all.forEach(place -> names.put(place.code(), place.name(locale)));
        return names;
    }

    private LocalDate today() {
        return Riga.today(clock);
    }

    private String done(UUID id, String message, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", messages.getMessage(message, null, locale));
        redirect.addAttribute("id", id);
        return "redirect:/darbs/aicinajumi/{id}";
    }
}
