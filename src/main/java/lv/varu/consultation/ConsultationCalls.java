package lv.varu.consultation;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.proposal.Call;
import lv.varu.proposal.Calls;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets proposals be made to consultations. */
@Component
@Transactional(readOnly = true)
class ConsultationCalls implements Calls {
    private final Consultations consultations;

    ConsultationCalls(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public Optional<Call> find(String code) {
        return consultations.findByCode(code).map(ConsultationCalls::call);
    }

    @Override
    public Optional<Call> find(UUID id) {
        return consultations.findById(id).map(ConsultationCalls::call);
    }

    @Override
    public Map<UUID, Call> find(Collection<UUID> ids) {
        return consultations.findAllById(ids).stream()
                .collect(Collectors.toMap(Consultation::id, ConsultationCalls::call));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(UUID id) {
        consultations.getHeld(id);
    }

    private static Call call(Consultation consultation) {
        var contact = consultation.details().contact();
        return new Call(
                consultation.id(),
                consultation.code(),
                consultation.title(),
                consultation.status().isPublic(),
                consultation.opensAt(),
                consultation.closesAt(),
                consultation.closesOn(),
                consultation.hosts(),
                consultation.topics(),
                consultation.owners(),
                contact == null ? null : contact.name(),
                contact == null ? null : contact.email(),
                consultation.documentType().name(),
                consultation.isSample());
    }
}
