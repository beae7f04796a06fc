package lv.varu.consultation;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.varu.consultation.section.DraftSections;
import lv.varu.directory.Places;
import lv.varu.proposal.Call;
import lv.varu.proposal.CallSource;
import lv.varu.proposal.Section;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets proposals be made to consultations. */
@Component
@Transactional(readOnly = true)
class ConsultationCalls implements CallSource {
    private static final List<String> POSITION_UNDER_WAY =
            List.of(ConsultationProcess.UserTask.approvePosition.name(), ConsultationProcess.DELIVER_POSITION);

    private final Consultations consultations;
    private final DraftSections sections;
    private final ConsultationProcess process;
    private final Places places;

    ConsultationCalls(Consultations consultations, DraftSections sections, ConsultationProcess process, Places places) {
        this.consultations = consultations;
        this.sections = sections;
        this.process = process;
        this.places = places;
    }

    @Override
    public Optional<Call> find(String code) {
        return consultations.findByCode(code).map(this::call);
    }

    @Override
    public Optional<Call> find(UUID id) {
        return consultations.findById(id).map(this::call);
    }

    @Override
    public Map<UUID, Call> find(Collection<UUID> ids) {
        return consultations.findAllById(ids).stream().collect(Collectors.toMap(Consultation::id, this::call));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(UUID id) {
        consultations.getHeld(id);
    }

    @Override
    public boolean takesEntries(UUID id) {
        return consultations
                .findById(id)
                .filter(consultation -> consultation.status() == ConsultationStatus.OPEN
                        || consultation.status() == ConsultationStatus.CLOSED)
                .isPresent();
    }

    /** Once it lies with the managers, nothing is added to it. */
    @Override
    public boolean awaitsPosition(UUID id) {
        return consultations
                .findById(id)
                .filter(consultation -> consultation.deliveredAt() == null)
                .filter(consultation -> Collections.disjoint(process.activeElements(id), POSITION_UNDER_WAY))
                .isPresent();
    }

    @Override
    public List<Section> sections(UUID id) {
        return sections.findByConsultationIdOrderByPositionAscIdAsc(id).stream()
                .map(section -> new Section(section.code(), section.title(), section.page()))
                .toList();
    }

    private Call call(Consultation consultation) {
        var contact = consultation.details().contact();
        return new Call(
                consultation.id(),
                consultation.code(),
                consultation.title(),
                consultation.titleEn(),
                consultation.isPublic(),
                consultation.opensAt(),
                consultation.takesProposalsUntil(),
                consultation.closesOn(),
                consultation.hosts().stream().flatMap(this::today).toList(),
                consultation.topics(),
                consultation.owners(),
                contact == null ? null : contact.name(),
                contact == null ? null : contact.email(),
                consultation.documentType().name(),
                false,
                consultation.isOwnHosted(),
                consultation.isSample());
    }

    /** A municipality that a reform ended hands its duties to those that took over. */
    private Stream<String> today(String host) {
        return places.lookUp(host)
                .filter(place -> !place.exists())
                .map(place -> place.successors().stream())
                .orElseGet(() -> Stream.of(host));
    }
}
