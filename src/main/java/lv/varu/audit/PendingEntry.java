package lv.varu.audit;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry that waits for the end of its transaction. */
record PendingEntry(
        String chain,
        Instant at,
        Actor actor,
        String action,
        String details,
        byte @Nullable [] salt,
        @Nullable String personal) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    static PendingEntry of(CaseKey chain, Instant now, String action, Map<String, ?> details, Map<String, ?> personal) {
        var all = new LinkedHashMap<String, Object>(personal);
        Acting.origin().ifPresent(origin -> addOrigin(all, origin));
        // Microseconds are what the database keeps, and so what the hash can be repeated from.
        return new PendingEntry(
                chain.toString(),
                now.truncatedTo(ChronoUnit.MICROS),
                Acting.current(),
                action,
                CanonicalJson.write(details),
                all.isEmpty() ? null : newSalt(),
                all.isEmpty() ? null : CanonicalJson.write(all));
    }

    private static void addOrigin(Map<String, Object> personal, Origin origin) {
        if (origin.address() != null) {
            personal.put(PersonalKey.ADDRESS, origin.address());
        }
        if (origin.userAgent() != null) {
            personal.put(PersonalKey.USER_AGENT, origin.userAgent());
        }
    }

    private static byte[] newSalt() {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** What the trail itself adds to the personal part of an entry. */
    static final class PersonalKey {
        static final String ADDRESS = "originAddress";
        static final String USER_AGENT = "originUserAgent";

        private PersonalKey() {}
    }
}
