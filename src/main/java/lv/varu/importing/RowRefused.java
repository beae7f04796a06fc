package lv.varu.importing;

import java.util.List;

/** The row passed the check and cannot be taken all the same, for the world has changed since. */
public class RowRefused extends RuntimeException {
    private final transient List<Fault> faults;

    public RowRefused(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }
}
