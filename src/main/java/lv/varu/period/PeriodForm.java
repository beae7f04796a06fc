package lv.varu.period;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/** What an administrator enters about a change. Days and numbers stay text until checked, so that nothing typed is lost. */
record PeriodForm(
        @NotBlank(message = "{period.form.startsOn.missing}") @Nullable
        String startsOn,

        @Nullable String amount,
        @Nullable String unit,

        @NotBlank(message = "{period.form.source.missing}")
        @Size(max = 300, message = "{period.form.source.long}")
        @Nullable
        String source,

        @Nullable String mark,

        @Size(max = 1000, message = "{period.form.note.long}") @Nullable
        String note) {

    static PeriodForm of(Period now) {
        return new PeriodForm(null, null, now.unit().name(), null, null, null);
    }

    /** What was entered, or empty when {@code errors} says what is wrong. */
    Optional<PeriodDesk.Entry> entry(Set<Period.Unit> units, LocalDate today, Errors errors) {
        var starts = day(today, errors);
        int number = number(errors);
        var chosenUnit = units.stream().filter(one -> one.name().equals(unit)).findFirst();
        if (chosenUnit.isEmpty()) {
            errors.rejectValue("unit", "period.form.unit.missing");
        }
        var chosenMark = Arrays.stream(Mark.values())
                .filter(one -> one.name().equals(mark))
                .findFirst();
        if (chosenMark.isEmpty()) {
            errors.rejectValue("mark", "period.form.mark.missing");
        }
        if (errors.hasErrors() || starts == null || source == null) {
            return Optional.empty();
        }
        return Optional.of(new PeriodDesk.Entry(
                starts,
                number,
                chosenUnit.orElseThrow(),
                source.strip(),
                chosenMark.orElseThrow(),
                StringUtils.hasText(note) ? note.strip() : null));
    }

    private @Nullable LocalDate day(LocalDate today, Errors errors) {
        if (!StringUtils.hasText(startsOn)) {
            return null;
        }
        try {
            var day = LocalDate.parse(startsOn.strip());
            if (day.isBefore(today)) {
                errors.rejectValue("startsOn", "period.form.startsOn.passed");
            } else if (day.isAfter(today.plusYears(10))) {
                errors.rejectValue("startsOn", "period.form.startsOn.far");
            }
            return day;
        } catch (DateTimeParseException e) {
            errors.rejectValue("startsOn", "calendar.form.date");
            return null;
        }
    }

    private int number(Errors errors) {
        if (amount != null && amount.strip().matches("[1-9]\\d{0,2}")) {
            return Integer.parseInt(amount.strip());
        }
        errors.rejectValue("amount", "period.form.amount.wrong");
        return 0;
    }
}
