package lv.varu.insight;

import java.util.EnumSet;
import java.util.Set;
import lv.varu.account.Person;
import lv.varu.consultation.ConsultationFilter;
import lv.varu.consultation.ConsultationStatus;
import org.jspecify.annotations.Nullable;

/**
 * What managers narrow the status page to.
 *
 * @param status none means everything that is not over
 * @param partnership none means all, which only an administrator can ask for
 */
record StatusFilter(
        @Nullable ConsultationStatus status, @Nullable String partnership, boolean late) {
    private static final Set<ConsultationStatus> RUNNING =
            EnumSet.range(ConsultationStatus.PREPARING, ConsultationStatus.ANSWERED);

    static StatusFilter of(Person person, @Nullable ConsultationStatus status, @Nullable String asked, boolean late) {
        boolean any = asked == null || asked.isBlank();
        return new StatusFilter(status, person.isAdministrator() ? (any ? null : asked) : person.partnership(), late);
    }

    ConsultationFilter consultations() {
        return new ConsultationFilter("", partnership, status == null ? RUNNING : EnumSet.of(status));
    }
}
