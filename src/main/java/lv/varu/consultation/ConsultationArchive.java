package lv.varu.consultation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.audit.Trail;
import lv.varu.directory.Organisation;
import lv.varu.directory.Organisations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over consultations that began before the program did. First {@link #take} them, then bring their proposals,
 * then {@link #resume} those that are not over.
 */
@Component
@Transactional
public class ConsultationArchive {
    private final Consultations consultations;
    private final Publications publications;
    private final Invitations invitations;
    private final Positions positions;
    private final ParticipationReports reports;
    private final Organisations organisations;
    private final Resumption resumption;
    private final Trail trail;

    ConsultationArchive(
            Consultations consultations,
            Publications publications,
            Invitations invitations,
            Positions positions,
            ParticipationReports reports,
            Organisations organisations,
            Resumption resumption,
            Trail trail) {
        this.consultations = consultations;
        this.publications = publications;
        this.invitations = invitations;
        this.positions = positions;
        this.reports = reports;
        this.organisations = organisations;
        this.resumption = resumption;
        this.trail = trail;
    }

    /** Writes down what is known; no task appears, no letter leaves. */
    public UUID take(PastConsultation past) {
        var consultation = Consultation.register(
                UUID.randomUUID(), past.registration(), past.life().registeredAt());
        var notice = past.notice();
        if (notice != null) {
            consultation.prepareNotice(notice);
        }
        consultation.remember(past.life());
        consultations.save(consultation);
        var id = consultation.id();
        if (notice != null) {
            publications.saveAll(notice.channels().stream()
                    .map(channel -> publication(id, channel, past.proofs()))
                    .toList());
        }
        invite(consultation, past.invited());
        write(id, past);
        trail.record(ConsultationDesk.key(id), "consultation.taken-over", ConsultationDesk.facts(consultation));
        return id;
    }

    private static Publication publication(UUID id, Channel channel, List<PastConsultation.Proof> proofs) {
        var publication = new Publication(UUID.randomUUID(), id, channel);
        proofs.stream()
                .filter(proof -> proof.channel() == channel)
                .forEach(proof -> publication.published(proof.link(), proof.publishedOn(), proof.publishedBy()));
        return publication;
    }

    private void invite(Consultation consultation, List<PastConsultation.Invited> invited) {
        Map<UUID, Organisation> known = organisations.find(
                invited.stream().map(PastConsultation.Invited::organisation).toList());
        for (var asked : invited) {
            var organisation = known.get(asked.organisation());
            if (organisation != null && organisation.email() != null) {
                invitations.save(Invitation.past(consultation.id(), organisation, asked));
            }
        }
    }

    private void write(UUID id, PastConsultation past) {
        var position = past.position();
        if (position != null) {
            var kept = positions.of(id);
            kept.compile(position.introduction(), position.ownView(), List.of());
            positions.save(kept);
        }
        var report = past.report();
        if (report != null) {
            var kept = reports.of(id);
            kept.write(report.introduction(), report.conclusions());
            if (past.life().reportedAt() != null) {
                kept.publish(past.life().reportedAt());
            }
            reports.save(kept);
        }
    }

    /** Which proposals the position tells, in which order and groups. */
    public void compose(UUID id, List<Position.Item> items) {
        var position = positions.of(id);
        position.compile(position.introduction(), position.ownView(), items);
        positions.save(position);
    }

    /** Lets the process continue where life has come to; nothing happens to one that is reported. */
    public void resume(UUID id) {
        resumption.of(consultations.getHeld(id));
    }
}
