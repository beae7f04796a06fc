package lv.varu.proposal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.proposal.landing.Landing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How proposals belong together and where they landed, for many at once; names those alone that anyone may read. */
@NamedInterface("shared")
@Repository
@Transactional(readOnly = true)
public class Ties {
    private static final String PUBLIC = ProposalStatus.PUBLIC.stream()
            .map(status -> "'" + status + "'")
            .collect(Collectors.joining(", ", " o.status in (", ")"));
    private static final String SELECT = """
            select p.id, l.place, l.link, l.noted_at,
                (select o.receipt from proposal o where o.id = p.merged_into and PUBLIC) as merged_into,
                (select o.receipt from proposal o where o.id = p.split_from and PUBLIC) as split_from,
                (select array_agg(o.receipt order by o.number) from proposal o
                    where o.merged_into = p.id and o.split_from is null and PUBLIC) as merged_here,
                (select array_agg(o.receipt order by o.part) from proposal o
                    where o.split_from = p.id and o.part is not null and PUBLIC) as parts
            from proposal p left join proposal_landing l on l.proposal_id = p.id
            where p.id = any(:ids)
            """.replace("PUBLIC", PUBLIC);

    private final JdbcClient jdbc;

    Ties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One query, however many; what is tied to nothing is not in the answer, nor what nobody else may read. */
    public Map<UUID, Tie> of(Collection<ProposalView> views) {
        UUID[] ids = views.stream()
                .filter(view -> view.status().isPublic())
                .map(ProposalView::id)
                .toArray(UUID[]::new);
        Map<UUID, Tie> found = new HashMap<>();
        if (ids.length > 0) {
            jdbc.sql(SELECT).param("ids", ids).query(row -> {
                Tie tie = tie(row);
                if (!tie.equals(Tie.NONE)) {
                    found.put(row.getObject("id", UUID.class), tie);
                }
            });
        }
        return found;
    }

    private static Tie tie(ResultSet row) throws SQLException {
        String place = row.getString("place");
        return new Tie(
                row.getString("merged_into"),
                receipts(row.getArray("merged_here")),
                row.getString("split_from"),
                receipts(row.getArray("parts")),
                place == null
                        ? null
                        : new Landing(
                                place,
                                row.getString("link"),
                                row.getObject("noted_at", OffsetDateTime.class).toInstant()));
    }

    private static List<String> receipts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /**
     * By receipts.
     *
     * @param mergedInto what speaks for it
     * @param mergedHere what it speaks for
     * @param splitFrom of what it is a part
     * @param parts its own, in their order
     */
    @NamedInterface("shared")
    public record Tie(
            @Nullable String mergedInto,
            List<String> mergedHere,
            @Nullable String splitFrom,
            List<String> parts,
            @Nullable Landing landing) {

        public static final Tie NONE = new Tie(null, List.of(), null, List.of(), null);

        public Tie {
            mergedHere = List.copyOf(mergedHere);
            parts = List.copyOf(parts);
        }
    }
}
