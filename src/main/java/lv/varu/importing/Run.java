package lv.varu.importing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lv.varu.audit.CaseKey;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way in.
 *
 * @param document the file; gone when its time is over
 * @param found keys of the columns that the file has
 * @param missing keys of needed columns that it lacks
 * @param ignored titles that mean nothing here
 * @param failures how often the present work has failed without getting on
 * @param retryAt when it is tried again, while it waits after a failure
 * @param lastRow number of the last row that the present work is done with
 * @param rowsDone how many rows the present work is done with
 */
record Run(
        UUID id,
        String kind,
        String destination,
        Locale language,
        State state,
        String fileName,
        String sha256,
        @Nullable UUID document,
        UUID uploadedBy,
        Instant uploadedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String refusal,
        int failures,
        @Nullable Instant retryAt,
        List<String> found,
        List<String> missing,
        List<String> ignored,
        List<Row> sample,
        long rowsTotal,
        long rowsFaulty,
        long lastRow,
        long rowsDone,
        long rowsTaken,
        long rowsSkipped,
        long rowsUndone) {
    static final String CASE = "import";

    CaseKey key() {
        return CaseKey.of(CASE, id);
    }

    public long rowsGood() {
        return rowsTotal - rowsFaulty;
    }

    /** How many rows the present work is about; unknown while they are first read. */
    public long rowsToDo() {
        return switch (state) {
            case UNDOING, UNDONE -> rowsTaken;
            default -> rowsTotal;
        };
    }

    public boolean isWorking() {
        return state.isWork();
    }

    public boolean canStart() {
        return state == State.CHECKED && rowsGood() > 0;
    }

    /** Minutes that remain at the speed so far; nothing as long as that cannot be told. */
    @Nullable
    Long minutesLeft(Instant now) {
        if (startedAt == null || rowsDone == 0 || state != State.RUNNING) {
            return null;
        }
        long seconds = Duration.between(startedAt, now).toSeconds();
        return seconds < 2 ? null : (seconds * (rowsTotal - rowsDone) / rowsDone + 59) / 60;
    }
}
