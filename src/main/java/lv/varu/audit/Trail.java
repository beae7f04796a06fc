package lv.varu.audit;

import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes and reads the trail; an entry is part of the transaction of the fact that it records. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Trail {
    public void record(CaseKey chain, String action) {
        record(chain, action, Map.of(), Map.of());
    }

    public void record(CaseKey chain, String action, Map<String, ?> details) {
        record(chain, action, details, Map.of());
    }

    /** What is in {@code personal} can be erased later without breaking the chain. */
    public void record(CaseKey chain, String action, Map<String, ?> details, Map<String, ?> personal) {}

    /** Records the fields that differ. */
    public void change(CaseKey chain, String action, Map<String, ?> before, Map<String, ?> after) {}

    /** As {@link #change}, for fields that are personal data. */
    public void changePersonal(CaseKey chain, String action, Map<String, ?> before, Map<String, ?> after) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<TrailEntry> of(CaseKey chain, Pageable pageable) {
        return Page.empty(pageable);
    }

    /** Erases the personal part of every entry of the case; the chain stays whole. */
    public void erasePersonal(CaseKey chain) {}
}
