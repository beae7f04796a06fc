package lv.varu.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import lv.varu.audit.Verification.Flaw;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Walks all chains from their first entry to their end. */
class ChainCheck {
    private static final int PAGE = 2_000;
    private static final String ENTRIES = """
            select e.*, p.salt, p.data, c.last_seq, c.head
            from audit_entry e
            left join audit_personal p on p.entry_id = e.id
            left join audit_chain c on c.chain = e.chain
            where (e.chain, e.seq) > (?, ?) order by e.chain, e.seq limit ?""";

    private final JdbcTemplate jdbc;
    private String chain = "";
    private long sequence;
    private byte[] hash = new byte[0];
    private long lastSequence;
    private byte @Nullable [] head;
    long entries;
    long chains;

    ChainCheck(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void run() {
        emptied();
        long seen;
        do {
            seen = entries;
            jdbc.query(ENTRIES, (ResultSet row) -> check(row), chain, sequence, PAGE);
        } while (entries - seen == PAGE);
        endOfChain();
    }

    /** A chain whose head is there but none of its entries. */
    private void emptied() {
        List<String> found = jdbc.queryForList("""
                select chain from audit_chain c
                where not exists (select from audit_entry e where e.chain = c.chain) order by chain limit 1""", String.class);
        if (!found.isEmpty()) {
            throw new BrokenTrail(Flaw.ENTRY_MISSING, found.get(0), 1);
        }
    }

    private void check(ResultSet row) throws SQLException {
        if (!row.getString("chain").equals(chain)) {
            endOfChain();
            beginChain(row);
        }
        long seq = row.getLong("seq");
        BrokenTrail.unless(seq == sequence + 1, Flaw.ENTRY_MISSING, chain, sequence + 1);
        BrokenTrail.unless(Arrays.equals(row.getBytes("prev_hash"), hash), Flaw.ORDER_CHANGED, chain, seq);
        var repeated = repeat(row);
        BrokenTrail.unless(Arrays.equals(row.getBytes("hash"), repeated), Flaw.ENTRY_CHANGED, chain, seq);
        BrokenTrail.unless(personalHolds(row), Flaw.PERSONAL_DATA_CHANGED, chain, seq);
        sequence = seq;
        hash = repeated;
        entries++;
    }

    private void beginChain(ResultSet row) throws SQLException {
        chain = row.getString("chain");
        sequence = 0;
        hash = ChainDigest.of(chain);
        lastSequence = row.getLong("last_seq");
        head = row.getBytes("head");
        chains++;
    }

    private void endOfChain() {
        if (!chain.isEmpty()) {
            BrokenTrail.unless(sequence >= lastSequence, Flaw.ENTRY_MISSING, chain, sequence + 1);
            BrokenTrail.unless(
                    sequence == lastSequence && Arrays.equals(hash, head), Flaw.END_CHANGED, chain, sequence);
        }
    }

    private byte[] repeat(ResultSet row) throws SQLException {
        var digest = row.getBytes("personal_digest");
        return new ChainDigest()
                .bytes(hash)
                .field(row.getLong("seq"))
                .field(chain)
                .field(row.getTimestamp("at").toInstant())
                .field(row.getString("actor_kind"))
                .field(row.getString("actor_id"))
                .field(row.getString("action"))
                .field(row.getString("details"))
                .field(digest == null ? "" : HexFormat.of().formatHex(digest))
                .value();
    }

    /** Personal data may be gone, but what is there must be what was written. */
    private static boolean personalHolds(ResultSet row) throws SQLException {
        var data = row.getString("data");
        if (data == null) {
            return true;
        }
        var repeated = new ChainDigest()
                .bytes(row.getBytes("salt"))
                .bytes(data.getBytes(StandardCharsets.UTF_8))
                .value();
        return Arrays.equals(repeated, row.getBytes("personal_digest"));
    }
}
