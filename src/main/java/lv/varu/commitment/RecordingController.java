package lv.varu.commitment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.Person;
import lv.varu.account.SignedIn;
import lv.varu.calendar.Riga;
import lv.varu.commitment.CommitmentProcess.UserTask;
import lv.varu.commitment.CommitmentRows.Row;
import lv.varu.directory.Places;
import lv.varu.proposal.Call;
import lv.varu.proposal.Calls;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalView;
import lv.varu.task.FormRefused;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskAlreadyDone;
import lv.varu.task.TaskDesk;
import lv.varu.task.TaskTaken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff record several promises at once; each completes its task as the task's own page would. */
@Controller
@RequestMapping("/darbs/solijumi/pierakstit")
class RecordingController {
    private static final int PAGE = 20;
    private static final List<Integer> MONTHS = List.of(1, 2, 3, 6, 12);

    private final CommitmentRows rows;
    private final ProposalBook proposals;
    private final Calls calls;
    private final Places places;
    private final TaskDesk tasks;
    private final CommitmentSettings settings;
    private final SignedIn signedIn;
    private final MessageSource messages;
    private final Clock clock;

    RecordingController(
            CommitmentRows rows,
            ProposalBook proposals,
            Calls calls,
            Places places,
            TaskDesk tasks,
            CommitmentSettings settings,
            SignedIn signedIn,
            MessageSource messages,
            Clock clock) {
        this.rows = rows;
        this.proposals = proposals;
        this.calls = calls;
        this.places = places;
        this.tasks = tasks;
        this.settings = settings;
        this.signedIn = signedIn;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(name = "apspriesana", required = false) @Nullable UUID callId,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale locale) {
        Page<Row> found = found(callId, PageRequest.of(Math.max(page, 0), PAGE));
        Typed blank = new Typed(Map.of(), null, null, null);
        return page(found, callId, blank, Map.of(), model, locale);
    }

    @PostMapping
    String record(
            @RequestParam(name = "apspriesana", required = false) @Nullable UUID callId,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Page<Row> found = found(callId, PageRequest.of(Math.max(page, 0), PAGE));
        Typed typed = typed(fields, found.getContent());
        Map<UUID, Map<String, String>> faults = faults(typed);
        if (!faults.isEmpty()) {
            return page(found, callId, typed, faults, model, locale);
        }
        int done = 0;
        int meanwhile = 0;
        Person by = signedIn.required();
        Map<UUID, OpenTask> waiting = waiting(found.getContent());
        for (Map.Entry<UUID, PromiseForm> one : typed.decided().entrySet()) {
            OpenTask task = waiting.get(one.getKey());
            if (task != null && completed(task, one.getValue(), by)) {
                done++;
            } else {
                meanwhile++;
            }
        }
        String said = typed.decided().isEmpty() ? "commitment.bulk.nothing" : "commitment.bulk.done";
        redirect.addFlashAttribute("flash", messages.getMessage(said, new Object[] {done, meanwhile}, locale));
        if (callId != null) {
            redirect.addAttribute("apspriesana", callId);
        }
        return "redirect:/darbs/solijumi/pierakstit";
    }

    /** Whoever was faster keeps what they wrote. */
    private boolean completed(OpenTask task, PromiseForm form, Person by) {
        try {
            tasks.complete(task.id(), form.values(), by);
            return true;
        } catch (TaskAlreadyDone | TaskTaken | FormRefused refused) {
            return false;
        }
    }

    private Page<Row> found(@Nullable UUID callId, Pageable page) {
        Person person = signedIn.required();
        return rows.recording(person.isAdministrator() ? null : person.partnership(), callId, page);
    }

    private Map<UUID, OpenTask> waiting(Collection<Row> shown) {
        Map<UUID, OpenTask> waiting = new HashMap<>();
        tasks.open(shown.stream().map(row -> Commitment.keyOf(row.id())).toList())
                .forEach((key, open) -> open.stream()
                        .filter(task -> task.taskKey().equals(UserTask.recordPromise.name()))
                        .forEach(task -> waiting.put(UUID.fromString(key.id()), task)));
        return waiting;
    }

