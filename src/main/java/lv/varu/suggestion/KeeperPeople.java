package lv.varu.suggestion;

import java.util.List;
import java.util.UUID;
import lv.varu.audit.Trail;
import lv.varu.privacy.Finding;
import lv.varu.privacy.PersonalData;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who empties boxes in parishes; without them staff do. */
@Component
class KeeperPeople implements PersonalData {
    private static final String KIND = "box-keeper";

    private final SuggestionBoxes boxes;
    private final Trail trail;

    KeeperPeople(SuggestionBoxes boxes, Trail trail) {
        this.boxes = boxes;
        this.trail = trail;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> find(String email) {
        return boxes.keptBy(email).stream()
                .map(box -> {
                    var keeper = box.keeper();
                    return Finding.of(KIND, box.id(), box.key(), box.registeredAt())
                            .with("boxSpot", box.spot())
                            .with("boxKeeper", keeper == null ? null : keeper.name())
                            .with("boxPhone", keeper == null ? null : keeper.phone())
                            .losesPerson("box")
                            .done();
                })
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String email, List<Finding> findings) {
        findings.forEach(finding -> boxes.get(UUID.fromString(finding.id())).forgetKeeper());
        trail.erasePersonal(findings.stream().map(Finding::about).distinct().toList(), email);
    }
}
