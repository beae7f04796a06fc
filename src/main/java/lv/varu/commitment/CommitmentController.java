package lv.varu.commitment;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.account.SignedIn;
import lv.varu.calendar.Riga;
import lv.varu.commitment.CommitmentRows.Filter;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import lv.varu.document.DocumentRefused;
import lv.varu.document.FileRefusals;
import lv.varu.task.TaskDesk;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The staff's list of promises, and one promise with all that is known of it. */
@Controller
@RequestMapping("/darbs/solijumi")
class CommitmentController {
    private static final int PAGE = 25;

    private final CommitmentRows rows;
    private final Commitments commitments;
    private final CommitmentSheets sheets;
    private final CommitmentDesk desk;
    private final PromiseChoices choices;
    private final Places places;
    private final TaskDesk tasks;
    private final SignedIn signedIn;
    private final MessageSource messages;
    private final Clock clock;
    private final FileRefusals fileRefusals;

    CommitmentController(
            CommitmentRows rows,
            Commitments commitments,
            CommitmentSheets sheets,
            CommitmentDesk desk,
            PromiseChoices choices,
            Places places,
            TaskDesk tasks,
            SignedIn signedIn,
            MessageSource messages,
            Clock clock,
            FileRefusals fileRefusals) {
        this.rows = rows;
        this.commitments = commitments;
        this.sheets = sheets;
        this.desk = desk;
        this.choices = choices;
        this.places = places;
        this.tasks = tasks;
        this.signedIn = signedIn;
        this.messages = messages;
        this.clock = clock;
        this.fileRefusals = fileRefusals;
    }

    /** What the list is narrowed to, as the address says it. */
    record Search(
            @Nullable String q,
            @Nullable String pasvaldiba,
            @Nullable Integer gads,
            @Nullable CommitmentState stavoklis,
            @Nullable Boolean kave) {

        Filter filter() {
            return new Filter(
                    PromiseForm.text(q), PromiseForm.text(pasvaldiba), gads, stavoklis, Boolean.TRUE.equals(kave));
        }

        public boolean isNarrow() {
            return filter().isNarrow();
        }
    }

    @GetMapping
    String list(Search search, @RequestParam(defaultValue = "0") int page, Model model, Locale locale) {
        Person person = signedIn.required();
        String partnership = person.isAdministrator() ? null : person.partnership();
        var today = Riga.today(clock);
        model.addAttribute(
                "found", rows.list(partnership, search.filter(), today, PageRequest.of(Math.max(page, 0), PAGE)));
        model.addAttribute("late", rows.late(partnership, today));
        model.addAttribute(
                "recording",
                rows.recording(partnership, null, PageRequest.of(0, 1)).getTotalElements());
        model.addAttribute("search", search);
        model.addAttribute("today", today);
        model.addAttribute("states", CommitmentState.values());
        model.addAttribute("years", rows.years());
        model.addAttribute("municipalities", municipalities(locale));
        return "commitment/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        model.addAttribute("form", ProgressForm.BLANK);
        return page(id, model, locale);
    }

    @PostMapping("/{id}/zinas")
    String report(
            @PathVariable UUID id,
            @ModelAttribute("form") ProgressForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale)
            throws IOException {
        permitted(id);
        form.check(errors);
        if (!errors.hasErrors()) {
            try {
                desk.report(id, form.progress(upload(form.file())), signedIn.required());
                return done(id, "commitment.reported", redirect, locale);
            } catch (DocumentRefused refused) {
                fileRefusals.tell(refused, "file", errors);
            }
        }
        return page(id, model, locale);
    }

    @PostMapping("/{id}/atsakt")
    String resume(
            @PathVariable UUID id,
            @ModelAttribute("form") ProgressForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        permitted(id);
        form.checkResuming(errors);
        if (errors.hasErrors()) {
            return page(id, model, locale);
        }
        desk.resume(id, form.progress(null), signedIn.required());
        return done(id, "commitment.resumed", redirect, locale);
    }

    @PostMapping("/{id}/pierakstit")
    String recordAfterAll(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        permitted(id);
        desk.recordAfterAll(id, signedIn.required());
        return done(id, "commitment.recordedAfterAll", redirect, locale);
    }

    @GetMapping("/{id}/labot")
    String edit(@PathVariable UUID id, Model model, Locale locale) {
        Commitment commitment = permitted(id);
        if (commitment.promised() == null) {
            throw new CommitmentNotFound(id.toString());
        }
        return form(PromiseForm.of(commitment), commitment, commitment.version(), model, locale);
    }

    @PostMapping("/{id}/labot")
    String correct(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int version,
            @ModelAttribute("form") PromiseForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Commitment commitment = permitted(id);
        form.check(Riga.today(clock), errors);
        choices.check(commitment, form, errors);
        if (errors.hasErrors()) {
            return form(form, commitment, version, model, locale);
        }
        desk.correct(id, version, form.promised(), form.asking(), signedIn.required());
        return done(id, "commitment.corrected", redirect, locale);
    }

    static Progress.@Nullable Upload upload(@Nullable MultipartFile file) throws IOException {
        return file == null || file.isEmpty()
                ? null
                : new Progress.Upload(String.valueOf(file.getOriginalFilename()), file.getBytes());
    }

    private String page(UUID id, Model model, Locale locale) {
        permitted(id);
        CommitmentSheet sheet = sheets.of(id, locale);
        model.addAttribute("sheet", sheet);
        model.addAttribute("partnership", sheet.call().lead());
        model.addAttribute("states", CommitmentState.PUBLIC);
        model.addAttribute(
                "open",
                CommitmentState.PUBLIC.stream().filter(state -> !state.isEnd()).toList());
        model.addAttribute("tasks", tasks.open(Commitment.keyOf(id)));
        return "commitment/show";
    }

    private String form(PromiseForm form, Commitment commitment, int version, Model model, Locale locale) {
        if (!commitment.isFollowed()) {
            throw new CommitmentNotFound(commitment.id().toString());
        }
        model.addAttribute("form", form);
        model.addAttribute("version", version);
        model.addAttribute("commitmentId", commitment.id());
        model.addAttribute("title", commitment.title());
        model.addAttribute("screen", choices.of(commitment, locale));
        return "commitment/edit";
    }

    private Commitment permitted(UUID id) {
        Commitment commitment = commitments.get(id);
        if (commitment.owners().stream().noneMatch(signedIn.required()::worksFor)) {
            throw new NotAllowed();
        }
        return commitment;
    }

    private Map<String, String> municipalities(Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.concat(places.municipalities().stream(), places.all().stream().filter(Place::isLarger))
                .forEach(place -> names.put(place.code(), place.name(locale)));
        return names;
    }

    private String done(UUID id, String message, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", messages.getMessage(message, null, locale));
        redirect.addAttribute("id", id);
        return "redirect:/darbs/solijumi/{id}";
    }
}
