package lv.varu.period;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.varu.account.People;
import lv.varu.account.Person;
import lv.varu.account.SignedIn;
import lv.varu.calendar.LatvianDates;
import lv.varu.calendar.Riga;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
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

/** Administrators' pages about periods. */
@Controller
@RequestMapping("/darbs/admin/termini")
class PeriodController {
    private static final int PAGE_SIZE = 25;
    private static final String ONE = "redirect:/darbs/admin/termini/{rule}";

    private final StandardPeriods standard;
    private final PeriodChanges changes;
    private final PeriodPreview preview;
    private final PeriodWording wording;
    private final PeriodDesk desk;
    private final LatvianDates dates;
    private final People people;
    private final SignedIn signedIn;
    private final Clock clock;

    PeriodController(
            StandardPeriods standard,
            PeriodChanges changes,
            PeriodPreview preview,
            PeriodWording wording,
            PeriodDesk desk,
            LatvianDates dates,
            People people,
            SignedIn signedIn,
            Clock clock) {
        this.standard = standard;
        this.changes = changes;
        this.preview = preview;
        this.wording = wording;
        this.desk = desk;
        this.dates = dates;
        this.people = people;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    enum Show {
        ALL,
        CHANGED,
        UNCHECKED
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "skats", defaultValue = "ALL") Show show,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale locale) {
        String words = q.strip().toLowerCase(locale);
        var found = standard.all().stream()
                .map(row -> row(row, locale))
                .filter(row -> show != Show.CHANGED || row.changed() || row.next() != null)
                .filter(row -> show != Show.UNCHECKED || row.mark() == Mark.UNCHECKED)
                .filter(row -> row.matches(words, locale))
                .toList();
        model.addAttribute("q", q);
        model.addAttribute("show", show);
        model.addAttribute("shows", Show.values());
        model.addAttribute("periods", page(found, page));
        return "period/list";
    }

    private Row row(StandardPeriod row, Locale locale) {
        var current = changes.inForce(row.rule(), today());
        return new Row(
                row.rule(),
                wording.name(row, locale),
                wording.documents(row, locale),
                wording.length(current.map(PeriodChange::period).orElse(row.period()), locale),
                current.map(PeriodChange::source).orElseGet(row::source),
                current.map(PeriodChange::mark).orElseGet(row::mark),
                current.isPresent(),
                changes.next(row.rule(), today())
                        .map(next -> wording.text(
                                locale,
                                "period.next",
                                dates.date(next.startsOn(), locale),
                                wording.length(next.period(), locale)))
                        .orElse(null));
    }

    @GetMapping("/{rule}")
    String show(@PathVariable String rule, @RequestParam(defaultValue = "0") int page, Model model, Locale locale) {
        var row = known(rule);
        var form = PeriodForm.of(preview.inForce(row, today()));
        return page(row, form, preview.now(row, today(), locale), page, model, locale);
    }

    @PostMapping("/{rule}")
    String act(
            @PathVariable String rule,
            @RequestParam(name = "darbiba", defaultValue = "skatit") String act,
            @Valid @ModelAttribute("form") PeriodForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        var row = known(rule);
        var entry = form.entry(row.units(), today(), errors);
        if (entry.isPresent() && act.equals("saglabat")) {
            switch (desk.add(rule, entry.get(), signedIn.required())) {
                case DONE -> {
                    return done(rule, "period.added", entry.get().startsOn(), redirect, locale);
                }
                case PASSED -> errors.rejectValue("startsOn", "period.form.startsOn.passed");
                case TAKEN -> errors.rejectValue("startsOn", "period.form.startsOn.taken");
            }
        }
        var effect = entry.map(one -> preview.of(row, one, locale)).orElseGet(() -> preview.now(row, today(), locale));
        return page(row, form, effect, 0, model, locale);
    }

    @GetMapping("/{rule}/{id}/dzest")
    String confirm(
            @PathVariable String rule, @PathVariable UUID id, Model model, RedirectAttributes redirect, Locale locale) {
        var row = known(rule);
        var change = changes.find(id).filter(found -> found.rule().equals(rule));
        if (change.isEmpty()) {
            return done(rule, "period.gone", null, redirect, locale);
        }
        model.addAttribute("rule", rule);
        model.addAttribute("heading", wording.title(row, locale));
        model.addAttribute("change", shown(List.of(change.get()), locale).get(0));
        return "period/remove";
    }

    @PostMapping("/{rule}/{id}/dzest")
    String remove(@PathVariable String rule, @PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        known(rule);
        boolean was = desk.remove(rule, id, signedIn.required());
        return done(rule, was ? "period.removed" : "period.gone", null, redirect, locale);
    }

    private String page(
            StandardPeriod row, PeriodForm form, PeriodPreview.Effect effect, int page, Model model, Locale locale) {
        var all = page(changes.of(row.rule()), page);
        model.addAttribute("row", row(row, locale));
        model.addAttribute("heading", wording.title(row, locale));
        model.addAttribute("standard", wording.length(row.period(), locale));
        model.addAttribute("standardSource", row.source());
        model.addAttribute("standardMark", row.mark());
        model.addAttribute("form", form);
        model.addAttribute("units", row.units());
        model.addAttribute("marks", Mark.values());
        model.addAttribute("effect", effect);
        model.addAttribute(
                "changes", new PageImpl<>(shown(all.getContent(), locale), all.getPageable(), all.getTotalElements()));
        return "period/edit";
    }

    private List<Shown> shown(List<PeriodChange> some, Locale locale) {
        var names = people.find(some.stream().map(PeriodChange::addedBy).collect(Collectors.toSet()));
        return some.stream()
                .map(change -> new Shown(
                        change,
                        wording.length(change.period(), locale),
                        Optional.ofNullable(names.get(change.addedBy()))
                                .map(Person::name)
                                .orElse(null),
                        state(change)))
                .toList();
    }

    private Standing state(PeriodChange change) {
        if (change.startsOn().isAfter(today())) {
            return Standing.COMING;
        }
        boolean last = changes.inForce(change.rule(), today())
                .filter(current -> current.id().equals(change.id()))
                .isPresent();
        return last ? Standing.IN_FORCE : Standing.REPLACED;
    }

    private StandardPeriod known(String rule) {
        return standard.find(rule).orElseThrow(() -> new UnknownPeriod(rule));
    }

    private LocalDate today() {
        return Riga.today(clock);
    }

    private static <T> Page<T> page(List<T> all, int number) {
        var request = PageRequest.of(Math.max(0, number), PAGE_SIZE);
        int from = (int) Math.min(request.getOffset(), all.size());
        return new PageImpl<>(all.subList(from, Math.min(all.size(), from + PAGE_SIZE)), request, all.size());
    }

    private String done(
            String rule, String message, @Nullable LocalDate day, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", wording.text(locale, message, day == null ? "" : dates.date(day, locale)));
        redirect.addAttribute("rule", rule);
        return ONE;
    }

    enum Standing {
        COMING,
        IN_FORCE,
        REPLACED
    }

    record Row(
            String rule,
            String name,
            String documents,
            String length,
            String source,
            Mark mark,
            boolean changed,
            @Nullable String next) {
        boolean matches(String words, Locale locale) {
            return Stream.of(name, documents, source)
                    .anyMatch(text -> text.toLowerCase(locale).contains(words));
        }
    }

    record Shown(
            PeriodChange change, String length, @Nullable String addedBy, Standing standing) {}
}
