package lv.varu.proposal.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.varu.language.LatvianStems;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The words of proposals as the database holds them. */
@Repository
class WordIndex {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    WordIndex(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Some that nobody has read, to be kept by this transaction; another node takes others. */
    List<UUID> take(int limit) {
        return jdbc.sql("select proposal_id from proposal_found where words is null limit ? for update skip locked")
                .param(limit)
                .query(UUID.class)
                .list();
    }

    /** What they say now; nothing when they are gone. */
    List<Entry> read(Collection<UUID> ids) {
        return jdbc.sql("""
                        select taken.id, p.call_id, p.owners, s.name, s.organisation, s.email,
                            coalesce(p.public_title, p.title) as open_title, coalesce(p.public_text, p.text) as open_text,
                            case when p.public_title is not null then p.title end as title,
                            case when p.public_text is not null then p.text end as text, p.rationale
                        from unnest(?) taken (id) left join proposal p on p.id = taken.id
                            left join proposal_submitter s on s.proposal_id = coalesce(p.split_from, p.id)
                        """)
                .param(ids.toArray(UUID[]::new))
                .query(WordIndex::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID callId = row.getObject("call_id", UUID.class);
        if (callId == null) {
            return new Entry(id, Set.of());
        }
        return new Entry(
                id,
                FoundWords.of(
                        callId,
                        Arrays.asList((String[]) row.getArray("owners").getArray()),
                        LatvianStems.words(row.getString("open_title"), row.getString("open_text")),
                        LatvianStems.words(
                                row.getString("title"),
                                row.getString("text"),
                                row.getString("rationale"),
                                row.getString("name"),
                                row.getString("organisation"),
                                row.getString("email"))));
    }

    void put(List<Entry> entries) {
        batches.batchUpdate(
                "update proposal_found set words = array_to_tsvector(?) where proposal_id = ?",
                entries,
                entries.size(),
                (statement, entry) -> {
                    statement.setObject(1, entry.words().toArray(String[]::new));
                    statement.setObject(2, entry.proposalId());
                });
    }

    /** Proposals that the index does not know yet are to be read, by their ids, those after this one. */
    List<UUID> add(UUID after, int limit) {
        return jdbc.sql("""
                        with unknown as (
                            select id from proposal p where id > ? and status not in ('UNCONFIRMED', 'EXPIRED')
                                and not exists (select from proposal_found f where f.proposal_id = p.id)
                            order by id limit ?),
                        added as (
                            insert into proposal_found (proposal_id) select id from unknown on conflict do nothing)
                        select id from unknown order by id
                        """).params(after, limit).query(UUID.class).list();
    }

    record Entry(UUID proposalId, Set<String> words) {}
}
