package lv.varu.proposal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lv.varu.calendar.LatvianDates;
import lv.varu.proposal.ProposalDesk.Tracking;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The way of a proposal from its author to the published answer, as its author reads it. */
@Component
class ProposalPath {
    private static final String TEXTS = "proposal.page.step.";

    private final LatvianDates dates;
    private final MessageSource messages;

    ProposalPath(LatvianDates dates, MessageSource messages) {
        this.dates = dates;
        this.messages = messages;
    }

    List<Step> of(Tracking tracking, Locale locale) {
        List<Step> steps = new ArrayList<>();
        boolean now = false;
        for (Mark mark : marks(tracking)) {
            State state = mark.at() != null ? State.DONE : now ? State.NEXT : State.NOW;
            now = now || state == State.NOW;
            steps.add(step(mark, state, tracking.proposal(), locale));
        }
        return steps;
    }

    private Step step(Mark mark, State state, ProposalView proposal, Locale locale) {
        String key = TEXTS + mark.name() + (state == State.DONE ? "" : ".ahead");
        return new Step(
                messages.getMessage(key, null, locale), state, when(mark, state, proposal, locale), mark.note());
    }

    private @Nullable String when(Mark mark, State state, ProposalView proposal, Locale locale) {
        if (mark.at() != null) {
            return dates.dateTime(mark.at(), locale);
        }
        return state == State.NOW && proposal.nextOn() != null ? dates.until(proposal.nextOn(), locale) : null;
    }

    private static List<Mark> marks(Tracking tracking) {
        ProposalView proposal = tracking.proposal();
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark("submitted", proposal.submittedAt(), null));
        if (proposal.status() == ProposalStatus.EXPIRED) {
            marks.add(new Mark("expired", proposal.since(), null));
            return marks;
        }
        if (tracking.confirmBy() != null) {
            marks.add(new Mark("confirmed", tracking.confirmedAt(), null));
        }
        if (proposal.status() == ProposalStatus.DECLINED) {
            marks.add(new Mark("declined", proposal.screenedAt(), proposal.declineReason()));
            return marks;
        }
        marks.add(new Mark("screened", proposal.screenedAt(), null));
        if (proposal.leftOutReason() != null) {
            marks.add(new Mark("leftOut", proposal.publishedAt(), proposal.leftOutReason()));
            return marks;
        }
        marks.add(new Mark("forwarded", proposal.forwardedAt(), null));
        marks.add(
                new Mark(proposal.outcome() == Outcome.NO_REPLY ? "silent" : "answered", proposal.answeredAt(), null));
        marks.add(new Mark("published", proposal.publishedAt(), null));
        return marks;
    }

    /** How the next date was computed; none when it was announced instead. */
    Optional<Explanation> explanation(Tracking tracking) {
        ProposalView proposal = tracking.proposal();
        return tracking.deadlines().stream()
                .filter(deadline ->
                        deadline.kind() == kind(proposal) && deadline.date().equals(proposal.nextOn()))
                .findFirst()
                .map(deadline -> new Explanation(dates.explain(deadline.deadline()), deadline.source()));
    }

    private static StoredDeadline.@Nullable Kind kind(ProposalView proposal) {
        return switch (proposal.status()) {
            case RECEIVED -> StoredDeadline.Kind.SCREENING;
            case FORWARDED -> proposal.isLate() ? StoredDeadline.Kind.FINAL : StoredDeadline.Kind.ANSWER;
            default -> null;
        };
    }

    /** @param note more words, as somebody wrote them */
    record Step(
            String label,
            State state,
            @Nullable String when,
            @Nullable String note) {}

    enum State {
        DONE,
        NOW,
        NEXT
    }

    /** @param source the act or rule that the number of days comes from */
    record Explanation(String text, String source) {}

    private record Mark(
            String name, @Nullable Instant at, @Nullable String note) {}
}
