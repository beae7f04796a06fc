package lv.varu.consultation.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lv.varu.calendar.DeadlineWording;
import lv.varu.calendar.Deadlines;
import lv.varu.calendar.LatvianDates;
import lv.varu.calendar.Riga;
import lv.varu.calendar.WorkingCalendar;
import lv.varu.consultation.Addressees;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationDueDates;
import lv.varu.consultation.ConsultationNames;
import lv.varu.consultation.ConsultationPeriods;
import lv.varu.consultation.ConsultationProcess.UserTask;
import lv.varu.consultation.registration.Forecast.Event;
import lv.varu.consultation.registration.Forecast.Kind;
import lv.varu.consultation.registration.Forecast.Warning;
import lv.varu.directory.Invitees;
import lv.varu.directory.Topic;
import lv.varu.engine.Decisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plays a consultation through in thought, before it is announced. */
@Component
// Not read-only: the engine keeps what its tables were asked.
@Transactional
public class Forecasting {
    private final ConsultationPeriods periods;
    private final ConsultationDueDates dueDates;
    private final Deadlines deadlines;
    private final DeadlineWording wording;
    private final LatvianDates dates;
    private final Invitees invitees;
    private final Addressees addressees;
    private final Decisions decisions;
    private final WorkingCalendar calendar;
    private final ConsultationNames names;
    private final Clock clock;

    Forecasting(
            ConsultationPeriods periods,
            ConsultationDueDates dueDates,
            Deadlines deadlines,
            DeadlineWording wording,
            LatvianDates dates,
            Invitees invitees,
            Addressees addressees,
            Decisions decisions,
            WorkingCalendar calendar,
            ConsultationNames names,
            Clock clock) {
        this.periods = periods;
        this.dueDates = dueDates;
        this.deadlines = deadlines;
        this.wording = wording;
        this.dates = dates;
        this.invitees = invitees;
        this.addressees = addressees;
        this.decisions = decisions;
        this.calendar = calendar;
        this.names = names;
        this.clock = clock;
    }

    public Forecast of(Consultation consultation, Locale locale) {
        var today = Riga.today(clock);
        List<Event> events = new ArrayList<>();
        addNotice(events, consultation, today);
        addWindow(events, consultation, locale);
        addAfterwards(events, consultation, locale);
        return new Forecast(events, warnings(consultation, today, locale));
    }

    private void addNotice(List<Event> events, Consultation consultation, LocalDate today) {
        events.add(task(UserTask.prepareNotice, dueDates.dueOn(UserTask.prepareNotice, consultation, today)));
        events.add(task(UserTask.approveNotice, dueDates.dueOn(UserTask.approveNotice, consultation, today)));
    }

    private void addWindow(List<Event> events, Consultation consultation, Locale locale) {
        events.add(date("opens", consultation.opensOn(), null));
        events.add(letter("invitations", Map.of("count", invited(consultation)), consultation.opensOn()));
        events.add(task(
                UserTask.publishInChannel,
                dueDates.dueOn(UserTask.publishInChannel, consultation, consultation.opensOn())));
        for (var meeting : consultation.details().meetings()) {
            events.add(new Event(
                    Kind.DATE,
                    "meeting",
                    Map.of("place", meeting.place()),
                    meeting.at().toLocalDate(),
                    null));
            var summary = periods.meetingSummary(consultation, meeting.at().toLocalDate());
            events.add(date("meetingSummary", summary.on(), explained(summary, locale)));
        }
        events.add(letter("reminder", Map.of(), Riga.dayOf(periods.remindInvitedAt(consultation))));
        events.add(date("closes", consultation.closesOn(), window(consultation, locale)));
    }

    private void addAfterwards(List<Event> events, Consultation consultation, Locale locale) {
        var closed = consultation.closesOn().plusDays(1);
        events.add(date("screened", null, null));
        if (!consultation.isOwnHosted()) {
            var summary = periods.participationSummary(consultation);
            events.add(date("participationSummary", summary.on(), explained(summary, locale)));
        }
        var position = dueDates.dueOn(UserTask.compilePosition, consultation, closed);
        events.add(task(UserTask.compilePosition, position));
        var approved = dueDates.dueOn(UserTask.approvePosition, consultation, position);
        events.add(task(UserTask.approvePosition, approved));
        if (!consultation.isOwnHosted()) {
            events.add(letter("position", Map.of("count", consultation.hosts().size()), approved));
        }
        var answers = deadlines.workingDays(approved, longestAnswer(consultation));
        events.add(new Event(Kind.DATE, "answers", Map.of(), answers.date(), wording.explain(answers, locale)));
        var published = dueDates.dueOn(UserTask.publishAnswers, consultation, answers.date());
        events.add(task(UserTask.publishAnswers, published));
        events.add(letter("outcomes", Map.of(), published));
        var report = dueDates.dueOn(UserTask.prepareReport, consultation, published);
        events.add(task(UserTask.prepareReport, report));
        events.add(task(UserTask.approveReport, dueDates.dueOn(UserTask.approveReport, consultation, report)));
    }

