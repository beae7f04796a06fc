package lv.varu.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.varu.consultation.Consultation;
import org.jspecify.annotations.Nullable;

/**
 * A consultation as managers see it.
 *
 * @param lateAnswers the oldest first, not more than a page shows
 * @param lateCount how many answers are late
 */
record StatusRow(
        Consultation consultation,
        List<String> hosts,
        StateBar proposals,
        List<LateAnswer> lateAnswers,
        long lateCount,
        List<Duty> duties) {

    public boolean isLate() {
        return !lateAnswers.isEmpty() || duties.stream().anyMatch(duty -> duty.daysLate() > 0);
    }

    /**
     * An answer that a municipality owes.
     *
     * @param contact none when nobody was found who answers; then the partnership's own contact person was asked
     */
    record LateAnswer(
            UUID proposal,
            @Nullable Long number,
            String title,
            String municipality,
            @Nullable String contact,
            LocalDate dueOn,
            long daysLate) {}

    /**
     * A task that waits.
     *
     * @param name of the task
     * @param partnership whose task it is; only its people may open it
     * @param who has claimed it
     * @param daysLate negative or zero while there is time
     */
    record Duty(
            UUID task,
            String name,
            String partnership,
            @Nullable String who,
            @Nullable LocalDate dueOn,
            long daysLate,
            String element) {}
}
