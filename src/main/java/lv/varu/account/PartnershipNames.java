package lv.varu.account;

import java.util.Locale;
import java.util.Map;

/** Partnerships that people can work for, by code; the feature that keeps partnerships brings them. */
public interface PartnershipNames {
    /** In the order in which a list shows them. */
    Map<String, String> byCode(Locale language);
}