    private List<Warning> warnings(Consultation consultation, LocalDate today, Locale locale) {
        List<Warning> warnings = new ArrayList<>();
        var minimum =
                periods.minimumWindow(consultation.documentType(), consultation.opensOn(), consultation.closesOn());
        if (!minimum.isKept()) {
            warnings.add(new Warning(
                    "window",
                    Map.of(
                            "days", minimum.days(),
                            "minimum", wording.span(minimum.span(), locale),
                            "from", dates.date(consultation.opensOn(), locale),
                            "earliest", dates.date(minimum.earliestEnd(), locale),
                            "source", minimum.source())));
        }
        if (!consultation.opensOn().isAfter(today)) {
            warnings.add(new Warning("opensSoon", Map.of("date", dates.date(consultation.opensOn(), locale))));
        }
        if (invited(consultation) == 0) {
            warnings.add(new Warning("nobodyInvited", Map.of()));
        }
        if (consultation.details().contact() == null) {
            warnings.add(new Warning("noContact", Map.of()));
        }
        addMeetings(warnings, consultation, locale);
        addOfficialEnd(warnings, consultation, locale);
        (consultation.isOwnHosted() ? Stream.<String>empty() : consultation.hosts().stream())
                .filter(host -> addressees.of(host).isEmpty())
                .forEach(host -> warnings.add(
                        new Warning("noAddressee", Map.of("host", names.host(host, consultation, locale)))));
        return warnings;
    }

    private void addMeetings(List<Warning> warnings, Consultation consultation, Locale locale) {
        var earliest = periods.earliestMeeting(consultation);
        consultation.details().meetings().stream()
                .map(meeting -> meeting.at().toLocalDate())
                .filter(day -> day.isBefore(earliest.on()))
                .forEach(day -> warnings.add(new Warning(
                        "meetingSoon",
                        Map.of(
                                "date", dates.date(day, locale),
                                "opens", dates.date(consultation.opensOn(), locale),
                                "minimum", wording.span(earliest.span(), locale),
                                "earliest", dates.date(earliest.on(), locale),
                                "source", earliest.source()))));
    }

    private String explained(ConsultationPeriods.Rule rule, Locale locale) {
        return wording.span(rule.span(), locale) + " – " + rule.source();
    }

    /** The position must reach the host before the host itself stops listening. */
    private void addOfficialEnd(List<Warning> warnings, Consultation consultation, Locale locale) {
        var official = consultation.officialClosesOn();
        if (official == null) {
            return;
        }
        var compiled = dueDates.dueOn(
                UserTask.compilePosition, consultation, consultation.closesOn().plusDays(1));
        var approved = dueDates.dueOn(UserTask.approvePosition, consultation, compiled);
        if (approved.isAfter(official)) {
            warnings.add(new Warning(
                    "officialSoon",
                    Map.of(
                            "date", dates.date(official, locale),
                            "days", calendar.workingDaysBetween(consultation.closesOn(), official),
                            "needed", calendar.workingDaysBetween(consultation.closesOn(), approved))));
        }
    }

    private String window(Consultation consultation, Locale locale) {
        var minimum =
                periods.minimumWindow(consultation.documentType(), consultation.opensOn(), consultation.closesOn());
        return wording.span(minimum.span(), locale) + " – " + minimum.source();
    }

    private int invited(Consultation consultation) {
        var topics = consultation.invitedTopics();
        return invitees.count(consultation.invited(topics.isEmpty() ? Set.copyOf(consultation.topics()) : topics));
    }

    private int longestAnswer(Consultation consultation) {
        var topics = consultation.topics().isEmpty() ? List.of(Topic.values()) : consultation.topics();
        return consultation.hosts().stream()
                .flatMap(host -> topics.stream()
                        .map(topic -> decisions
                                .ask("routing", Map.of("municipality", host, "topic", topic.name()))
                                .number("days")))
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    private static Event task(UserTask task, LocalDate due) {
        return new Event(Kind.TASK, task.name(), Map.of(), due, null);
    }

    private static Event letter(String key, Map<String, Object> values, LocalDate on) {
        return new Event(Kind.LETTER, key, values, on, null);
    }

    private static Event date(String key, @Nullable LocalDate on, @Nullable String explanation) {
        return new Event(Kind.DATE, key, Map.of(), on, explanation);
    }
}
