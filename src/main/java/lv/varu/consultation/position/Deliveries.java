package lv.varu.consultation.position;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.varu.consultation.ConsultationNotFound;
import org.springframework.data.jpa.repository.JpaRepository;

public interface Deliveries extends JpaRepository<Delivery, UUID> {
    List<Delivery> findByConsultationIdOrderByHost(UUID consultationId);

    Optional<Delivery> findByConsultationIdAndHost(UUID consultationId, String host);

    default Delivery get(UUID consultationId, String host) {
        return findByConsultationIdAndHost(consultationId, host)
                .orElseThrow(() -> new ConsultationNotFound(consultationId + " " + host));
    }
}
