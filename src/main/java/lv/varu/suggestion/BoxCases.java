package lv.varu.suggestion;

import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.task.CaseAccess;
import org.springframework.stereotype.Component;

/** Who may read the trail of a box in the register. */
@Component
class BoxCases implements CaseAccess {
    private final SuggestionBoxes boxes;

    BoxCases(SuggestionBoxes boxes) {
        this.boxes = boxes;
    }

    @Override
    public String kind() {
        return SuggestionBox.KIND;
    }

    @Override
    public boolean mayRead(Person person, CaseKey key) {
        return boxes.findById(UUID.fromString(key.id()))
                .filter(box -> person.worksFor(box.partnership()))
                .isPresent();
    }
}
