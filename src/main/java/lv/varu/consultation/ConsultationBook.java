package lv.varu.consultation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.varu.audit.CaseKey;
import lv.varu.consultation.invitation.InvitationTally;
import lv.varu.consultation.invitation.Invitations;
import lv.varu.consultation.position.Deliveries;
import lv.varu.consultation.position.Delivery;
import lv.varu.consultation.publication.Publication;
import lv.varu.consultation.publication.Publications;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What other features and the public pages may read about consultations. */
@Component
@Transactional(readOnly = true)
@NamedInterface("shared")
public class ConsultationBook {
    private final Consultations consultations;
    private final Publications publications;
    private final Invitations invitations;
    private final Deliveries deliveries;
    private final ConsultationNames names;
    private final ConsultationProcess process;

    ConsultationBook(
            Consultations consultations,
            Publications publications,
            Invitations invitations,
            Deliveries deliveries,
            ConsultationNames names,
            ConsultationProcess process) {
        this.consultations = consultations;
        this.publications = publications;
        this.invitations = invitations;
        this.deliveries = deliveries;
        this.names = names;
        this.process = process;
    }

    public static CaseKey key(Consultation consultation) {
        return ConsultationDesk.key(consultation.id());
    }

    /** Any of them, prepared ones too; a public page asks {@link #findPublic}. */
    public Optional<Consultation> find(String code) {
        return consultations.findByCode(code);
    }

    public Optional<Consultation> findPublic(String code) {
        return find(code).filter(found -> found.isPublic());
    }

    public Optional<Consultation> find(UUID id) {
        return consultations.findById(id);
    }

    public Map<UUID, Consultation> find(Collection<UUID> ids) {
        return consultations.findAllById(ids).stream().collect(Collectors.toMap(Consultation::id, Function.identity()));
    }

    /** In the order of the page request; sort by {@code closesOn}, {@code opensOn} or {@code id}. */
    public Page<Consultation> list(ConsultationFilter filter, Pageable page) {
        return consultations.search(filter.ownerOrAll(), filter.wanted(), filter.pattern(), page);
    }

    /** Those whose answers have been published since then. */
    public List<Consultation> answeredSince(Instant since) {
        return consultations.findByAnsweredAtGreaterThanEqualOrderByAnsweredAt(since);
    }

    public Map<ConsultationStatus, Long> counts(ConsultationFilter filter) {
        return consultations.counts(filter.ownerOrAll(), filter.pattern()).stream()
                .collect(Collectors.toMap(Consultations.Count::getStatus, Consultations.Count::getAmount));
    }

    /** Every consultation asked for has a tally. */
    public Map<UUID, InvitationTally> invitations(Collection<UUID> ids) {
        var counted = invitations.tallies(ids).stream()
                .collect(Collectors.toMap(Invitations.Row::getConsultationId, InvitationTally::of));
        return ids.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> counted.getOrDefault(id, InvitationTally.NONE)));
    }

    public List<Publication> publications(UUID id) {
        return publications.findByConsultationIdOrderByChannel(id);
    }

    /** By code, as they were called when the window closed. */
    public Map<String, String> hostNames(Consultation consultation, Locale locale) {
        return names.hostsByCode(consultation, locale);
    }

    /** The position on its way to each host. */
    public List<Delivery> deliveries(UUID id) {
        return deliveries.findByConsultationIdOrderByHost(id);
    }

    /** Ids of the elements of {@code processes/consultation.bpmn} where it stands; none when it is over. */
    public List<String> activeElements(UUID id) {
        return process.activeElements(id);
    }
}
