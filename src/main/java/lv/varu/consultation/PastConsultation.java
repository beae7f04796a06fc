package lv.varu.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A consultation that began before the program did, or elsewhere.
 *
 * @param notice as it was announced; its channels are those where it was or is still to be published
 * @param life what has happened; what has not happened yet decides where the process continues
 * @param proofs where the notice appeared
 * @param invited organisations that were asked, by id of the directory
 * @param position as it was delivered
 */
public record PastConsultation(
        Registration registration,
        @Nullable Notice notice,
        Life life,
        List<Proof> proofs,
        List<Invited> invited,
        @Nullable PastPosition position,
        @Nullable PastReport report) {

    public PastConsultation {
        proofs = List.copyOf(proofs);
        invited = List.copyOf(invited);
    }

    /** Each instant needs the one before it. */
    public record Life(
            Instant registeredAt,
            @Nullable Instant announcedAt,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant answeredAt,
            @Nullable Instant reportedAt) {

        ConsultationStatus status() {
            if (reportedAt != null) {
                return ConsultationStatus.REPORTED;
            }
            if (answeredAt != null) {
                return ConsultationStatus.ANSWERED;
            }
            if (closedAt != null) {
                return ConsultationStatus.CLOSED;
            }
            if (openedAt != null) {
                return ConsultationStatus.OPEN;
            }
            return announcedAt != null ? ConsultationStatus.ANNOUNCED : ConsultationStatus.PREPARING;
        }
    }

    /** A notice that appeared. */
    public record Proof(Channel channel, String link, LocalDate publishedOn, String publishedBy) {}

    /** An organisation that was asked, and how far it came. */
    public record Invited(
            UUID organisation,
            Instant sentAt,
            @Nullable Instant openedAt,
            @Nullable Instant answeredAt) {}

    /** The words of the position; its proposals can be added with {@link ConsultationArchive#compose}. */
    public record PastPosition(String introduction, String ownView) {}

    /** The words of the report. */
    public record PastReport(String introduction, String conclusions) {}
}
