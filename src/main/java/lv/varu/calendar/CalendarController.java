package lv.varu.calendar;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Administrators' page about days off and exceptions. */
@Controller
@RequestMapping("/darbs/admin/kalendars")
class CalendarController {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final ExceptionalDays exceptions;
    private final CalendarDesk desk;
    private final WorkingCalendar calendar;
    private final CalendarSettings settings;
    private final LatvianDates dates;
    private final MessageSource messages;
    private final Clock clock;

    CalendarController(
            ExceptionalDays exceptions,
            CalendarDesk desk,
            WorkingCalendar calendar,
            CalendarSettings settings,
            LatvianDates dates,
            MessageSource messages,
            Clock clock) {
        this.exceptions = exceptions;
        this.desk = desk;
        this.calendar = calendar;
        this.settings = settings;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(name = "gads") Optional<Integer> asked, Model model) {
        int wanted = asked.orElseGet(() -> Riga.today(clock).getYear());
        Year year = Year.of(Math.max(FIRST_YEAR, Math.min(LAST_YEAR, wanted)));
        model.addAttribute("year", year.getValue());
        model.addAttribute("exceptions", exceptions.in(year));
        model.addAttribute("holidays", calendar.holidaysIn(year));
        model.addAttribute("movedApply", settings.movedWorkingDays());
        model.addAttribute("earlier", year.getValue() > FIRST_YEAR);
        model.addAttribute("later", year.getValue() < LAST_YEAR);
        return "calendar/list";
    }

    @GetMapping("/jauns")
    String blank(Model model) {
        return form(ExceptionForm.EMPTY, model);
    }

    @PostMapping("/jauns")
    String add(
            @Valid @ModelAttribute("form") ExceptionForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Optional<ExceptionalDay> exception = form.exception(errors);
        if (exception.isEmpty()) {
            return form(form, model);
        }
        try {
            desk.add(exception.get());
        } catch (DayTaken taken) {
            reject(taken, exception.get(), errors, locale);
            return form(form, model);
        }
        return toYear(exception.get().day(), "calendar.added", redirect, locale);
    }

    private void reject(DayTaken taken, ExceptionalDay exception, BindingResult errors, Locale locale) {
        String field = taken.day().equals(exception.day()) ? "day" : "workedOn";
        errors.rejectValue(field, "calendar.form.taken", new Object[] {dates.date(taken.day(), locale)}, null);
    }

    @GetMapping("/{day}")
    String edit(@PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day, Model model) {
        return edit(day, ExceptionForm.of(get(day)), model);
    }

    @PostMapping("/{day}")
    String change(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            @Valid @ModelAttribute("form") ExceptionForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        get(day);
        Optional<ExceptionalDay> exception = form.exception(errors);
        if (exception.isEmpty()) {
            return edit(day, form, model);
        }
        try {
            boolean there = desk.change(day, exception.get());
            return toYear(exception.get().day(), there ? "calendar.changed" : "calendar.gone", redirect, locale);
        } catch (DayTaken taken) {
            reject(taken, exception.get(), errors, locale);
            return edit(day, form, model);
        }
    }

    private ExceptionalDay get(LocalDate day) {
        return exceptions.on(day).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String edit(LocalDate day, ExceptionForm form, Model model) {
        model.addAttribute("changed", day);
        return form(form, model);
    }

    @GetMapping("/{day}/dzest")
    String confirm(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Optional<ExceptionalDay> exception = exceptions.on(day);
        model.addAttribute("exception", exception.orElse(null));
        return exception.isPresent() ? "calendar/remove" : toYear(day, "calendar.gone", redirect, locale);
    }

    @PostMapping("/{day}/dzest")
    String remove(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day, RedirectAttributes redirect, Locale locale) {
        return toYear(day, desk.remove(day) ? "calendar.removed" : "calendar.gone", redirect, locale);
    }

    private static String form(ExceptionForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("kinds", ExceptionForm.Choice.values());
        return "calendar/add";
    }

    private String toYear(LocalDate day, String message, RedirectAttributes redirect, Locale locale) {
        Object[] arguments = {dates.date(day, locale)};
        redirect.addFlashAttribute("flash", messages.getMessage(message, arguments, locale));
        redirect.addAttribute("gads", day.getYear());
        return "redirect:/darbs/admin/kalendars";
    }
}
