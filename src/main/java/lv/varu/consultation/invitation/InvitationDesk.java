package lv.varu.consultation.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import lv.varu.calendar.Riga;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.ConsultationStatus;
import lv.varu.consultation.Consultations;
import lv.varu.directory.Selection;
import lv.varu.proposal.ProposalBegun;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens personal invitations, and lets staff invite more and ask again. */
@Component
@Transactional
class InvitationDesk {
    private final Links links;
    private final Inviting inviting;
    private final Consultations consultations;
    private final Trail trail;
    private final Clock clock;

    InvitationDesk(Links links, Inviting inviting, Consultations consultations, Trail trail, Clock clock) {
        this.links = links;
        this.inviting = inviting;
        this.consultations = consultations;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws lv.varu.account.LinkGone when the link opens nothing */
    Opened open(String token) {
        var link = links.open(token, Link.Purpose.INVITATION);
        var invitation = inviting.opened(UUID.fromString(link.holder()));
        return new Opened(invitation, consultations.get(invitation.consultationId()));
    }

    @EventListener
    void begun(ProposalBegun event) {
        // A form may name an invitation that never was; whoever writes in it is welcome all the same.
        inviting.find(event.invitation())
                .filter(invitation -> invitation.consultationId().equals(event.callId()))
                .filter(invitation -> invitation.draftedAt() == null)
                .ifPresent(invitation -> {
                    invitation.drafted(clock.instant());
                    inviting.record(invitation, "consultation.invitation-drafted");
                });
    }

    /**
     * The invited organisation has no proposals. Whether that could still be noted: not once it has proposed, nor after
     * the window.
     */
    boolean nothingToPropose(String token, @Nullable String comment) {
        var opened = open(token);
        var invitation = opened.invitation();
        var consultation = consultations.getHeld(invitation.consultationId());
        if (invitation.answeredAt() != null || !isOpen(consultation)) {
            return false;
        }
        if (invitation.nilAt() == null) {
            inviting.record(invitation, "consultation.invitation-nil");
        }
        invitation.nothingToPropose(comment == null || comment.isBlank() ? null : comment.strip(), clock.instant());
        return true;
    }

    // By the dates, as proposals are: the timer that closes may run a minute late.
    boolean isOpen(Consultation consultation) {
        return consultation.status() == ConsultationStatus.OPEN
                && clock.instant().isBefore(consultation.closesAt());
    }

    /** How many more were invited; those of an announced consultation get their letters when it opens. */
    int add(UUID id, Selection selection, Person by) {
        var consultation = consultations.getHeld(id);
        ConsultationDesk.demandOwner(consultation.owners(), by);
        if (!invitesNow(consultation)) {
            throw new Consultation.WrongStatus(id, consultation.status());
        }
        int added = inviting.add(consultation, selection);
        if (added > 0) {
            trail.record(ConsultationDesk.key(id), "consultation.invited-more", Map.of("invited", added));
            if (consultation.status() == ConsultationStatus.OPEN) {
                inviting.send(consultation, added);
            }
        }
        return added;
    }

    boolean invitesNow(Consultation consultation) {
        return consultation.status() == ConsultationStatus.ANNOUNCED || isOpen(consultation);
    }

    /** How many would be reminded today. */
    @Transactional(readOnly = true)
    public int silent(Consultation consultation) {
        return isOpen(consultation) ? inviting.silent(consultation.id(), today()) : 0;
    }

    /** Reminds those who have not replied, each at most once a day; how many they are. */
    public int remind(UUID id, Person by) {
        // Held, so that two who press the button at once do not remind twice.
        var consultation = consultations.getHeld(id);
        ConsultationDesk.demandOwner(consultation.owners(), by);
        if (!isOpen(consultation)) {
            throw new Consultation.WrongStatus(id, consultation.status());
        }
        int reminded = inviting.remind(consultation, today());
        if (reminded > 0) {
            trail.record(ConsultationDesk.key(id), "consultation.invited-reminded", Map.of("reminded", reminded));
        }
        return reminded;
    }

    private Instant today() {
        return Riga.startOf(Riga.today(clock));
    }

    /** Who was asked, and about what. */
    record Opened(Invitation invitation, Consultation consultation) {}
}