    private Typed typed(MultiValueMap<String, String> fields, List<Row> shown) {
        LocalDate councilOn = day(fields.getFirst("councilOn"));
        String link = fields.getFirst("link");
        String months = Objects.requireNonNullElse(fields.getFirst("everyMonths"), "");
        Map<UUID, PromiseForm> forms = new LinkedHashMap<>();
        for (Row row : shown) {
            String decision = fields.getFirst("decision-" + row.id());
            forms.put(
                    row.id(),
                    new PromiseForm(
                            decision == null || decision.isBlank() ? null : PromiseForm.Decision.valueOf(decision),
                            fields.getFirst("reason-" + row.id()),
                            fields.getFirst("what-" + row.id()),
                            fields.getFirst("amount-" + row.id()),
                            fields.getFirst("year-" + row.id()),
                            fields.getFirst("budgetLine-" + row.id()),
                            councilOn,
                            link,
                            Objects.toString(row.contactId(), null),
                            months,
                            null));
        }
        return new Typed(forms, councilOn, link, months);
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        return typed == null || !typed.matches("\\d{4}-\\d{2}-\\d{2}") ? null : LocalDate.parse(typed);
    }

    /** Of those that were decided; message keys by field. */
    private Map<UUID, Map<String, String>> faults(Typed typed) {
        Map<UUID, Map<String, String>> faults = new LinkedHashMap<>();
        typed.decided().forEach((id, form) -> {
            Errors errors = new MapBindingResult(new HashMap<>(), "form");
            form.check(Riga.today(clock), errors);
            if (errors.hasErrors()) {
                faults.put(
                        id,
                        errors.getFieldErrors().stream()
                                .collect(Collectors.toMap(
                                        FieldError::getField,
                                        error -> Objects.requireNonNull(error.getCode()),
                                        (first, second) -> first,
                                        LinkedHashMap::new)));
            }
        });
        return faults;
    }

    private String page(
            Page<Row> found,
            @Nullable UUID callId,
            Typed typed,
            Map<UUID, Map<String, String>> faults,
            Model model,
            Locale locale) {
        List<Row> shown = found.getContent();
        Map<UUID, ProposalView> about =
                proposals.find(shown.stream().map(Row::proposalId).toList());
        Map<UUID, OpenTask> waiting = waiting(shown);
        Map<UUID, Call> known = calls.find(shown.stream().map(Row::callId).collect(Collectors.toSet()));
        UUID reader = signedIn.required().id();
        List<Line> lines = new ArrayList<>();
        for (Row row : shown) {
            ProposalView proposal = about.get(row.proposalId());
            OpenTask task = waiting.get(row.id());
            Call call = known.get(row.callId());
            if (proposal != null && task != null && call != null) {
                boolean taken = task.assignee() != null && !task.assignee().equals(reader);
                lines.add(new Line(
                        row,
                        proposal,
                        call,
                        places.find(row.municipality()).name(locale),
                        task,
                        taken,
                        typed.forms().get(row.id()),
                        faults.getOrDefault(row.id(), Map.of())));
            }
        }
        model.addAttribute("found", found);
        model.addAttribute("lines", lines);
        model.addAttribute("call", callId == null ? null : calls.find(callId).orElse(null));
        model.addAttribute("typed", typed);
        model.addAttribute("months", MONTHS);
        model.addAttribute("usualMonths", settings.askEveryMonths());
        model.addAttribute(
                "faultCount", faults.values().stream().mapToInt(Map::size).sum());
        return "commitment/recording";
    }

    /** What was typed; the last three are the same for all. */
    record Typed(
            Map<UUID, PromiseForm> forms,
            @Nullable LocalDate councilOn,
            @Nullable String link,
            @Nullable String everyMonths) {

        /** Those without a decision are left for later. */
        Map<UUID, PromiseForm> decided() {
            Map<UUID, PromiseForm> decided = new LinkedHashMap<>();
            forms.forEach((id, form) -> {
                if (form.decision() != null) {
                    decided.put(id, form);
                }
            });
            return decided;
        }
    }

    /**
     * One promise on the page.
     *
     * @param taken a colleague is at it
     */
    record Line(
            Row row,
            ProposalView proposal,
            Call call,
            String municipality,
            OpenTask task,
            boolean taken,
            @Nullable PromiseForm form,
            Map<String, String> faults) {}
}
