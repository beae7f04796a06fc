package lv.varu.audit;

import java.util.HexFormat;
import java.util.Objects;
import lv.varu.audit.Verification.Break;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the whole trail, page by page, and repeats every hash. */
@Component
public class TrailVerifier {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;

    TrailVerifier(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        // Entries, heads and seals must be of one moment, while others go on writing.
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        snapshot.setReadOnly(true);
    }

    public Verification verify() {
        return Objects.requireNonNull(snapshot.execute(status -> verifySnapshot()));
    }

    private Verification verifySnapshot() {
        var chains = new ChainCheck(jdbc);
        var seals = new SealCheck(jdbc);
        try {
            chains.run();
            seals.run();
        } catch (BrokenTrail broken) {
            return result(chains, seals, broken.where);
        }
        return result(chains, seals, null);
    }

    private static Verification result(ChainCheck chains, SealCheck seals, @Nullable Break broken) {
        var last =
                seals.number == 0 ? null : seals.number + " " + HexFormat.of().formatHex(seals.hash);
        return new Verification(chains.entries, chains.chains, seals.number, last, broken);
    }
}
