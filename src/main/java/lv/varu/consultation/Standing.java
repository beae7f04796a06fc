package lv.varu.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lv.varu.calendar.LatvianDates;
import lv.varu.calendar.Riga;
import lv.varu.directory.Partnerships;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says where a consultation stands. */
@Component
public class Standing {
    private final MessageSource messages;
    private final LatvianDates dates;
    private final Partnerships partnerships;

    Standing(MessageSource messages, LatvianDates dates, Partnerships partnerships) {
        this.messages = messages;
        this.dates = dates;
        this.partnerships = partnerships;
    }

    public List<Step> of(Consultation consultation, Locale locale) {
        return Arrays.stream(Phase.values())
                .map(phase -> step(consultation, phase, locale))
                .filter(step ->
                        consultation.status() != ConsultationStatus.WITHDRAWN || step.state() != Step.State.NEXT)
                .toList();
    }

    private Step step(Consultation consultation, Phase phase, Locale locale) {
        var state = state(consultation, phase);
        var note = state == Step.State.NOW ? note(consultation, phase, locale) : null;
        var label = messages.getMessage(key(consultation, phase), null, locale);
        return new Step(phase, state, label, when(consultation, phase, locale), note);
    }

    private static Step.State state(Consultation consultation, Phase phase) {
        if (consultation.status() == ConsultationStatus.REPORTED) {
            return Step.State.DONE;
        }
        int order = phase.compareTo(consultation.phase());
        return order < 0 ? Step.State.DONE : order == 0 ? Step.State.NOW : Step.State.NEXT;
    }

    private @Nullable String when(Consultation consultation, Phase phase, Locale locale) {
        return switch (phase) {
            case NOTICE -> on(consultation.announcedAt(), locale);
            case WINDOW -> dates.period(consultation.opensOn(), consultation.closesOn(), locale);
            case POSITION -> on(consultation.deliveredAt(), locale);
            case ANSWERS -> on(consultation.answeredAt(), locale);
            case REPORT -> on(consultation.reportedAt(), locale);
        };
    }

    private @Nullable String on(@Nullable Instant instant, Locale locale) {
        LocalDate day = instant == null ? null : Riga.dayOf(instant);
        return day == null ? null : dates.date(day, locale);
    }

    private String note(Consultation consultation, Phase phase, Locale locale) {
        if (consultation.status() == ConsultationStatus.WITHDRAWN) {
            return messages.getMessage("consultation.phase.withdrawn", null, locale);
        }
        Object[] arguments = {
            partnerships.find(consultation.lead()).name(locale),
            dates.date(consultation.opensOn(), locale),
            dates.date(consultation.closesOn(), locale)
        };
        boolean waits = phase == Phase.WINDOW && consultation.status() == ConsultationStatus.ANNOUNCED;
        return messages.getMessage(key(consultation, phase) + (waits ? ".waits" : ".note"), arguments, locale);
    }

    private static String key(Consultation consultation, Phase phase) {
        boolean ourselves = phase == Phase.ANSWERS && consultation.isOwnHosted();
        return "consultation.phase." + (ourselves ? "ourAnswers" : phase.name());
    }
}
