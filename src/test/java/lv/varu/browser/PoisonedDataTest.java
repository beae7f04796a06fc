package lv.varu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every text that anybody could have typed, whatever form or import took it, begins with markup, a formula and an
 * expression. No page shows the first as such, no table the second, no template the third.
 */
@SampleTest
class PoisonedDataTest {
    private static final String POISON = "=1+1\"'><img src=x onerror=m></title><b>${7*191}";
    private static final Pattern MARKUP = Pattern.compile("<img src=x onerror|</title><b>");
    private static final Pattern FORMULA = Pattern.compile("(^|[;\\n])\"?=1\\+1");
    private static final String COMPUTED = "1337";
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");

    @Value("${varu.public-url}")
    String base;

    @Autowired
    JdbcClient jdbc;

    private final List<Column> poisoned = new ArrayList<>();

    record Column(String table, String name) {}

    /** Codes have no spaces; what has some was written by a person. */
    @BeforeAll
    void poison() {
        columns().forEach(column -> {
            try {
                int changed = jdbc.sql("update %s set %s = :poison || %s where %s like '%% %%'"
                                .formatted(column.table(), column.name(), column.name(), column.name()))
                        .param("poison", POISON)
                        .update();
                if (changed > 0) {
                    poisoned.add(column);
                }
            } catch (DataAccessException refused) {
                // Unique, or bound by a rule of its own.
            }
        });
        assertThat(poisoned).hasSizeGreaterThan(40).contains(new Column("proposal", "title"));
    }

    @AfterAll
    void heal() {
        poisoned.forEach(column -> jdbc.sql("update %s set %s = substr(%s, :start) where %s like :poison"
                        .formatted(column.table(), column.name(), column.name(), column.name()))
                .param("start", POISON.length() + 1)
                .param("poison", POISON.replace("\\", "\\\\").replace("%", "\\%") + "%")
                .update());
    }

    private List<Column> columns() {
        return jdbc.sql("""
                        select c.table_name, c.column_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
                          and c.data_type in ('text', 'character varying')
                          and coalesce(c.character_maximum_length, 1000) >= 200
                          and c.table_name !~ '^(act_|audit_|spring_|flyway|mail_|access_link|portal_|document|import_)'
                          and not exists (select 1 from information_schema.key_column_usage k
                                          where k.table_name = c.table_name and k.column_name = c.column_name)
                        order by 1, 2""")
                .query((row, number) -> new Column(row.getString(1), row.getString(2)))
                .list();
    }

    @Test
    void isHarmlessToVisitors() {
        walk(
                Caller.anonymous(base),
                "",
                "/",
                "/apspriesanas/2021-PREILI-AP",
                "/apspriesanas/2021-PREILI-AP/nostaja.pdf");
    }

    @Test
    void isHarmlessToStaff() {
        walk(Caller.signedIn(base, "elina@preili.example"), "/darbs", "/darbs", "/darbs/apspriesanas/2021-PREILI-AP");
    }

    @Test
    void isHarmlessToAdministrators() {
        walk(Caller.signedIn(base, "gatis@varu.example"), "/darbs", "/darbs", "/darbs/apspriesanas/2021-LATGALE-AP");
    }

    private void walk(Caller caller, String within, String... starts) {
        List<String> faults = new ArrayList<>();
        Map<String, Integer> kinds = new HashMap<>();
        Set<String> seen = new HashSet<>(List.of(starts));
        Deque<String> ahead = new ArrayDeque<>(List.of(starts));
        int shown = 0;
        while (!ahead.isEmpty()) {
            String address = ahead.poll();
            if (kinds.merge(kind(address), 1, Integer::sum) > 2) {
                continue;
            }
            HttpResponse<String> answer = caller.get(address);
            String type = answer.headers().firstValue("Content-Type").orElse("");
            String body = answer.body();
            if (answer.statusCode() >= 500) {
                faults.add(address + " " + answer.statusCode());
            }
            if ((type.startsWith("text/html") || type.contains("xml"))
                    && MARKUP.matcher(body).find()) {
                faults.add(address + " shows markup: " + around(body, MARKUP));
            }
            if (type.startsWith("text/csv") && FORMULA.matcher(body).find()) {
                faults.add(address + " computes: " + around(body, FORMULA));
            }
            if (type.startsWith("text/")
                    && body.contains(COMPUTED)
                    && body.contains("=1+1")
                    && !body.contains("7*191")) {
                faults.add(address + " evaluates");
            }
            shown += body.contains("=1+1") ? 1 : 0;
            if (type.startsWith("text/html")) {
                Matcher link = LINK.matcher(body);
                while (link.find()) {
                    String target = link.group(1).replace("&amp;", "&");
                    if (target.startsWith(within)
                            && !target.startsWith("/assets")
                            && !target.startsWith("/vendor")
                            && !target.contains("lang=")
                            && seen.add(target)) {
                        ahead.add(target);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(shown).isGreaterThan(15);
    }

    private static String around(String body, Pattern pattern) {
        Matcher found = pattern.matcher(body);
        return found.find()
                ? body.substring(Math.max(0, found.start() - 120), Math.min(body.length(), found.end() + 40))
                : "";
    }

    private static String kind(String address) {
        return address.replaceAll("\\?.*", "?")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "x")
                .replaceAll("P-[0-9A-Z]{4}-[0-9A-Z]{4}", "x")
                .replaceAll("/[0-9A-Z]+(-[0-9A-Z]+)*(?=/|$|\\?|\\.)", "/x");
    }
}
