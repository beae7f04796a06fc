package lv.varu.mail;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows which letters somebody has worded anew; the standard texts are in the message bundles. */
public interface Wordings {

    /** Asked for every letter, so it answers from memory. */
    Optional<Wording> find(String template, Locale language, @Nullable String partnership);
}
