package lv.varu.consultation.invitation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How far the invitations of a consultation have come, as numbers and as a bar of several colours. */
public record InvitationFunnel(Map<InvitationStatus, Long> counts, List<Part> parts, long total) {
    /** The best news first. */
    private static final List<InvitationStatus> ORDER = List.of(
            InvitationStatus.ANSWERED,
            InvitationStatus.NIL,
            InvitationStatus.DRAFTED,
            InvitationStatus.OPENED,
            InvitationStatus.SENT,
            InvitationStatus.QUEUED,
            InvitationStatus.FAILED,
            InvitationStatus.SILENT);

    public static InvitationFunnel of(List<Invitations.Count> rows) {
        var counts = new EnumMap<InvitationStatus, Long>(InvitationStatus.class);
        rows.forEach(row -> counts.put(row.getStatus(), row.getAmount()));
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        var parts = new ArrayList<Part>();
        double x = 0;
        for (var status : ORDER) {
            long count = counts.getOrDefault(status, 0L);
            if (count > 0) {
                double width = 100.0 * count / total;
                parts.add(new Part(status, count, x, width));
                x += width;
            }
        }
        return new InvitationFunnel(counts, List.copyOf(parts), total);
    }

    public long of(InvitationStatus status) {
        return counts.getOrDefault(status, 0L);
    }

    /** Whoever said something: a proposal or that there is none. */
    public long replied() {
        return of(InvitationStatus.ANSWERED) + of(InvitationStatus.NIL);
    }

    /** @param x percent from the left, as is the width */
    public record Part(InvitationStatus status, long count, double x, double width) {
        public String tone() {
            return status.tone();
        }
    }
}
