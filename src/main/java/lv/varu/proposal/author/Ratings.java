package lv.varu.proposal.author;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What authors think of the answers. */
@Repository
public class Ratings {
    private final JdbcClient jdbc;

    Ratings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Rating> of(UUID proposal) {
        return jdbc.sql("select score, comment from proposal_rating where proposal_id = ?")
                .param(proposal)
                .query((row, number) -> new Rating(row.getInt("score"), row.getString("comment")))
                .optional();
    }

    public void save(UUID proposal, Rating rating, Instant now) {
        jdbc.sql("insert into proposal_rating (proposal_id, score, comment, rated_at)"
                        + " values (:id, :score, :comment, :now) on conflict (proposal_id) do update"
                        + " set score = excluded.score, comment = excluded.comment, rated_at = excluded.rated_at")
                .param("id", proposal)
                .param("score", rating.score())
                .param("comment", rating.comment())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public Satisfaction inCall(UUID callId) {
        return satisfaction("p.call_id = ?", callId);
    }

    public Satisfaction inMunicipality(String municipality) {
        return satisfaction("p.municipality = ?", municipality);
    }

    private Satisfaction satisfaction(String which, Object value) {
        var counts = new Long[Rating.HIGHEST];
        Arrays.fill(counts, 0L);
        jdbc.sql("select r.score, count(*) as n from proposal_rating r join proposal p on p.id = r.proposal_id where "
                        + which + " group by r.score")
                .param(value)
                .query(row -> {
                    counts[row.getInt("score") - 1] = row.getLong("n");
                });
        return new Satisfaction(Arrays.asList(counts));
    }
}
