package lv.varu.consultation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.audit.Trail;
import lv.varu.directory.Invitee;
import lv.varu.directory.Organisations;
import lv.varu.mail.Letter;
import lv.varu.mail.Outbox;
import lv.varu.proposal.ProposalSubmitted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks organisations by personal link for their view, and asks again those who are silent. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Inviting {
    private final Invitations invitations;
    private final Organisations organisations;
    private final Links links;
    private final ConsultationLetters letters;
    private final ConsultationSettings settings;
    private final Outbox outbox;
    private final Trail trail;
    private final Clock clock;

    Inviting(
            Invitations invitations,
            Organisations organisations,
            Links links,
            ConsultationLetters letters,
            ConsultationSettings settings,
            Outbox outbox,
            Trail trail,
            Clock clock) {
        this.invitations = invitations;
        this.organisations = organisations;
        this.links = links;
        this.letters = letters;
        this.settings = settings;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    /** How many organisations the notice would reach now. */
    @Transactional(readOnly = true)
    public int wouldInvite(Consultation consultation) {
        return chosen(consultation).size();
    }

    private List<Invitee> chosen(Consultation consultation) {
        return organisations.matching(
                consultation.invitedTopics(), Set.copyOf(consultation.hosts()), consultation.invitedKinds());
    }

    int invite(Consultation consultation) {
        var now = clock.instant();
        var known = invitations.invited(consultation.id());
        var invited = chosen(consultation).stream()
                .filter(organisation -> !known.contains(organisation.id()))
                .map(organisation -> new Invitation(
                        UUID.randomUUID(),
                        consultation.id(),
                        organisation.id(),
                        organisation.name(),
                        organisation.email(),
                        organisation.language().toLanguageTag(),
                        now))
                .toList();
        invitations.saveAll(invited);
        post(consultation, invited, "invitation");
        return invited.size();
    }

    int remind(Consultation consultation) {
        var silent = invitations.silent(consultation.id());
        silent.forEach(invitation -> invitation.reminded(clock.instant()));
        post(consultation, silent, "reminder");
        return silent.size();
    }

    private void post(Consultation consultation, List<Invitation> invited, String kind) {
        var expires = consultation.closesAt().plus(settings.invitationLinkLasts());
        List<Letter> written = new ArrayList<>(invited.size());
        for (Invitation invitation : invited) {
            var token = links.issue(
                    Link.Purpose.INVITATION,
                    consultation.id().toString(),
                    invitation.id().toString(),
                    expires);
            written.add(letters.invitation(
                    kind, consultation, invitation, token, Locale.forLanguageTag(invitation.language())));
        }
        outbox.postAll(written);
    }

    /** The invited organisation opened its link. */
    Invitation opened(UUID invitationId) {
        var invitation = invitations.findById(invitationId).orElseThrow(() -> new ConsultationNotFound("invitation"));
        if (invitation.openedAt() == null) {
            trail.record(
                    ConsultationDesk.key(invitation.consultationId()),
                    "consultation.invitation-opened",
                    Map.of("organisation", invitation.organisationName()));
        }
        invitation.opened(clock.instant());
        return invitation;
    }

    @EventListener
    void answered(ProposalSubmitted event) {
        if (event.invitation() != null) {
            invitations
                    .findById(event.invitation())
                    .filter(invitation -> invitation.consultationId().equals(event.callId()))
                    .ifPresent(this::answered);
        }
    }

    private void answered(Invitation invitation) {
        invitation.answered(clock.instant());
        trail.record(
                ConsultationDesk.key(invitation.consultationId()),
                "consultation.invitation-answered",
                Map.of("organisation", invitation.organisationName()));
    }
}
