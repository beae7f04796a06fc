package lv.varu.calendar;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What an administrator enters about one day. Days stay text until they are checked: a record whose component cannot be
 * converted is not made at all, and everything typed would be lost.
 */
record ExceptionForm(
        @NotBlank(message = "{calendar.form.kind.missing}") @Nullable
        String kind,

        @NotBlank(message = "{calendar.form.day.missing}") @Nullable
        String day,

        @Nullable String workedOn,

        @NotBlank(message = "{calendar.form.reasonLv.missing}")
        @Size(max = 200, message = "{calendar.form.long}")
        @Nullable
        String reasonLv,

        @NotBlank(message = "{calendar.form.reasonEn.missing}")
        @Size(max = 200, message = "{calendar.form.long}")
        @Nullable
        String reasonEn,

        @NotBlank(message = "{calendar.form.source.missing}")
        @Size(max = 200, message = "{calendar.form.long}")
        @Nullable
        String source) {

    enum Choice {
        DAY_OFF,
        MOVED,
        WORKING_DAY
    }

    static final ExceptionForm EMPTY = new ExceptionForm(Choice.DAY_OFF.name(), null, null, null, null, null);

    static ExceptionForm of(ExceptionalDay exception) {
        Choice kind =
                exception.workedOn() == null ? Choice.valueOf(exception.kind().name()) : Choice.MOVED;
        return new ExceptionForm(
                kind.name(),
                exception.day().toString(),
                Objects.toString(exception.workedOn(), null),
                exception.reasonLv(),
                exception.reasonEn(),
                exception.source());
    }

    /** The entered exception, or empty when something was wrong and {@code errors} says what. */
    Optional<ExceptionalDay> exception(Errors errors) {
        LocalDate off = date("day", day, errors);
        LocalDate worked = isMoved() ? date("workedOn", workedOn, errors) : null;
        if (isMoved() && worked == null && !errors.hasFieldErrors("workedOn")) {
            errors.rejectValue("workedOn", "calendar.form.workedOn.missing");
        } else if (worked != null && worked.equals(off)) {
            errors.rejectValue("workedOn", "calendar.form.workedOn.same");
        }
        if (off == null || reasonLv == null || reasonEn == null || source == null || errors.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(
                new ExceptionalDay(off, kindOfDay(), worked, reasonLv.strip(), reasonEn.strip(), source.strip()));
    }

    private boolean isMoved() {
        return Choice.MOVED.name().equals(kind);
    }

    private ExceptionalDay.Kind kindOfDay() {
        return Choice.WORKING_DAY.name().equals(kind) ? ExceptionalDay.Kind.WORKING_DAY : ExceptionalDay.Kind.DAY_OFF;
    }

    private static @Nullable LocalDate date(String field, @Nullable String entered, Errors errors) {
        if (entered == null || entered.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(entered.strip());
        } catch (DateTimeParseException e) {
            errors.rejectValue(field, "calendar.form.date");
            return null;
        }
    }
}
