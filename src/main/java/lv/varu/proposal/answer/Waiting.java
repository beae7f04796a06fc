package lv.varu.proposal.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.varu.proposal.Call;
import lv.varu.proposal.Proposal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What waits for one contact of one consultation until the same day, and which letters about it are out. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Waiting {
    private final JdbcClient jdbc;

    Waiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything of the consultation that waits, by whom and by when. */
    List<Due> answerersOf(UUID callId) {
        return jdbc.sql("select contact_id, due_on, max(final_on) as final_on, count(*) as n from proposal"
                        + " where call_id = ? and status = 'FORWARDED' group by contact_id, due_on order by due_on")
                .param(callId)
                .query((row, number) -> new Due(
                        callId,
                        row.getObject("contact_id", UUID.class),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("final_on", LocalDate.class),
                        row.getInt("n")))
                .list();
    }

    /**
     * Takes a letter upon this proposal's timer: all proposals that it will speak of are marked with one statement.
     * Empty when the timer of another one of them was faster; two at once wait for each other here.
     */
    Optional<Due> claim(Proposal proposal, Mark mark, Instant now) {
        UUID contact = proposal.contactId();
        LocalDate due = Objects.requireNonNull(proposal.dueOn());
        int marked = jdbc.sql("update proposal set " + mark.column + " = :now where call_id = :call and due_on = :due"
                        + " and status = 'FORWARDED' and " + mark.column + " is null and "
                        + whose(contact))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("call", proposal.callId())
                .param("due", due)
                .param("contact", contact)
                .update();
        return marked == 0
                ? Optional.empty()
                : Optional.of(
                        new Due(proposal.callId(), contact, due, Objects.requireNonNull(proposal.finalOn()), marked));
    }

    /** What the letter about it names; a long list ends in the page behind the link. */
    public List<String> titles(Due due) {
        return jdbc.sql("select number || '. ' || title from proposal where call_id = :call and due_on = :due"
                        + " and status = 'FORWARDED' and " + whose(due.contactId()) + " order by number limit 20")
                .param("call", due.callId())
                .param("due", due.on())
                .param("contact", due.contactId())
                .query(String.class)
                .list();
    }

    private static String whose(@Nullable UUID contact) {
        return contact == null ? "contact_id is null" : "contact_id = :contact";
    }

    /** Which letter. */
    enum Mark {
        REMINDED("reminded_at"),
        REMINDED_ON_DUE_DAY("reminded_on_due_day_at"),
        ESCALATED("escalated_at");

        private final String column;

        Mark(String column) {
            this.column = column;
        }
    }

    /**
     * @param contactId nobody was found when there is none
     * @param count how many proposals
     */
    public record Due(UUID callId, @Nullable UUID contactId, LocalDate on, LocalDate finalOn, int count) {

        /** Whom a link for answering acts for. */
        public String holder(Call call) {
            return contactId == null ? "partnership:" + call.lead() : contactId.toString();
        }

        /** A second letter of this kind about the same thing is not written. */
        public String onceKey(String letter) {
            return "proposal." + letter + ":" + callId + ":" + Objects.toString(contactId, "partnership") + ":" + on;
        }
    }
}
