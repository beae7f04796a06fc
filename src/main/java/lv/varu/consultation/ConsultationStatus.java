package lv.varu.consultation;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.modulith.NamedInterface;

/** Where a consultation stands; the order is the order of its life. */
@NamedInterface("shared")
public enum ConsultationStatus {
    PREPARING,
    ANNOUNCED,
    OPEN,
    CLOSED,
    ANSWERED,
    REPORTED,
    WITHDRAWN;

    /** What anybody may see. */
    public static final Set<ConsultationStatus> PUBLIC = EnumSet.complementOf(EnumSet.of(PREPARING));

    public boolean isPublic() {
        return PUBLIC.contains(this);
    }
}
