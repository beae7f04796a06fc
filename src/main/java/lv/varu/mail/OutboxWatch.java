package lv.varu.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells operators how long letters have been waiting. */
@Component("outboxHealthIndicator")
class OutboxWatch implements HealthIndicator {
    /** Not {@code DOWN}: a silent mail server is no reason to take people's pages away. */
    static final Status LATE = new Status("LATE");

    private final JdbcClient jdbc;
    private final Postman postman;
    private final MailSettings settings;
    private final Clock clock;

    OutboxWatch(JdbcClient jdbc, Postman postman, MailSettings settings, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.postman = postman;
        this.settings = settings;
        this.clock = clock;
        Gauge.builder("varu.mail.outbox.age", () -> age().toSeconds())
                .description("Age of the oldest letter that waits for delivery")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("varu.mail.incidents", this::incidents)
                .description("Letters that an administrator has to look at")
                .register(meters);
    }

    @Override
    public Health health() {
        var age = age();
        boolean late = postman.hasServer() && age.compareTo(settings.lateAfter()) > 0;
        return (late ? Health.status(LATE) : Health.up())
                .withDetail("server", postman.hasServer())
                .withDetail("oldestSeconds", age.toSeconds())
                .withDetail("incidents", incidents())
                .build();
    }

    private Duration age() {
        var oldest = jdbc.sql("select posted_at from mail_letter where state = 'WAITING' order by number limit 1")
                .query(OffsetDateTime.class)
                .optional();
        return oldest.map(posted -> Duration.between(posted.toInstant(), clock.instant()))
                .orElse(Duration.ZERO);
    }

    private long incidents() {
        return jdbc.sql("select count(*) from mail_letter where state in ('INCIDENT', 'REFUSED')")
                .query(Long.class)
                .single();
    }
}
