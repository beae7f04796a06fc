package lv.varu.audit;

import java.util.Locale;
import java.util.Optional;

/** What the pages of the trail call a code whose names are data; whoever keeps the names contributes them. */
public interface CodeNames {
    boolean has(String field);

    Optional<String> nameOf(String field, String code, Locale locale);
}
