package lv.varu.audit;

import org.jspecify.annotations.Nullable;

/**
 * What the verification of the trail found.
 *
 * @param lastSeal number and hash of the newest seal, to compare with the log: whoever cuts off the newest seals
 *     together with all that they cover cannot change a log kept elsewhere
 * @param broken the first row that is not what was written
 */
public record Verification(
        long entries,
        long chains,
        long seals,
        @Nullable String lastSeal,
        @Nullable Break broken) {

    public boolean whole() {
        return broken == null;
    }

    public enum Flaw {
        ENTRY_CHANGED,
        ENTRY_MISSING,
        ORDER_CHANGED,
        PERSONAL_DATA_CHANGED,
        END_CHANGED,
        CHAIN_MISSING,
        SEAL_CHANGED,
        SEAL_MISSING
    }

    /**
     * The broken row.
     *
     * @param chain the case, or {@code seal}
     * @param sequence number of the entry in its chain, or of the seal
     */
    public record Break(Flaw flaw, String chain, long sequence) {}
}
