package lv.varu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import lv.varu.VaruTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A case of thousands of letters is shown as fast as one of a few. */
@VaruTest
class TrailRowsTest {
    private static final int LETTERS = 2500;
    private static final int KINDS_OF_LETTERS = 4;
    private static final int SIZE = 50;

    private final CaseKey chain = CaseKey.of("test", UUID.randomUUID());

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @BeforeEach
    void open() {
        record("test.opened", Map.of());
    }

    @Test
    void readsOnlyWhatAPageShows() throws Exception {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < LETTERS; i++) {
                trail.record(chain, "mail.posted", Map.of("template", "test.invitation", "letter", i));
                trail.record(chain, "mail.delivered", Map.of("letter", i));
                trail.record(chain, "mail.posted", Map.of("template", "test.news", "letter", LETTERS + i));
                trail.record(chain, "test.step", Map.of("step", i));
            }
        });
        record("mail.refused", Map.of("letter", 1));
        jdbc.sql("analyze audit_entry, audit_alike").update();

        for (int page = 0; page < 3; page++) {
            assertThat(read(page))
                    .as("rows read for page %d", page)
                    .isLessThanOrEqualTo((page + 1) * SIZE + KINDS_OF_LETTERS);
        }
        assertThat(trail.rows(chain, PageRequest.of(0, SIZE)).getTotalElements())
                .isEqualTo(1 + LETTERS + KINDS_OF_LETTERS);
    }

    /** Rows that the database touched in tables and indexes, whether it gave them on or not. */
    private long read(int page) throws Exception {
        String plan = Objects.requireNonNull(transaction.execute(status -> explain(page)));
        return scanned(json.readTree(plan).get(0).get("Plan"));
    }

    private String explain(int page) {
        // Other tests leave so few letters that reading all of them would be the shortest way.
        jdbc.sql("set local enable_seqscan = off").update();
        return jdbc.sql("explain (analyze, format json) " + TrailReader.ROWS)
                .param("chain", chain.toString())
                .param("reach", (page + 1) * SIZE)
                .param("size", SIZE)
                .param("offset", page * SIZE)
                .query(String.class)
                .single();
    }

    private static long scanned(JsonNode node) {
        long rows = node.has("Relation Name")
                ? node.get("Actual Rows").asLong()
                        + node.path("Rows Removed by Filter").asLong()
                : 0;
        for (JsonNode part : node.path("Plans")) {
            rows += scanned(part);
        }
        return rows;
    }

    /** However letters come in, by one or by many at once and among other entries. */
    @RepeatedTest(5)
    void foldsAsIfAllEntriesWereGroupedAnew() {
        Random random = new Random();
        for (int batch = 0; batch < 12; batch++) {
            transaction.executeWithoutResult(status -> {
                for (int i = random.nextInt(9); i >= 0; i--) {
                    String action = random.nextInt(4) == 0 ? "test.step" : "mail." + random.nextInt(4);
                    trail.record(chain, action, Map.of("template", "test." + random.nextInt(3)));
                }
            });
        }
        assertThat(rows()).isEqualTo(groupedAnew());
        assertThat(trail.rows(chain, PageRequest.of(0, SIZE)).getTotalElements())
                .isEqualTo(groupedAnew().size());
        assertThat(rows(1)).isEqualTo(groupedAnew().stream().skip(7).limit(7).toList());
    }

    private List<String> groupedAnew() {
        return jdbc.sql("""
                        select max(seq) || ' ' || count(*) from (
                            select seq, case when count(*) over (partition by alike) < 4 then seq::text else alike end as row
                            from (select seq, case when action like 'mail.%'
                                                   then concat_ws(' ', action, details::json ->> 'template',
                                                                  (at at time zone 'Europe/Riga')::date)
                                                   else seq::text end as alike
                                  from audit_entry where chain = ?) entry) entry
                        group by row order by max(seq) desc""").param(chain.toString()).query(String.class).list();
    }

    private List<String> rows() {
        return shown(PageRequest.of(0, 500));
    }

    private List<String> rows(int page) {
        return shown(PageRequest.of(page, 7));
    }

    private List<String> shown(PageRequest page) {
        return trail.rows(chain, page).stream()
                .map(row -> row.newest().sequence() + " " + row.entries())
                .toList();
    }

    private void record(String action, Map<String, ?> details) {
        transaction.executeWithoutResult(status -> trail.record(chain, action, details));
    }
}
