package lv.varu.consultation;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lv.varu.calendar.LatvianDates;
import lv.varu.calendar.Riga;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Where a consultation stands, told to everybody: six plain steps with their dates. */
@Component
class PublicPath {
    private static final String KEY = "consultation.portal.path.";

    private final MessageSource messages;
    private final LatvianDates dates;

    PublicPath(MessageSource messages, LatvianDates dates) {
        this.messages = messages;
        this.dates = dates;
    }

    List<Stop> of(Consultation consultation, Locale locale) {
        int now = now(consultation);
        if (consultation.status() == ConsultationStatus.WITHDRAWN) {
            return withdrawn(consultation, now, locale);
        }
        return Arrays.stream(Milestone.values())
                .map(milestone -> stop(
                        consultation,
                        milestone,
                        milestone.ordinal() == now ? "NOW" : milestone.ordinal() < now ? "DONE" : "NEXT",
                        locale))
                .toList();
    }

    /** Nothing follows. */
    private List<Stop> withdrawn(Consultation consultation, int reached, Locale locale) {
        var stops = Arrays.stream(Milestone.values())
                .filter(milestone -> milestone.ordinal() <= reached)
                .map(milestone -> stop(consultation, milestone, "DONE", locale));
        var end = new Stop(text("WITHDRAWN", locale), "NOW", day(consultation.withdrawnAt(), locale), null);
        return Stream.concat(stops, Stream.of(end)).toList();
    }

    private Stop stop(Consultation consultation, Milestone milestone, String state, Locale locale) {
        return new Stop(
                text(consultation, milestone.name(), locale),
                state,
                when(consultation, milestone, locale),
                state.equals("NOW") ? text(consultation, milestone + ".note", locale) : null);
    }

    private static int now(Consultation consultation) {
        return switch (consultation.status()) {
            case PREPARING, ANNOUNCED -> Milestone.ANNOUNCED.ordinal();
            case OPEN -> Milestone.WINDOW.ordinal();
            case CLOSED -> (consultation.deliveredAt() == null ? Milestone.POSITION : Milestone.MUNICIPALITY).ordinal();
            case ANSWERED -> Milestone.REPORT.ordinal();
            case REPORTED -> Milestone.values().length;
            case WITHDRAWN -> reached(consultation.phase()).ordinal();
        };
    }

    private static Milestone reached(Phase phase) {
        return switch (phase) {
            case NOTICE -> Milestone.ANNOUNCED;
            case WINDOW -> Milestone.WINDOW;
            case POSITION -> Milestone.POSITION;
            case ANSWERS -> Milestone.MUNICIPALITY;
            case REPORT -> Milestone.REPORT;
        };
    }

    private @Nullable String when(Consultation consultation, Milestone milestone, Locale locale) {
        return switch (milestone) {
            case ANNOUNCED -> day(consultation.announcedAt(), locale);
            case WINDOW -> dates.period(consultation.opensOn(), consultation.closesOn(), locale);
            case POSITION -> day(consultation.deliveredAt(), locale);
            case MUNICIPALITY -> null;
            case ANSWERS -> day(consultation.answeredAt(), locale);
            case REPORT -> day(consultation.reportedAt(), locale);
        };
    }

    private @Nullable String day(@Nullable Instant instant, Locale locale) {
        return instant == null ? null : dates.date(Riga.dayOf(instant), locale);
    }

    /** A document of the partnership itself is answered by it. */
    private String text(Consultation consultation, String key, Locale locale) {
        String usual = text(key, locale);
        return consultation.isOwnHosted() ? messages.getMessage(KEY + "own." + key, null, usual, locale) : usual;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(KEY + key, null, locale);
    }

    private enum Milestone {
        ANNOUNCED,
        WINDOW,
        POSITION,
        MUNICIPALITY,
        ANSWERS,
        REPORT
    }

    /**
     * As the fragment for steps draws it.
     *
     * @param note what happens now
     */
    record Stop(
            String label,
            String state,
            @Nullable String when,
            @Nullable String note) {}
}
