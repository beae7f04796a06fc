package lv.varu.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals the heads of all chains that changed since the last seal, so that no case can vanish as a whole. The hash of
 * each seal goes to the log too, which is outside the reach of whoever holds the database.
 */
@Component
class Sealer {
    private static final Logger log = LoggerFactory.getLogger(Sealer.class);
    private static final long LOCK = 0x5ea1_7a11L;
    private static final int MOST_HEADS = 20_000;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Sealer(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether there was something to seal. */
    @Transactional
    public boolean seal() {
        if (!Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK))) {
            return false;
        }
        // A chain in use is left for the next seal: the sealer must never make a case wait, nor wait for one.
        var heads = jdbc.query(
                """
                select chain, last_seq, head from audit_chain where last_seq > sealed_seq
                order by chain collate "C" limit ? for update skip locked""",
                (row, number) -> new Head(row.getString("chain"), row.getLong("last_seq"), row.getBytes("head")),
                MOST_HEADS);
        if (heads.isEmpty()) {
            return false;
        }
        write(heads);
        return true;
    }

    private void write(List<Head> heads) {
        var previous = jdbc
                .query(
                        "select number, hash from audit_seal order by number desc limit 1",
                        (row, number) -> new Seal(row.getLong("number"), row.getBytes("hash")))
                .stream()
                .findFirst()
                .orElse(new Seal(0, ChainDigest.of(SealCheck.SEAL)));
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long number = previous.number() + 1;
        var digest = SealCheck.begin(previous.hash(), number, at);
        heads.forEach(head -> SealCheck.add(digest, head.chain(), head.sequence(), head.hash()));
        var hash = digest.value();
        jdbc.update(
                "insert into audit_seal (number, at, heads, prev_hash, hash) values (?, ?, ?, ?, ?)",
                number,
                Timestamp.from(at),
                heads.size(),
                previous.hash(),
                hash);
        jdbc.batchUpdate(
                "insert into audit_seal_head (seal, chain, seq, head) values (?, ?, ?, ?)",
                heads,
                1_000,
                (row, head) -> {
                    row.setLong(1, number);
                    row.setString(2, head.chain());
                    row.setLong(3, head.sequence());
                    row.setBytes(4, head.hash());
                });
        jdbc.update("update audit_chain set sealed_seq = last_seq where chain = any (?)", (Object)
                heads.stream().map(Head::chain).toArray(String[]::new));
        log.info(
                "Seal {} over {} chains: {}",
                number,
                heads.size(),
                HexFormat.of().formatHex(hash));
    }

    private record Head(String chain, long sequence, byte[] hash) {}

    private record Seal(long number, byte[] hash) {}
}
