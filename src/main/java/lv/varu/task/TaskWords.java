package lv.varu.task;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lv.varu.calendar.LatvianDates;
import lv.varu.calendar.Riga;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What people call tasks, their fields and their last days. */
@Component
class TaskWords {
    private final MessageSource messages;
    private final LatvianDates dates;
    private final Clock clock;
    private final Contributed<TaskDetails> details;

    TaskWords(MessageSource messages, LatvianDates dates, Clock clock, ObjectProvider<TaskDetails> details) {
        this.messages = messages;
        this.dates = dates;
        this.clock = clock;
        this.details = new Contributed<>(details, TaskDetails::processKey);
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    boolean isAhead(LocalDate day) {
        return day.isAfter(Riga.today(clock));
    }

    String date(LocalDate day) {
        return dates.date(day);
    }

    String name(StoredTask task) {
        return name(task, LocaleContextHolder.getLocale());
    }

    String name(StoredTask task, Locale locale) {
        return name(task.task(), task.name(), locale);
    }

    /** "Publicēt paziņojumu: Facebook", "Piezvanīt: Preiļu novads", else "Publicēt paziņojumu kanālā". */
    String name(OpenTask facts, String inTheModel, Locale locale) {
        String kind = key(facts.processKey(), facts.taskKey());
        return maybe(kind + "." + facts.detail(), locale).orElseGet(() -> {
            String plain = maybe(kind, locale).orElse(inTheModel);
            return details.find(facts.processKey())
                    .flatMap(known -> known.nameOf(facts, locale))
                    .map(detail -> plain + ": " + detail)
                    .orElse(plain);
        });
    }

    String kind(ModelTask task) {
        return maybe(key(task.processKey(), task.taskKey()), LocaleContextHolder.getLocale())
                .orElse(task.name());
    }

    /** What happened when the task was completed. */
    String done(StoredTask task) {
        String kind = key(task.task().processKey(), task.task().taskKey());
        return maybe(kind + ".done", LocaleContextHolder.getLocale())
                .orElseGet(() -> text("task.done", name(task), task.task().caseTitle()));
    }

    private static String key(String processKey, String taskKey) {
        return "task." + processKey + "." + taskKey;
    }

    Due due(@Nullable LocalDate lastDay) {
        return due(lastDay, LocaleContextHolder.getLocale());
    }

    Due due(@Nullable LocalDate lastDay, Locale locale) {
        if (lastDay == null) {
            return new Due(messages.getMessage("task.due.none", null, locale), "", false);
        }
        long days = ChronoUnit.DAYS.between(Riga.today(clock), lastDay);
        String text = days < 0
                ? messages.getMessage("task.due.late", new Object[] {-days}, locale)
                : messages.getMessage("task.due.left", new Object[] {days}, locale);
        return new Due(text, dates.date(lastDay, locale), days < 0);
    }

    Field field(PlainField field) {
        return field(field, "task.field.", !field.isRequired(), null);
    }

    /** One of a form that approves something or returns it. */
    Field fieldOfDecision(PlainField field, boolean comment) {
        return field(
                field, "task.decision.", !field.isRequired() && !comment, comment ? "task.decision.comment" : null);
    }

    private Field field(PlainField field, String answers, boolean optional, @Nullable String usualHint) {
        Locale locale = LocaleContextHolder.getLocale();
        String key = "task.field." + field.id();
        return new Field(
                field.id(),
                field.type().name(),
                maybe(key, locale).or(() -> maybe(field.label(), locale)).orElse(field.label()),
                maybe(key + ".hint", locale).orElseGet(() -> usualHint == null ? null : text(usualHint)),
                choices(field, answers, locale),
                optional,
                field.isReadOnly(),
                field.limit("maxlength").orElse(null));
    }

    private Map<String, String> choices(PlainField field, String answers, Locale locale) {
        String key = "task.field." + field.id() + ".";
        Map<String, String> choices = new LinkedHashMap<>();
        if (field.type() == PlainField.Type.BOOLEAN) {
            for (String answer : new String[] {"true", "false"}) {
                choices.put(answer, maybe(key + answer, locale).orElseGet(() -> text(answers + answer)));
            }
        }
        field.choices()
                .forEach((value, name) ->
                        choices.put(value, maybe(key + value, locale).orElse(name)));
        return choices;
    }

    private Optional<String> maybe(String key, Locale locale) {
        return Optional.ofNullable(messages.getMessage(key, null, null, locale));
    }

    /**
     * When it is due, as people say it.
     *
     * @param text "vēl 5 dienas"
     * @param date empty when there is no last day
     */
    record Due(String text, String date, boolean late) {}

    /** A field as the page draws it. */
    record Field(
            String id,
            String type,
            String label,
            @Nullable String hint,
            Map<String, String> choices,
            boolean optional,
            boolean readOnly,
            @Nullable Long max) {}
}
