package lv.varu.proposal.landing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where proposals landed; pages ask as {@code @landings}. */
@Repository
public class Landings {
    private final JdbcClient jdbc;

    Landings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public @Nullable Landing of(UUID proposal) {
        return find(proposal).orElse(null);
    }

    Optional<Landing> find(UUID proposal) {
        return jdbc.sql("select place, link, noted_at from proposal_landing where proposal_id = ?")
                .param(proposal)
                .query((row, number) -> new Landing(
                        row.getString("place"),
                        row.getString("link"),
                        row.getObject("noted_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void save(UUID proposal, String place, @Nullable String link, Instant now) {
        jdbc.sql("insert into proposal_landing (proposal_id, place, link, noted_at) values (:id, :place, :link, :now)"
                        + " on conflict (proposal_id) do update set place = excluded.place, link = excluded.link,"
                        + " noted_at = excluded.noted_at")
                .param("id", proposal)
                .param("place", place)
                .param("link", link)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
