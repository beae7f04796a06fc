package lv.varu.proposal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * How a municipality has answered so far; counted from what was handed over to it.
 *
 * @param asked handed over
 * @param answered with an answer, whether published or not
 * @param inTime of these, not after the day by which they were asked for
 * @param late past their time and still open
 * @param silent for good without an answer
 * @param outcomes of the published ones; none without an answer among them
 * @param medianDays working days from the handing over to the answer; null with fewer than {@value #FEWEST} answers
 */
@NamedInterface("shared")
public record AnswerRecord(
        String municipality,
        long asked,
        long answered,
        long inTime,
        long late,
        long silent,
        Map<Outcome, Long> outcomes,
        @Nullable Integer medianDays) {

    public static final int FEWEST = 3;

    public static AnswerRecord none(String municipality) {
        return new AnswerRecord(municipality, 0, 0, 0, 0, 0, Map.of(), null);
    }

    /** Those whose time is over, one way or another. */
    public long due() {
        return answered + late + silent;
    }

    /** Not yet answered, and in time. */
    public long waiting() {
        return Math.max(0, asked - due());
    }

    /** Of those whose time is over, how many were answered, in percent; null as long as there is none. */
    public @Nullable Long answerRate() {
        return percent(answered, due());
    }

    public @Nullable Long inTimeRate() {
        return percent(inTime, due());
    }

    public long published() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    public long with(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    private static @Nullable Long percent(long part, long whole) {
        return whole == 0 ? null : Math.round(part * 100.0 / whole);
    }
}
