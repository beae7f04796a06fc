package lv.varu.privacy;

import java.util.List;

/**
 * What one feature keeps about people, found by e-mail address. A feature that stores people has one such bean for each
 * kind of record; the kind's name for readers is the message {@code privacy.kind.<kind>}, those of the fields
 * {@code privacy.field.<name>}, why something stays {@code privacy.stays.<reason>}.
 */
public interface PersonalData {

    /**
     * Everything about the address, the newest first; it is compared without regard to case.
     *
     * @param email in lower case
     */
    List<Finding> find(String email);

    /**
     * Ends what was found by this bean and does not stay as it is, in the transaction of the caller. What the trail
     * keeps of the person in these cases goes too; its chain stays whole.
     *
     * @param email in lower case
     */
    void erase(String email, List<Finding> findings);
}
