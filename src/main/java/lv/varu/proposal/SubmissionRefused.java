package lv.varu.proposal;

import java.util.List;

/** What was sent in cannot be a proposal yet; each fault names its field and the message that says how to mend it. */
public class SubmissionRefused extends RuntimeException {
    private final transient List<Fault> faults;

    SubmissionRefused(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    /** @param field as the HTTP interface names it, for example {@code consents.processing} */
    public record Fault(String field, String messageKey) {}
}
