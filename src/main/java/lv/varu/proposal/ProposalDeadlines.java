package lv.varu.proposal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import lv.varu.calendar.Deadlines;
import lv.varu.calendar.Riga;
import lv.varu.calendar.Span;
import lv.varu.directory.Topic;
import lv.varu.engine.Decisions;
import lv.varu.period.Period;
import lv.varu.period.Periods;
import lv.varu.proposal.StoredDeadline.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Computes the dates of a proposal from the decision tables and the calendar. */
@Component
public class ProposalDeadlines {
    private final Decisions decisions;
    private final Periods periods;
    private final Deadlines deadlines;
    private final ProposalSettings settings;
    // A position of hundreds of proposals asks the same few questions, and each answer costs rows of history.
    private final LoadingCache<Question, Route> routes;

    ProposalDeadlines(Decisions decisions, Periods periods, Deadlines deadlines, ProposalSettings settings) {
        this.decisions = decisions;
        this.periods = periods;
        this.deadlines = deadlines;
        this.settings = settings;
        routes = Caffeine.newBuilder()
                .maximumSize(1000)
                .expireAfterWrite(Duration.ofMinutes(1))
                .build(this::ask);
    }

    public Instant confirmBy(String documentType, Instant submittedAt) {
        var rule = periods.of(documentType, "CONFIRMATION");
        return rule.unit() == Period.Unit.HOURS
                ? submittedAt.plus(Duration.ofHours(rule.amount()))
                : deadlines.of(Riga.dayOf(submittedAt), rule.span()).endsAt();
    }

    public StoredDeadline screening(String documentType, LocalDate registeredOn) {
        return after(Kind.SCREENING, documentType, "SCREENING", registeredOn);
    }

    /** Until when an author is to make something clear, and when they are reminded. */
    public Clarification clarification(String documentType, LocalDate askedOn) {
        var reminder = after(Kind.CLARIFICATION_REMINDER, documentType, "CLARIFICATION_REMINDER", askedOn);
        var end = after(Kind.CLARIFICATION, documentType, "CLARIFICATION", askedOn);
        return new Clarification(
                reminder, end, timer(reminder.date()), end.deadline().endsAt());
    }

    /** The dates and the instants of the model's timers: the last day lasts until midnight. */
    public record Clarification(StoredDeadline reminder, StoredDeadline end, Instant remindAt, Instant until) {}

    /** Until when a manager decides whether the municipality gets more days. */
    LocalDate decision(String documentType, LocalDate askedOn) {
        return after(documentType, "MORE_DAYS_DECISION", askedOn);
    }

    /**
     * Until when the author of a declined proposal may try again: as long as everybody may propose, and some days after
     * they could read why. None when there is no end.
     */
    @Nullable
    public LocalDate resubmission(Call call, LocalDate declinedOn) {
        LocalDate closes = call.closesOn();
        if (closes == null) {
            return null;
        }
        LocalDate some = after(call.documentType(), "RESUBMISSION", declinedOn);
        return closes.isAfter(some) ? closes : some;
    }

    private LocalDate after(String documentType, String period, LocalDate from) {
        return deadlines.of(from, periods.of(documentType, period).span()).date();
    }

    /** Which part of the municipality answers. */
    public String department(String municipality, Topic topic) {
        return routes.get(new Question(municipality, topic)).department();
    }

    /** All dates from the request to the last day of waiting; only the first is counted from the request. */
    public List<StoredDeadline> answering(
            String documentType, String municipality, Topic topic, LocalDate requestedOn) {
        var route = routes.get(new Question(municipality, topic));
        return answering(
                documentType,
                StoredDeadline.of(Kind.ANSWER, deadlines.workingDays(requestedOn, route.days()), route.source()));
    }

    /** As above when somebody has set the day of the answer. */
    public List<StoredDeadline> answering(String documentType, LocalDate requestedOn, LocalDate dueOn, String source) {
        return answering(
                documentType,
                new StoredDeadline(
                        Kind.ANSWER,
                        dueOn,
                        requestedOn,
                        (int) ChronoUnit.DAYS.between(requestedOn, dueOn),
                        Span.Unit.DAYS,
                        false,
                        dueOn,
                        List.of(),
                        List.of(),
                        source));
    }

    private List<StoredDeadline> answering(String documentType, StoredDeadline due) {
        return List.of(
                due,
                reminder(documentType, due.date()),
                after(Kind.ESCALATION, documentType, "ESCALATE_AFTER", due.date()),
                after(Kind.TELEPHONE, documentType, "TELEPHONE_AFTER", due.date()),
                after(Kind.LATE, documentType, "LATE_AFTER", due.date()),
                after(Kind.FINAL, documentType, "FINAL_AFTER", due.date()));
    }

    /** When on its day the timer of a date fires. */
    public Instant timer(LocalDate day) {
        return day.atTime(settings.timersAt()).atZone(Riga.ZONE).toInstant();
    }

    private StoredDeadline reminder(String documentType, LocalDate due) {
        var rule = periods.of(documentType, "ANSWER_REMINDER");
        return StoredDeadline.before(
                Kind.REMINDER, deadlines.before(due, rule.span()), due, rule.span(), rule.source());
    }

    private StoredDeadline after(Kind kind, String documentType, String period, LocalDate from) {
        var rule = periods.of(documentType, period);
        return StoredDeadline.of(kind, deadlines.of(from, rule.span()), rule.source());
    }

    private Route ask(Question question) {
        var row = decisions.ask(
                "routing",
                Map.of(
                        "municipality",
                        question.municipality(),
                        "topic",
                        question.topic().name()));
        return new Route(row.text("department"), row.number("days"), row.text("source"));
    }

    private record Question(String municipality, Topic topic) {}

    private record Route(String department, int days, String source) {}
}
