package lv.varu.audit;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A trail in an empty database of its own, which a test may damage. */
class TrailLab implements AutoCloseable {
    private static final AtomicInteger LABS = new AtomicInteger();

    private final HikariDataSource pool;
    final JdbcTemplate jdbc;
    final TransactionTemplate transaction;
    final Trail trail;
    final Sealer sealer;
    final TrailVerifier verifier;

    TrailLab(JdbcTemplate server, JdbcConnectionDetails details) throws Exception {
        var name = "trail" + LABS.incrementAndGet();
        server.execute("create database " + name);
        pool = new HikariDataSource();
        pool.setJdbcUrl(details.getJdbcUrl().replaceFirst("/varu\\d+", "/" + name));
        pool.setUsername(details.getUsername());
        pool.setPassword(details.getPassword());
        migrate(pool);
        jdbc = new JdbcTemplate(pool);
        var manager = new JdbcTransactionManager(pool);
        transaction = new TransactionTemplate(manager);
        var clock = Clock.fixed(Instant.parse("2021-11-12T08:00:00.123456Z"), ZoneOffset.UTC);
        var reader = new TrailReader(
                JdbcClient.create(jdbc), new DefaultListableBeanFactory().getBeanProvider(ActorNames.class));
        trail = new Trail(new PendingTrail(jdbc), reader, jdbc, clock);
        sealer = new Sealer(jdbc, clock);
        verifier = new TrailVerifier(jdbc, manager);
    }

    private static void migrate(DataSource pool) throws Exception {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            for (var migration :
                    new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/V*__audit_*.sql")) {
                statement.execute(migration.getContentAsString(StandardCharsets.UTF_8));
            }
        }
    }

    void record(CaseKey chain, int entries) {
        for (int i = 0; i < entries; i++) {
            var step = Map.of("step", i, "title", "Ceļš uz Līksnu");
            transaction.executeWithoutResult(
                    status -> trail.record(chain, "test.step", step, Map.of("email", "anna@example.org")));
        }
    }

    void seal() {
        transaction.executeWithoutResult(status -> sealer.seal());
    }

    /** What the owner of the database can do and nobody else. */
    void tamper(String... statements) {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("set local session_replication_role = replica");
            Stream.of(statements).forEach(jdbc::execute);
        });
    }

    @Override
    public void close() {
        pool.close();
    }
}
