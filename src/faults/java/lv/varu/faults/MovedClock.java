package lv.varu.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The clock of a program whose time the harness moves, by a file with the seconds that it is ahead. */
@Component
@ConditionalOnProperty("faults.clock")
class MovedClock extends Clock {
    private final Path file = Path.of(System.getenv("FAULTS_CLOCK"));

    MovedClock() {
        instant();
    }

    @Override
    public Instant instant() {
        try {
            var ahead = Duration.ofSeconds(Long.parseLong(Files.readString(file).strip()));
            ClockUtil.offset(ahead.toMillis());
            return Instant.now().plus(ahead);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
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
