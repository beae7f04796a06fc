package lv.varu.sample;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The real time, except for the thread that tells a story of the past. */
class SampleClock extends Clock {
    private final Clock real;
    private final ThreadLocal<@Nullable Instant> told;

    SampleClock(Clock real) {
        this(real, new ThreadLocal<>());
    }

    private SampleClock(Clock real, ThreadLocal<@Nullable Instant> told) {
        this.real = real;
        this.told = told;
    }

    void moveTo(Instant instant) {
        told.set(instant);
    }

    void comeBack() {
        told.remove();
    }

    @Override
    public Instant instant() {
        var moved = told.get();
        return moved == null ? real.instant() : moved;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SampleClock(real.withZone(zone), told) {
            @Override
            public ZoneId getZone() {
                return zone;
            }
        };
    }
}
