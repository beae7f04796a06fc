package lv.varu.consultation;

import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.Links;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens personal invitations. */
@Component
@Transactional
class InvitationDesk {
    private final Links links;
    private final Inviting inviting;
    private final Consultations consultations;

    InvitationDesk(Links links, Inviting inviting, Consultations consultations) {
        this.links = links;
        this.inviting = inviting;
        this.consultations = consultations;
    }

    /** @throws lv.varu.account.LinkGone when the link opens nothing */
    Opened open(String token) {
        var link = links.open(token, Link.Purpose.INVITATION);
        var invitation = inviting.opened(UUID.fromString(link.holder()));
        return new Opened(invitation, consultations.get(invitation.consultationId()));
    }

    /** Who was asked, and about what. */
    record Opened(Invitation invitation, Consultation consultation) {}
}
