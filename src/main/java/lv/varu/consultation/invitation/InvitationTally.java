package lv.varu.consultation.invitation;

import java.util.List;
import java.util.UUID;

/** How many organisations were invited to a consultation, opened their link, then the form, and answered. */
public record InvitationTally(long sent, long opened, long drafted, long answered) {
    public static final InvitationTally NONE = new InvitationTally(0, 0, 0, 0);

    public static InvitationTally of(Invitations invitations, UUID consultation) {
        return invitations.tallies(List.of(consultation)).stream()
                .map(InvitationTally::of)
                .findFirst()
                .orElse(NONE);
    }

    public static InvitationTally of(Invitations.Row row) {
        return new InvitationTally(row.getSent(), row.getOpened(), row.getDrafted(), row.getAnswered());
    }
}
