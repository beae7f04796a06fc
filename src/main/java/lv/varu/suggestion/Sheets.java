package lv.varu.suggestion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.varu.suggestion.Sheet.Fate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sheets of all rounds. */
@Repository
class Sheets {
    private final JdbcClient jdbc;

    Sheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Numbered in the order in which they are entered. */
    int add(
            UUID id,
            UUID roundId,
            String text,
            @Nullable String author,
            @Nullable String contact,
            @Nullable UUID documentId,
            Instant now) {
        return jdbc.sql("insert into suggestion_sheet (id, round_id, number, text, author, contact, document_id, fate,"
                        + " entered_at) select ?, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, 'NEW', ?"
                        + " from suggestion_sheet where round_id = ? returning number")
                .param(id)
                .param(roundId)
                .param(text)
                .param(author)
                .param(contact)
                .param(documentId)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(roundId)
                .query(Integer.class)
                .single();
    }

    Optional<Sheet> find(UUID id) {
        return jdbc.sql("select * from suggestion_sheet where id = ?")
                .param(id)
                .query(Sheets::sheet)
                .optional();
    }

    void remove(UUID id) {
        jdbc.sql("delete from suggestion_sheet where id = ?").param(id).update();
    }

    List<Sheet> of(UUID roundId) {
        return of(List.of(roundId)).getOrDefault(roundId, List.of());
    }

    /** One query for all. */
    Map<UUID, List<Sheet>> of(Collection<UUID> roundIds) {
        Map<UUID, List<Sheet>> found = new HashMap<>();
        jdbc.sql("select * from suggestion_sheet where round_id = any(?) order by round_id, number")
                .param(roundIds.toArray(UUID[]::new))
                .query(Sheets::sheet)
                .list()
                .forEach(sheet -> found.computeIfAbsent(sheet.roundId(), id -> new ArrayList<>())
                        .add(sheet));
        return found;
    }

    long count(UUID roundId) {
        return jdbc.sql("select count(*) from suggestion_sheet where round_id = ?")
                .param(roundId)
                .query(Long.class)
                .single();
    }

    void became(UUID id, UUID proposalId) {
        jdbc.sql("update suggestion_sheet set fate = 'PROPOSAL', proposal_id = ? where id = ?")
                .params(proposalId, id)
                .update();
    }

    void declined(UUID id, String reason) {
        jdbc.sql("update suggestion_sheet set fate = 'DECLINED', reason = ? where id = ?")
                .params(reason, id)
                .update();
    }

    List<Sheet> ofContact(String email) {
        return jdbc.sql("select * from suggestion_sheet where lower(contact) = ? order by entered_at desc, id")
                .param(email)
                .query(Sheets::sheet)
                .list();
    }

    void forgetAuthor(UUID id) {
        jdbc.sql("update suggestion_sheet set author = null, contact = null where id = ?")
                .param(id)
                .update();
    }

    private static Sheet sheet(ResultSet row, int number) throws SQLException {
        return new Sheet(
                row.getObject("id", UUID.class),
                row.getObject("round_id", UUID.class),
                row.getInt("number"),
                row.getString("text"),
                row.getString("author"),
                row.getString("contact"),
                row.getObject("document_id", UUID.class),
                Fate.valueOf(row.getString("fate")),
                row.getString("reason"),
                row.getObject("proposal_id", UUID.class));
    }
}
