package lv.varu.consultation.position;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

public interface Positions extends JpaRepository<Position, UUID> {
    default Position of(UUID consultation) {
        return findById(consultation).orElseGet(() -> new Position(consultation));
    }
}
