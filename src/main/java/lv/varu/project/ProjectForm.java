package lv.varu.project;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/** What people enter about a project. Days and numbers stay text until they are checked, so that nothing typed is lost. */
record ProjectForm(
        @Nullable Integer version,

        @NotBlank(message = "{project.form.name.missing}") @Size(max = 300, message = "{project.form.long}") @Nullable
        String name,

        @NotBlank(message = "{project.form.funder.missing}") @Size(max = 300, message = "{project.form.long}") @Nullable
        String funder,

        @Size(max = 300, message = "{project.form.long}") @Nullable
        String programme,

        @Nullable Set<String> partnerships,
        @Nullable String startsOn,
        @Nullable String endsOn,

        @Size(max = 2000, message = "{project.form.publicity.long}") @Nullable
        String publicity,

        @Nullable String retentionYears,

        @NotBlank(message = "{project.form.reason.missing}")
        @Size(max = 500, message = "{project.form.reason.long}")
        @Nullable
        String retentionReason) {
    private static final int MOST_YEARS = 30;

    static ProjectForm blank(Set<String> partnerships) {
        return new ProjectForm(0, null, null, null, partnerships, null, null, null, null, null);
    }

    static ProjectForm of(Project project) {
        return new ProjectForm(
                project.version(),
                project.name(),
                project.funder(),
                project.programme(),
                Set.copyOf(project.partnerships()),
                project.startsOn().toString(),
                project.endsOn().toString(),
                project.publicity(),
                String.valueOf(project.retentionYears()),
                project.retentionReason());
    }

    /** The entered project, or empty when {@code errors} says what is wrong. */
    Optional<Project> project(UUID id, Set<String> known, Errors errors) {
        var chosen = partnerships == null
                ? List.<String>of()
                : partnerships.stream().filter(known::contains).sorted().toList();
        if (chosen.isEmpty()) {
            errors.rejectValue("partnerships", "project.form.partnerships.missing");
        }
        var starts = date("startsOn", startsOn, errors);
        var ends = date("endsOn", endsOn, errors);
        if (starts != null && ends != null && ends.isBefore(starts)) {
            errors.rejectValue("endsOn", "project.form.endsOn.before");
        }
        int years = years(errors);
        if (errors.hasErrors() || starts == null || ends == null) {
            return Optional.empty();
        }
        return Optional.of(new Project(
                id,
                version == null ? 0 : version,
                text(name),
                text(funder),
                textOrNone(programme),
                chosen,
                starts,
                ends,
                textOrNone(publicity),
                years,
                text(retentionReason)));
    }

    private int years(Errors errors) {
        if (retentionYears != null && retentionYears.strip().matches("\\d{1,2}")) {
            int years = Integer.parseInt(retentionYears.strip());
            if (years <= MOST_YEARS) {
                return years;
            }
        }
        errors.rejectValue("retentionYears", "project.form.years.wrong");
        return 0;
    }

    private static @Nullable LocalDate date(String field, @Nullable String typed, Errors errors) {
        if (!StringUtils.hasText(typed)) {
            errors.rejectValue(field, "project.form.day.missing");
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            errors.rejectValue(field, "calendar.form.date");
            return null;
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static @Nullable String textOrNone(@Nullable String typed) {
        return StringUtils.hasText(typed) ? typed.strip() : null;
    }
}
