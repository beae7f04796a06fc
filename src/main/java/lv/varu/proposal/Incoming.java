package lv.varu.proposal;

import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.audit.Origin;
import lv.varu.proposal.Intake.Arrival;
import org.jspecify.annotations.Nullable;

/**
 * A submission on its way in.
 *
 * @param key by which a repeat is known
 * @param from who sends it, for the trail
 */
record Incoming(
        Submission submission,
        String key,
        Reference reference,
        Actor from,
        @Nullable Origin origin) {

    static Incoming now(Submission submission, String key, Reference reference) {
        return new Incoming(
                submission, key, reference, Acting.current(), Acting.origin().orElse(null));
    }

    /** What is written for many at once is written in the name of any visitor, and files are stored one by one. */
    boolean fitsWithOthers() {
        return from.equals(Actor.VISITOR)
                && submission.files().isEmpty()
                && submission.submitter().email() != null;
    }

    void acting(Runnable work) {
        Acting.as(from, origin, work);
    }

    Arrival arrival(Proposal proposal, String trackingToken) {
        return Arrival.of(proposal, submission, key, trackingToken);
    }
}
