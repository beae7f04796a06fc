package lv.varu.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is asked of one contact on the same day, and which letters about it are out. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Asked {
    private final JdbcClient jdbc;

    Asked(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** No letter of the new round is out yet. */
    void begin(UUID id) {
        jdbc.sql("update commitment set asked_at = null, reminded_at = null, escalated_at = null where id = ?")
                .param(id)
                .update();
    }

    /**
     * Takes a letter upon this promise's timer: all promises that it will speak of are marked with one statement. Empty
     * when the timer of another one of them was faster; two at once wait for each other here.
     */
    Optional<Question> claim(Commitment commitment, Mark mark, Instant now) {
        LocalDate on = Objects.requireNonNull(commitment.nextOn());
        List<String> promises = jdbc.sql(
                        "update commitment set " + mark.column + " = :now where partnership = :partnership"
                                + " and contact_id is not distinct from :contact and next_on = :day and concluded_at is null and "
                                + mark.column + " is null returning coalesce(promise, title)")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("partnership", commitment.partnership())
                .param("contact", commitment.contactId(), java.sql.Types.OTHER)
                .param("day", on)
                .query(String.class)
                .list();
        return promises.isEmpty()
                ? Optional.empty()
                : Optional.of(new Question(
                        commitment.partnership(),
                        commitment.contactId(),
                        on,
                        Objects.requireNonNull(commitment.reportBy()),
                        promises));
    }

    /** Which letter. */
    enum Mark {
        ASKED("asked_at"),
        REMINDED("reminded_at"),
        ESCALATED("escalated_at");

        private final String column;

        Mark(String column) {
            this.column = column;
        }
    }

    /** @param contactId nobody in the municipality is known when there is none */
    record Question(
            String partnership, @Nullable UUID contactId, LocalDate on, LocalDate reportBy, List<String> promises) {

        private static final int NAMED = 20;

        /** Whom a link for telling acts for. */
        String holder() {
            return contactId == null ? "partnership:" + partnership : contactId.toString();
        }

        /** What the letter names; a long list ends in the page behind the link. */
        List<String> named() {
            return promises.subList(0, Math.min(NAMED, promises.size()));
        }
    }
}
