package lv.varu.consultation;

import java.util.Map;
import java.util.UUID;
import lv.varu.account.Person;
import org.springframework.modulith.NamedInterface;

/** The projects of which a new consultation can be part; how long its people are kept depends on it. */
@NamedInterface("shared")
public interface ProjectChoices {
    /** Names by id, those of the partnerships for which the person works. */
    Map<UUID, String> choices(Person by);

    /** @throws lv.varu.account.NotAllowed when it is none of the {@link #choices} */
    void choose(UUID project, Consultation consultation, Person by);
}
