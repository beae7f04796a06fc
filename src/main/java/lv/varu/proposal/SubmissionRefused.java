package lv.varu.proposal;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/** What was sent in cannot be a proposal yet; each fault names its field and the message that says how to mend it. */
@NamedInterface("shared")
public class SubmissionRefused extends RuntimeException {
    private final transient List<Fault> faults;

    public SubmissionRefused(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    /** @param field as the HTTP interface names it, for example {@code consents.processing} */
    @NamedInterface("shared")
    public record Fault(String field, String messageKey) {}
}
