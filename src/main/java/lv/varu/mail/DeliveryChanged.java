package lv.varu.mail;

import java.time.Instant;
import lv.varu.audit.CaseKey;

/**
 * A letter has arrived, will not arrive, or is tried again; told in the transaction that keeps it.
 *
 * @param onceKey by which its author knows the letter; a letter without one tells nothing
 */
public record DeliveryChanged(CaseKey about, String onceKey, Delivery delivery, Instant at) {

    /** How far the letter has come. */
    public enum Delivery {
        QUEUED,
        SENT,
        FAILED
    }
}
