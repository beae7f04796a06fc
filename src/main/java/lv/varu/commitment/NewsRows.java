package lv.varu.commitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was told of promises. */
@Repository
class NewsRows {
    private final JdbcClient jdbc;

    NewsRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(News news) {
        jdbc.sql("insert into commitment_news (id, commitment_id, state, words, link, document_id, told_at, by_account,"
                        + " by_contact) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        news.id(),
                        news.commitmentId(),
                        news.state().name(),
                        news.words(),
                        news.link(),
                        news.documentId(),
                        news.toldAt().atOffset(ZoneOffset.UTC),
                        news.byAccount(),
                        news.byContact())
                .update();
    }

    /** The newest first. */
    List<News> of(UUID commitmentId) {
        return jdbc.sql("select * from commitment_news where commitment_id = ? order by told_at desc, id")
                .param(commitmentId)
                .query(NewsRows::news)
                .list();
    }

    Optional<News> latest(UUID commitmentId) {
        return Optional.ofNullable(latest(List.of(commitmentId)).get(commitmentId));
    }

    /** One query for all. */
    Map<UUID, News> latest(Collection<UUID> commitmentIds) {
        Map<UUID, News> found = new HashMap<>();
        jdbc.sql("select distinct on (commitment_id) * from commitment_news where commitment_id = any(?)"
                        + " order by commitment_id, told_at desc, id")
                .param(commitmentIds.toArray(UUID[]::new))
                .query(NewsRows::news)
                .list()
                .forEach(news -> found.put(news.commitmentId(), news));
        return found;
    }

    /** Whether a file was told with the news of a promise that everybody can read. */
    boolean isPublic(UUID documentId) {
        return jdbc.sql("select exists (select 1 from commitment_news n join commitment c on c.id = n.commitment_id"
                        + " where n.document_id = ? and c.news_at is not null)")
                .param(documentId)
                .query(Boolean.class)
                .single();
    }

    private static News news(ResultSet row, int number) throws SQLException {
        return new News(
                row.getObject("id", UUID.class),
                row.getObject("commitment_id", UUID.class),
                CommitmentState.valueOf(row.getString("state")),
                row.getString("words"),
                row.getString("link"),
                row.getObject("document_id", UUID.class),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                row.getObject("by_account", UUID.class),
                row.getObject("by_contact", UUID.class));
    }
}
