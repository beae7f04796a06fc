package lv.varu.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import lv.varu.audit.Verification.Flaw;
import org.springframework.jdbc.core.JdbcTemplate;

/** Walks the seals: each holds on to the one before, and every head that they sealed is still in its chain. */
class SealCheck {
    static final String SEAL = "seal";
    private static final int PAGE = 500;

    private final JdbcTemplate jdbc;
    byte[] hash = ChainDigest.of(SEAL);
    long number;

    SealCheck(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void run() {
        long seen;
        do {
            seen = number;
            jdbc.query(
                    "select * from audit_seal where number > ? order by number limit ?",
                    (ResultSet seal) -> check(seal),
                    number,
                    PAGE);
        } while (number - seen == PAGE);
    }

    private void check(ResultSet seal) throws SQLException {
        BrokenTrail.unless(seal.getLong("number") == number + 1, Flaw.SEAL_MISSING, SEAL, number + 1);
        number++;
        BrokenTrail.unless(Arrays.equals(seal.getBytes("prev_hash"), hash), Flaw.SEAL_CHANGED, SEAL, number);
        var digest = begin(hash, number, seal.getTimestamp("at").toInstant());
        jdbc.query("""
                select h.*, e.hash from audit_seal_head h
                left join audit_entry e on e.chain = h.chain and e.seq = h.seq
                where h.seal = ? order by h.chain collate "C\"""", (ResultSet head) -> check(head, digest), number);
        hash = digest.value();
        BrokenTrail.unless(Arrays.equals(seal.getBytes("hash"), hash), Flaw.SEAL_CHANGED, SEAL, number);
    }

    private static void check(ResultSet row, ChainDigest digest) throws SQLException {
        var chain = row.getString("chain");
        var head = row.getBytes("head");
        BrokenTrail.unless(row.getBytes("hash") != null, Flaw.CHAIN_MISSING, chain, row.getLong("seq"));
        BrokenTrail.unless(Arrays.equals(row.getBytes("hash"), head), Flaw.ENTRY_CHANGED, chain, row.getLong("seq"));
        add(digest, chain, row.getLong("seq"), head);
    }

    static ChainDigest begin(byte[] previous, long number, Instant at) {
        return new ChainDigest().bytes(previous).field(number).field(at);
    }

    static void add(ChainDigest digest, String chain, long sequence, byte[] head) {
        digest.field(chain).field(sequence).field(HexFormat.of().formatHex(head));
    }
}
