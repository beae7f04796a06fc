package lv.varu.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lv.varu.audit.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What in the draft document proposals refer to; pages ask as {@code @references}. */
@NamedInterface("shared")
@Repository
@Transactional
public class References {
    // A part speaks about the same place in the document as the whole.
    private static final String SELECT = """
            select p.id, w.refers_to, w.refers_to_title, w.refers_page
            from proposal p join proposal w on w.id = coalesce(p.split_from, p.id)
            """;

    private final JdbcClient jdbc;
    private final Calls calls;
    private final Trail trail;

    References(JdbcClient jdbc, Calls calls, Trail trail) {
        this.jdbc = jdbc;
        this.calls = calls;
        this.trail = trail;
    }

    /** Nothing when the author named no place in the document. */
    @Transactional(readOnly = true)
    public @Nullable Reference of(UUID proposal) {
        return jdbc.sql(SELECT + "where p.id = ?")
                .param(proposal)
                .query((row, number) -> reference(row))
                .optional()
                .filter(reference -> !reference.equals(Reference.NONE))
                .orElse(null);
    }

    /** One query for all; those that name no place are not in the answer. */
    @Transactional(readOnly = true)
    public Map<UUID, Reference> of(Collection<UUID> proposals) {
        Map<UUID, Reference> found = new HashMap<>();
        if (!proposals.isEmpty()) {
            jdbc.sql(SELECT + "where p.id = any(:ids) and (w.refers_to is not null or w.refers_page is not null)")
                    .param("ids", proposals.toArray(UUID[]::new))
                    .query(row -> {
                        found.put(row.getObject("id", UUID.class), reference(row));
                    });
        }
        return found;
    }

    /** The sections of the call's document, code and name, in its order; then those that are no longer in it. */
    @Transactional(readOnly = true)
    public Map<String, String> choices(UUID callId) {
        Map<String, String> choices = new LinkedHashMap<>();
        calls.sections(callId).forEach(section -> choices.put(section.code(), name(section.code(), section.title())));
        jdbc.sql("select refers_to, max(refers_to_title) as title from proposal"
                        + " where call_id = ? and refers_to is not null group by refers_to order by refers_to")
                .param(callId)
                .query(row -> {
                    String code = row.getString("refers_to");
                    choices.putIfAbsent(code, name(code, row.getString("title")));
                });
        return choices;
    }

    private static String name(String code, @Nullable String title) {
        return code + " " + Objects.toString(title, "");
    }

    /**
     * Takes a proposal in together with what it refers to.
     *
     * @throws KeyReused when the same form came before with another reference
     */
    public Receipt keep(Reference reference, Supplier<Receipt> intake) {
        Receipt receipt = intake.get();
        UUID id = receipt.proposalId();
        if (receipt.repeated()) {
            if (!reference.equals(Objects.requireNonNullElse(of(id), Reference.NONE))) {
                throw new KeyReused();
            }
        } else if (!reference.equals(Reference.NONE)) {
            noteAll(Map.of(id, reference));
        }
        return receipt;
    }

    /** As {@link #keep} for many that have just come in, with one statement. */
    public void noteAll(Map<UUID, Reference> references) {
        Map<UUID, Reference> named = new LinkedHashMap<>(references);
        named.values().removeIf(Reference.NONE::equals);
        if (named.isEmpty()) {
            return;
        }
        jdbc.sql("update proposal p set refers_to = n.section, refers_to_title = n.title, refers_page = n.page"
                        + " from unnest(:ids::uuid[], :sections::varchar[], :titles::varchar[], :pages::integer[])"
                        + " as n (id, section, title, page) where p.id = n.id")
                .param("ids", named.keySet().toArray(UUID[]::new))
                .param("sections", each(named, Reference::section).toArray(String[]::new))
                .param("titles", each(named, Reference::title).toArray(String[]::new))
                .param("pages", each(named, Reference::page).toArray(Integer[]::new))
                .update();
        named.forEach((id, reference) -> trail.record(
                Proposal.keyOf(id),
                "proposal.referred",
                Map.of(
                        "section",
                        Objects.toString(reference.section(), ""),
                        "page",
                        Objects.toString(reference.page(), ""))));
    }

    private static <T> Stream<@Nullable T> each(Map<UUID, Reference> named, Function<Reference, @Nullable T> what) {
        return named.values().stream().map(what);
    }

    private static Reference reference(ResultSet row) throws SQLException {
        return new Reference(
                row.getString("refers_to"),
                row.getString("refers_to_title"),
                row.getObject("refers_page", Integer.class));
    }
}
