package lv.varu.proposal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Anybody can type anybody's address, and each proposal sends a letter there: so many an hour, on each node. */
@Component
class AddressLimit {
    private final int perHour;
    private final Cache<String, AtomicInteger> taken = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    AddressLimit(ProposalSettings settings) {
        this.perHour = settings.perAddress();
    }

    boolean admits(@Nullable String email) {
        return email == null
                || taken.get(email.toLowerCase(Locale.ROOT), first -> new AtomicInteger())
                                .incrementAndGet()
                        <= perHour;
    }
}
