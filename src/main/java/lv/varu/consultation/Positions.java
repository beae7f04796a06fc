package lv.varu.consultation;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Positions extends JpaRepository<Position, UUID> {
    default Position of(UUID consultation) {
        return findById(consultation).orElseGet(() -> new Position(consultation));
    }
}
