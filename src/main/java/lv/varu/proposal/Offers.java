package lv.varu.proposal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What submitters bring themselves, and the small support that they ask for. */
@Repository
public class Offers {
    private final JdbcClient jdbc;

    Offers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Offer of(UUID proposalId) {
        return of(List.of(proposalId)).getOrDefault(proposalId, Offer.NONE);
    }

    /** As anyone may read it, without what staff have hidden. */
    Offer publicOf(UUID proposalId) {
        return jdbc.sql("select coalesce(public_own_contribution, own_contribution) as own_contribution,"
                        + " coalesce(public_support_asked, support_asked) as support_asked from proposal where id = ?")
                .param(proposalId)
                .query((row, number) -> new Offer(row.getString("own_contribution"), row.getString("support_asked")))
                .optional()
                .orElse(Offer.NONE);
    }

    /** Only those that say anything. */
    public Map<UUID, Offer> of(Collection<UUID> proposalIds) {
        Map<UUID, Offer> found = new HashMap<>();
        jdbc.sql("select id, own_contribution, support_asked from proposal where id = any(?)"
                        + " and (own_contribution is not null or support_asked is not null)")
                .param(proposalIds.toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            row.getObject("id", UUID.class),
                            new Offer(row.getString("own_contribution"), row.getString("support_asked")));
                });
        return found;
    }

    public record Offer(
            @Nullable String ownContribution, @Nullable String supportAsked) {

        public static final Offer NONE = new Offer(null, null);
    }
}
