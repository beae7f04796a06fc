package lv.varu.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** How much an address may still ask for. */
class RateLimit {
    private static final int IPV6_NETWORK_BYTES = 8;

    private final LoadingCache<String, Bucket> buckets;

    RateLimit(int requests, Duration per) {
        buckets = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(per.multipliedBy(2))
                .build(address -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, per))
                        .build());
    }

    /** How long to wait, if the request is one too many. */
    Optional<Duration> waitFor(String address) {
        ConsumptionProbe probe = buckets.get(network(address)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** A household has one IPv4 address, but a whole network of IPv6 addresses. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
