package lv.varu.calendar;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.validation.Errors;

/** What an administrator enters about one day. */
record ExceptionForm(
        @NotNull(message = "{calendar.form.kind.missing}") @Nullable
        Choice kind,

        @NotNull(message = "{calendar.form.day.missing}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate day,

        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate workedOn,

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

    static final ExceptionForm EMPTY = new ExceptionForm(Choice.DAY_OFF, null, null, null, null, null);

    void check(Errors errors) {
        if (kind != Choice.MOVED) {
            return;
        }
        if (workedOn == null && !errors.hasFieldErrors("workedOn")) {
            errors.rejectValue("workedOn", "calendar.form.workedOn.missing");
        } else if (workedOn != null && workedOn.equals(day)) {
            errors.rejectValue("workedOn", "calendar.form.workedOn.same");
        }
    }

    /** Only for a form without errors. */
    ExceptionalDay exception() {
        return new ExceptionalDay(
                entered(day),
                kind == Choice.WORKING_DAY ? ExceptionalDay.Kind.WORKING_DAY : ExceptionalDay.Kind.DAY_OFF,
                kind == Choice.MOVED ? workedOn : null,
                entered(reasonLv).strip(),
                entered(reasonEn).strip(),
                entered(source).strip());
    }

    private static <T> T entered(@Nullable T value) {
        return requireNonNull(value);
    }
}
