package lv.varu.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import lv.varu.directory.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A proposal as lists and pages read it.
 *
 * @param number given when it was registered
 * @param submitterName name or organisation; in a public view only when its owner agreed
 * @param outcome in a public view only once it is published, like route and rationale
 * @param withdrawal why it ended before its answer, if it did
 * @param supporters how many stand behind it, authors of what was merged into it too
 * @param ourselves code of the partnership, when it answers by itself instead of a municipality
 * @param setAsideAt since when another one or its parts speak for it
 * @param mergedInto the one that speaks for it
 * @param splitFrom the one of which it is a part
 * @param part which part, counted from one
 * @param since since when it is that turn
 * @param nextOn the next date that is known
 */
@NamedInterface("shared")
public record ProposalView(
        UUID id,
        String receipt,
        @Nullable Long number,
        UUID callId,
        String title,
        String text,
        Topic topic,
        String municipality,
        @Nullable String place,
        @Nullable Asset asset,
        ProposalStatus status,
        @Nullable String submitterName,
        Instant submittedAt,
        @Nullable Instant registeredAt,
        @Nullable Instant screenedAt,
        @Nullable String declineReason,
        @Nullable String leftOutReason,
        @Nullable Instant forwardedAt,
        @Nullable UUID contactId,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate lateSince,
        @Nullable Instant answeredAt,
        @Nullable Outcome outcome,
        @Nullable OutcomeRoute route,
        @Nullable String rationale,
        @Nullable Instant publishedAt,
        @Nullable Withdrawal withdrawal,
        int supporters,
        @Nullable String ourselves,
        @Nullable Instant setAsideAt,
        @Nullable UUID mergedInto,
        @Nullable UUID splitFrom,
        @Nullable Integer part,
        Turn turn,
        Instant since,
        @Nullable LocalDate nextOn) {

    public static final Comparator<ProposalView> BY_NUMBER =
            Comparator.comparing(ProposalView::number, Comparator.nullsLast(Comparator.naturalOrder()));

    /** Its parts are answered each for itself; the whole has no outcome of its own. */
    public boolean isSplit() {
        return status == ProposalStatus.SPLIT || status == ProposalStatus.PUBLISHED && setAsideAt != null;
    }

    /** It can be merged with others. */
    public boolean isMergeable() {
        return isBeforePosition() && splitFrom == null;
    }

    /** Staff may still change its course. */
    public boolean isBeforePosition() {
        return (status == ProposalStatus.RECEIVED || status == ProposalStatus.SCREENED) && leftOutReason == null;
    }

    /** Its author has read an answer, or those to its parts. */
    public boolean isAnswered() {
        return status == ProposalStatus.PUBLISHED && outcome != Outcome.NO_REPLY && leftOutReason == null;
    }

    /** The municipality still owes an answer after its time. */
    public boolean isLate() {
        return lateSince != null && status == ProposalStatus.FORWARDED;
    }
}
