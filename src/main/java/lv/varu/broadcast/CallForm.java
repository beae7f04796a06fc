package lv.varu.broadcast;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lv.varu.directory.OrganisationKind;
import lv.varu.directory.Places;
import lv.varu.directory.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.Errors;

/**
 * An urgent call, as staff type it.
 *
 * @param id given when the form is opened, so that a second click sends nothing more
 * @param options one a line
 */
record CallForm(
        @Nullable UUID id,
        @Nullable String title,
        @Nullable String text,
        @Nullable String options,
        @Nullable String titleEn,
        @Nullable String textEn,
        @Nullable String optionsEn,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate answerBy,

        @Nullable Reach reach,
        @Nullable Set<Topic> topics,
        @Nullable Set<OrganisationKind> kinds,
        @Nullable Set<String> places) {
    private static final int MOST_OPTIONS = 8;
    private static final int LONGEST_OPTION = 120;
    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_TEXT = 4000;

    /** Whose organisations are called. */
    enum Reach {
        OWN,
        EVERYWHERE
    }

    static CallForm blank(LocalDate answerBy) {
        return new CallForm(
                UUID.randomUUID(),
                null,
                null,
                null,
                null,
                null,
                null,
                answerBy,
                Reach.OWN,
                Set.of(),
                Set.of(),
                Set.of());
    }

    void check(LocalDate today, Places known, Errors errors) {
        checkLength("title", title, LONGEST_TITLE, "broadcast.fault.title.missing", errors);
        checkLength("text", text, LONGEST_TEXT, "broadcast.fault.text.missing", errors);
        checkOptions("options", lines(), errors);
        if (isTranslated()) {
            checkLength("titleEn", titleEn, LONGEST_TITLE, "broadcast.fault.english.missing", errors);
            checkLength("textEn", textEn, LONGEST_TEXT, "broadcast.fault.english.missing", errors);
            checkOptions("optionsEn", linesEn(), errors);
            if (!linesEn().isEmpty() && linesEn().size() != lines().size()) {
                errors.rejectValue("optionsEn", "broadcast.fault.english.options");
            }
        }
        if (answerBy == null) {
            errors.rejectValue("answerBy", "broadcast.fault.answerBy.missing");
        } else if (answerBy.isBefore(today)) {
            errors.rejectValue("answerBy", "broadcast.fault.answerBy.past");
        }
        if (id == null) {
            errors.reject("broadcast.fault.form");
        }
        if (given(places).stream().anyMatch(code -> known.lookUp(code).isEmpty())) {
            errors.rejectValue("places", "broadcast.fault.place.unknown");
        }
    }

    private static void checkLength(String field, @Nullable String typed, int most, String missing, Errors errors) {
        if (typed == null || typed.isBlank()) {
            errors.rejectValue(field, missing);
        } else if (typed.strip().length() > most) {
            errors.rejectValue(field, "broadcast.fault.long");
        }
    }

    private static void checkOptions(String field, List<String> lines, Errors errors) {
        if (lines.isEmpty()) {
            errors.rejectValue(field, "broadcast.fault.options.missing");
        } else if (lines.size() > MOST_OPTIONS) {
            errors.rejectValue(field, "broadcast.fault.options.many");
        } else if (lines.stream().anyMatch(line -> line.length() > LONGEST_OPTION)) {
            errors.rejectValue(field, "broadcast.fault.options.long");
        }
    }

    /** English may be left out, but not in part. */
    public boolean isTranslated() {
        return Stream.of(titleEn, textEn, optionsEn).anyMatch(typed -> typed != null && !typed.isBlank());
    }

    public List<String> lines() {
        return linesOf(options);
    }

    public List<String> linesEn() {
        return linesOf(optionsEn);
    }

    /** Each option once. */
    private static List<String> linesOf(@Nullable String typed) {
        return typed == null
                ? List.of()
                : typed.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .toList();
    }

    CallText words() {
        return new CallText(
                Objects.requireNonNull(title).strip(),
                Objects.requireNonNull(text).strip(),
                lines(),
                isTranslated()
                        ? new CallText(
                                Objects.requireNonNull(titleEn).strip(),
                                Objects.requireNonNull(textEn).strip(),
                                linesEn())
                        : null);
    }

    Called called() {
        return new Called(reach == Reach.EVERYWHERE, given(topics), given(kinds), given(places));
    }

    private static <T> Set<T> given(@Nullable Set<T> chosen) {
        return chosen == null ? Set.of() : chosen;
    }
}
