package lv.varu.proposal.author;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lv.varu.calendar.LatvianDates;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.ProposalDesk.Tracking;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.StoredDeadline;
import lv.varu.proposal.Withdrawal;
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
            steps.add(step(mark, state, tracking, locale));
        }
        return steps;
    }

    private Step step(Mark mark, State state, Tracking tracking, Locale locale) {
        String key = TEXTS + mark.name() + (state == State.DONE ? "" : ".ahead");
        return new Step(messages.getMessage(key, null, locale), state, when(mark, state, tracking, locale), null);
    }

    private @Nullable String when(Mark mark, State state, Tracking tracking, Locale locale) {
        if (mark.at() != null) {
            return dates.dateTime(mark.at(), locale);
        }
        ProposalView proposal = tracking.proposal();
        if (state != State.NOW || proposal.nextOn() == null) {
            return null;
        }
        // Hours, not days: the time to confirm ends at its minute.
        return proposal.status() == ProposalStatus.UNCONFIRMED && tracking.confirmBy() != null
                ? messages.getMessage(TEXTS + "by", new Object[] {dates.dateTime(tracking.confirmBy(), locale)}, locale)
                : dates.until(proposal.nextOn(), locale);
    }

    private static List<Mark> marks(Tracking tracking) {
        ProposalView proposal = tracking.proposal();
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark("submitted", proposal.submittedAt()));
        if (proposal.status() == ProposalStatus.EXPIRED) {
            marks.add(new Mark("expired", proposal.since()));
            return marks;
        }
        if (tracking.confirmBy() != null) {
            marks.add(new Mark("confirmed", tracking.confirmedAt()));
        }
        if (proposal.status() == ProposalStatus.DECLINED) {
            marks.add(new Mark("declined", proposal.screenedAt()));
            return marks;
        }
        if (proposal.status() == ProposalStatus.CLARIFYING) {
            marks.add(new Mark("clarifying", null));
        }
        boolean aside = proposal.isSplit() || proposal.status() == ProposalStatus.MERGED;
        if (!aside || proposal.screenedAt() != null) {
            marks.add(new Mark("screened", proposal.screenedAt()));
        }
        if (aside) {
            marks.add(new Mark(proposal.isSplit() ? "split" : "merged", proposal.setAsideAt()));
            if (proposal.isSplit()) {
                marks.add(new Mark("parts", proposal.publishedAt()));
            }
            return marks;
        }
        if (proposal.leftOutReason() != null) {
            marks.add(new Mark("leftOut", proposal.publishedAt()));
            return marks;
        }
        addAnswer(marks, tracking.call().ownHosted(), proposal);
        Withdrawal withdrawal = proposal.withdrawal();
        if (withdrawal != null) {
            // What lay ahead will not come any more.
            marks.removeIf(mark -> mark.at() == null);
            marks.add(new Mark(withdrawal == Withdrawal.AUTHOR ? "withdrawn" : "closedWithCall", proposal.since()));
        }
        return marks;
    }

    private static void addAnswer(List<Mark> marks, boolean ourselves, ProposalView proposal) {
        marks.add(new Mark(ourselves ? "ourselves" : "forwarded", proposal.forwardedAt()));
        marks.add(new Mark(ourselves ? "ourAnswer" : answer(proposal), proposal.answeredAt()));
        marks.add(new Mark("published", proposal.publishedAt()));
    }

    /** What the municipality said, or that it said nothing, is told only once it is published. */
    private static String answer(ProposalView proposal) {
        if (proposal.outcome() == null) {
            return "answerTime";
        }
        return proposal.outcome() == Outcome.NO_REPLY ? "silent" : "answered";
    }

    /** How the next date was computed; none when it was announced instead. */
    Optional<String> explanation(Tracking tracking) {
        ProposalView proposal = tracking.proposal();
        return tracking.deadlines().stream()
                .filter(deadline ->
                        deadline.kind() == kind(proposal) && deadline.date().equals(proposal.nextOn()))
                .findFirst()
                .map(deadline -> dates.explain(deadline.deadline()));
    }

    private static StoredDeadline.@Nullable Kind kind(ProposalView proposal) {
        return switch (proposal.status()) {
            case RECEIVED -> StoredDeadline.Kind.SCREENING;
            case CLARIFYING -> StoredDeadline.Kind.CLARIFICATION;
            case ANSWERING -> StoredDeadline.Kind.ANSWER;
            case FORWARDED -> proposal.isLate() ? StoredDeadline.Kind.FINAL : StoredDeadline.Kind.ANSWER;
            default -> null;
        };
    }

    /** @param note as the fragment wants it; a path is for overview, so there is none */
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

    private record Mark(String name, @Nullable Instant at) {}
}
