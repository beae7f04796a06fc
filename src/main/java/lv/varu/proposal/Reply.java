package lv.varu.proposal;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A municipality's answer, finished or a draft of one.
 *
 * @param outcome one of {@link Outcome#ANSWERS}; a draft may lack it
 * @param rationale needed for anything but an acceptance
 */
@NamedInterface("shared")
public record Reply(
        @Nullable Outcome outcome,
        @Nullable OutcomeRoute route,
        @Nullable String rationale) {

    public static final Reply EMPTY = new Reply(null, null, null);
    public static final Reply ACCEPTED = new Reply(Outcome.ACCEPTED, null, null);

    public boolean lacksRationale() {
        return outcome != null && outcome.needsRationale() && (rationale == null || rationale.isBlank());
    }

    public boolean isTooLong() {
        return rationale != null && rationale.length() > IntakeRules.TEXT;
    }

    public boolean isComplete() {
        return outcome != null && Outcome.ANSWERS.contains(outcome) && !lacksRationale() && !isTooLong();
    }
}
