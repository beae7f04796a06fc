package lv.varu.inquiry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lv.varu.inquiry.Inquiry.Asker;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/** A wish on paper, as somebody in the office enters it. Codes and days stay text until they are checked. */
record InquiryForm(
        @NotBlank(message = "{inquiry.form.wish.missing}") @Nullable
        String wish,

        @NotBlank(message = "{inquiry.form.way.missing}") @Nullable
        String way,

        @NotNull @Size(max = 254, message = "{inquiry.form.email.long}") @Nullable
        String email,

        @Size(max = 200, message = "{inquiry.form.name.long}") @Nullable
        String name,

        @Nullable String language,

        @Nullable String receivedOn,

        @NotBlank(message = "{inquiry.form.verification.missing}")
        @Size(max = 500, message = "{inquiry.form.verification.long}")
        @Nullable
        String verification) {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

    static InquiryForm blank(LocalDate today) {
        return new InquiryForm(null, null, null, null, "lv", today.toString(), null);
    }

    /** The day that was typed, or empty when {@code errors} says what is wrong with the form. */
    Optional<LocalDate> check(LocalDate today, Errors errors) {
        checkEmail(email, errors);
        var day = day(errors);
        if (day != null && day.isAfter(today)) {
            errors.rejectValue("receivedOn", "inquiry.form.receivedOn.future");
        }
        return errors.hasErrors() ? Optional.empty() : Optional.ofNullable(day);
    }

    private @Nullable LocalDate day(Errors errors) {
        try {
            if (StringUtils.hasText(receivedOn)) {
                return LocalDate.parse(receivedOn.strip());
            }
            errors.rejectValue("receivedOn", "inquiry.form.receivedOn.missing");
        } catch (DateTimeParseException e) {
            errors.rejectValue("receivedOn", "calendar.form.date");
        }
        return null;
    }

    static void checkEmail(@Nullable String typed, Errors errors) {
        if (!StringUtils.hasText(typed)) {
            errors.rejectValue("email", "inquiry.form.email.missing");
        } else if (!EMAIL.matcher(typed.strip()).matches()) {
            errors.rejectValue("email", "inquiry.form.email.wrong");
        }
    }

    Asker asker() {
        String address = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        return new Asker(
                address, nameOrNone(name), "en".equals(language) ? Locale.ENGLISH : Locale.forLanguageTag("lv"));
    }

    static @Nullable String nameOrNone(@Nullable String typed) {
        return StringUtils.hasText(typed) ? typed.strip() : null;
    }
}
