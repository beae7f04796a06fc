package lv.varu.proposal;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How proposals belong together and where they landed, for many at once; names those alone that anyone may read. */
@Repository
@Transactional(readOnly = true)
public class Ties {
    private static final String PUBLIC = ProposalStatus.PUBLIC.stream()
            .map(status -> "'" + status + "'")
            .sorted()
            .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;

    Ties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Three queries, however many; what is tied to nothing is not in the answer. */
    public Map<UUID, Tie> of(Collection<ProposalView> views) {
        Map<UUID, Found> found = new HashMap<>();
        views.stream().filter(view -> view.status().isPublic()).forEach(view -> found.put(view.id(), new Found()));
        if (found.isEmpty()) {
            return Map.of();
        }
        upwards(views, found);
        UUID[] ids = found.keySet().toArray(UUID[]::new);
        downwards(ids, found);
        landings(ids, found);
        return found.entrySet().stream()
                .filter(entry -> !entry.getValue().tie().equals(Tie.NONE))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().tie()));
    }

    private void upwards(Collection<ProposalView> views, Map<UUID, Found> found) {
        Set<UUID> above = views.stream()
                .flatMap(view -> Stream.of(view.mergedInto(), view.splitFrom()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (above.isEmpty()) {
            return;
        }
        Map<UUID, String> receipts = new HashMap<>();
        jdbc.sql("select id, receipt from proposal where id = any(:ids) and status in (" + PUBLIC + ")")
                .param("ids", above.toArray(UUID[]::new))
                .query(row -> {
                    receipts.put(row.getObject("id", UUID.class), row.getString("receipt"));
                });
        for (ProposalView view : views) {
            Found tie = found.get(view.id());
            if (tie != null) {
                tie.mergedInto = view.mergedInto() == null ? null : receipts.get(view.mergedInto());
                tie.splitFrom = view.splitFrom() == null ? null : receipts.get(view.splitFrom());
            }
        }
    }

    private void downwards(UUID[] ids, Map<UUID, Found> found) {
        jdbc.sql("select receipt, merged_into, split_from, part from proposal where status in (" + PUBLIC + ")"
                        + " and (merged_into = any(:ids) and split_from is null"
                        + " or split_from = any(:ids) and part is not null) order by part nulls last, number")
                .param("ids", ids)
                .query(row -> {
                    UUID whole = row.getObject("split_from", UUID.class);
                    String receipt = row.getString("receipt");
                    if (whole == null) {
                        found.getOrDefault(row.getObject("merged_into", UUID.class), new Found())
                                .mergedHere
                                .add(receipt);
                    } else {
                        found.getOrDefault(whole, new Found()).parts.add(receipt);
                    }
                });
    }

    private void landings(UUID[] ids, Map<UUID, Found> found) {
        jdbc.sql("select proposal_id, place, link, noted_at from proposal_landing where proposal_id = any(:ids)")
                .param("ids", ids)
                .query(row -> {
                    found.getOrDefault(row.getObject("proposal_id", UUID.class), new Found()).landing = new Landing(
                            row.getString("place"),
                            row.getString("link"),
                            row.getObject("noted_at", OffsetDateTime.class).toInstant());
                });
    }

    /**
     * By receipts.
     *
     * @param mergedInto what speaks for it
     * @param mergedHere what it speaks for
     * @param splitFrom of what it is a part
     * @param parts its own, in their order
     */
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

    private static final class Found {
        private final List<String> mergedHere = new ArrayList<>();
        private final List<String> parts = new ArrayList<>();
        private @Nullable String mergedInto;
        private @Nullable String splitFrom;
        private @Nullable Landing landing;

        Tie tie() {
            return new Tie(mergedInto, mergedHere, splitFrom, parts, landing);
        }
    }
}
