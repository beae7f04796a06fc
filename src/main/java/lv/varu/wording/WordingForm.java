package lv.varu.wording;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import lv.varu.mail.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/** The three texts of a letter as they are typed. */
record WordingForm(
        @NotBlank(message = "{wording.subject.missing}") @Size(max = 300, message = "{wording.subject.long}") @Nullable
        String subject,

        @NotBlank(message = "{wording.body.missing}") @Size(max = 20000, message = "{wording.body.long}") @Nullable
        String body,

        @Size(max = 100, message = "{wording.action.long}") @Nullable
        String action,

        @Nullable Integer version) {

    static WordingForm of(Wording wording, int version) {
        return new WordingForm(wording.subject(), wording.body(), wording.action(), version);
    }

    Wording wording(boolean withAction) {
        return new Wording(text(subject), text(body).replace("\r\n", "\n"), withAction ? text(action) : null);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    void check(Wording standard, Errors errors) {
        boolean withAction = standard.action() != null;
        if (withAction && !StringUtils.hasText(action)) {
            errors.rejectValue("action", "wording.action.missing");
        }
        var known = Placeholders.of(standard);
        check("subject", text(subject), known, errors);
        check("body", text(body), known, errors);
        if (withAction) {
            check("action", text(action), known, errors);
        }
    }

    private static void check(String field, String text, Placeholders known, Errors errors) {
        Placeholders used;
        try {
            used = Placeholders.of(text);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            errors.rejectValue(field, "wording.unreadable");
            return;
        }
        var unknown = used.unknownTo(known);
        if (!unknown.isEmpty()) {
            errors.rejectValue(field, "wording.unknown", new Object[] {braced(unknown)}, null);
        }
        var misused = used.misusedFor(known);
        misused.removeAll(unknown);
        if (!misused.isEmpty()) {
            errors.rejectValue(field, "wording.misused", new Object[] {braced(misused)}, null);
        }
    }

    static String braced(Iterable<String> names) {
        var text = new StringBuilder();
        names.forEach(name ->
                text.append(text.isEmpty() ? "" : ", ").append('{').append(name).append('}'));
        return text.toString();
    }
}
