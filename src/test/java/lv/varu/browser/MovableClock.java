package lv.varu.browser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Goes on like any clock, but from the moment that it was set to. */
class MovableClock extends Clock {
    private volatile Duration offset = Duration.ZERO;

    void set(Instant now) {
        offset = Duration.between(Instant.now(), now);
    }

    Duration offset() {
        return offset;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
