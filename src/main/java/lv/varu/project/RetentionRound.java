package lv.varu.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.audit.CaseKey;
import org.jspecify.annotations.Nullable;

/** What is proposed to be erased for one partnership, and what became of the proposal. */
record RetentionRound(
        UUID id,
        String partnership,
        State state,
        Instant proposedAt,
        @Nullable UUID proposedBy,
        @Nullable Instant decidedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant finishedAt,
        long total,
        long erased,
        long items) {
    static final String KIND = "retention";

    CaseKey key() {
        return CaseKey.of(KIND, id);
    }

    public boolean isProposed() {
        return state == State.PROPOSED;
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    enum State {
        PROPOSED,
        RUNNING,
        DONE,
        DISMISSED
    }

    /**
     * One consultation of the proposal.
     *
     * @param counts records with people, by kind
     */
    record Item(
            UUID consultation,
            String title,
            String project,
            LocalDate retainedUntil,
            Map<String, Long> counts,
            long total,
            boolean kept,
            long erased,
            boolean done) {}

    /** A round with all its consultations. */
    record Sheet(RetentionRound round, List<Item> items) {}
}
