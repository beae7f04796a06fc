package lv.varu.proposal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Anybody can type anybody's address, and each proposal sends a letter there: so many an hour, on each node. A repeat sends
 * none and does not count, however many come at once.
 */
@Component
class AddressLimit {
    private final int perHour;
    private final Cache<String, Set<Long>> taken = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    AddressLimit(ProposalSettings settings) {
        this.perHour = settings.perAddress();
    }

    boolean admits(@Nullable String email, IntakeSeal seal) {
        if (email == null) {
            return true;
        }
        Set<Long> seals = taken.get(email.toLowerCase(Locale.ROOT), first -> new HashSet<>());
        long one = ByteBuffer.wrap(seal.digest()).getLong();
        synchronized (seals) {
            return seals.contains(one) || seals.size() < perHour && seals.add(one);
        }
    }
}
