package lv.varu.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What there is to tell, and how far it has been told. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class NewsBoard {
    private final JdbcClient jdbc;

    NewsBoard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Noted once, however many nodes see it. */
    boolean note(UUID consultation, NewsKind kind, @Nullable UUID subject, LocalDate closesOn, Instant now) {
        return jdbc.sql(
                                "insert into portal_news (id, consultation_id, kind, subject, closes_on, noted_at)"
                                        + " values (:id, :consultation, :kind, :subject, :closesOn, :now) on conflict do nothing")
                        .param("id", UUID.randomUUID())
                        .param("consultation", consultation)
                        .param("kind", kind.name())
                        .param("subject", subject, Types.OTHER)
                        .param("closesOn", closesOn)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The last day of which somebody was told, by consultation and kind; meetings say nothing of it. */
    Map<UUID, Map<NewsKind, LocalDate>> told(Collection<UUID> consultations) {
        var told = new HashMap<UUID, Map<NewsKind, LocalDate>>();
        if (consultations.isEmpty()) {
            return told;
        }
        jdbc.sql("select consultation_id, kind, max(closes_on) as closes_on from portal_news"
                        + " where consultation_id in (:ids) and subject is null group by consultation_id, kind")
                .param("ids", List.copyOf(consultations))
                .query(row -> {
                    told.computeIfAbsent(row.getObject("consultation_id", UUID.class), id -> new HashMap<>())
                            .put(NewsKind.valueOf(row.getString("kind")), row.getObject("closes_on", LocalDate.class));
                });
        return told;
    }

    /** Taken until the end of the transaction; another node takes the next one. */
    Optional<News> take() {
        return jdbc.sql("select * from portal_news where finished_at is null"
                        + " order by noted_at, id limit 1 for update skip locked")
                .query(NewsBoard::read)
                .optional();
    }

    void reached(News news, UUID last, int letters) {
        jdbc.sql("update portal_news set reached = ?, letters = letters + ? where id = ?")
                .params(last, letters, news.id())
                .update();
    }

    void finish(News news, Instant now) {
        jdbc.sql("update portal_news set finished_at = ? where id = ?")
                .params(now.atOffset(ZoneOffset.UTC), news.id())
                .update();
    }

    private static News read(ResultSet row, int number) throws SQLException {
        return new News(
                row.getObject("id", UUID.class),
                row.getObject("consultation_id", UUID.class),
                NewsKind.valueOf(row.getString("kind")),
                row.getObject("subject", UUID.class),
                row.getObject("closes_on", LocalDate.class),
                row.getObject("noted_at", OffsetDateTime.class).toInstant(),
                row.getObject("reached", UUID.class),
                row.getInt("letters"));
    }
}
