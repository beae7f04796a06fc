package lv.varu.privacy;

import java.util.Collection;
import java.util.Map;
import lv.varu.audit.CaseKey;

/**
 * People's data that a case no longer needs once its project's retention period is over. A feature has one such bean for
 * each kind of record. What is counted for reports stays; only the people go.
 */
public interface RetainedData {

    /** The name for readers is the message {@code privacy.kind.<kind>}. */
    String kind();

    /** How many records with people there are, by case; a case without any may be left out. */
    Map<CaseKey, Long> count(Collection<CaseKey> cases);

    /**
     * Ends some of them, in the transaction of the caller, what the trail keeps of these people too.
     *
     * @return how many; less than {@code most} when nothing is left
     */
    int erase(CaseKey of, int most);
}
