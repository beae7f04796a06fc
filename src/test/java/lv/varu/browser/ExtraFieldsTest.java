package lv.varu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forms sent with fields that their pages do not have: nothing takes them. */
@SampleTest
class ExtraFieldsTest {
    private static final String ID = "0badc0de-0bad-4bad-8bad-0badc0de0bad";
    private static final String WORD = "Svešvārds-7f3a";
    private static final String FOREIGN = "KRASLAVA";

    private static final List<String> IDS = List.of(
            "id",
            "account",
            "accountId",
            "createdBy",
            "registeredBy",
            "approvedBy",
            "contact",
            "contactId",
            "proposalId",
            "consultationId",
            "callId",
            "organisationId",
            "invitation",
            "holder",
            "subject",
            "document");
    private static final List<String> WORDS = List.of(
            "receipt",
            "code",
            "name",
            "title",
            "text",
            "note",
            "reason",
            "email",
            "password",
            "hash",
            "token",
            "rationale",
            "declineReason",
            "sealedToken",
            "class.module.classLoader.x",
            "language");

    private static final Map<String, String> EXTRA = new LinkedHashMap<>();

    static {
        IDS.forEach(name -> EXTRA.put(name, ID));
        WORDS.forEach(name -> EXTRA.put(name, WORD));
        List.of("version", "number", "size", "opened").forEach(name -> EXTRA.put(name, "1918273645"));
        List.of("status", "state").forEach(name -> EXTRA.put(name, "WITHDRAWN"));
        List.of("role", "roles", "authorities").forEach(name -> EXTRA.put(name, "ADMINISTRATOR"));
        List.of("partnership", "partnerships", "owner", "owners", "lead", "destination", "municipality", "hosts")
                .forEach(name -> EXTRA.put(name, FOREIGN));
        List.of("active", "sample", "admin", "enabled", "published", "confirmed", "verified")
                .forEach(name -> EXTRA.put(name, "true"));
        List.of("createdAt", "submittedAt", "confirmedAt", "publishedAt", "dueOn", "closesOn", "until")
                .forEach(name -> EXTRA.put(name, "2001-02-03"));
    }

    /** What they do cannot be done twice, and other tests want to see it undone. */
    private static final Set<String> LASTING =
            Set.of("/atsaukt", "/kolegim", "/vairak-dienu", "/nav", "/precizet", "/zinas/{token}");

    /** As {@link LongWordsTest} fills a form, then with what it does not have; one that is filled already stays so. */
    private static final String FILL = """
            (form, extra) => {
                form.noValidate = true;
                const named = {};
                for (const one of form.elements) {
                    if (one.type === 'radio' && !form.elements[one.name].value && !named[one.name]) {
                        one.checked = true;
                        named[one.name] = true;
                    }
                    if (one.type === 'checkbox' && %s) one.checked = true;
                    if (one.tagName === 'SELECT' && !one.value && one.options.length > 1) one.selectedIndex = 1;
                    if (one.type === 'text' && one.tabIndex >= 0 && !one.value) one.value = 'Vārdi';
                    if (one.type === 'email' && !one.value) one.value = 'lieki@lauki.example';
                    if (one.type === 'textarea' && !one.value) one.value = 'Vārdi.';
                }
                for (const [name, value] of Object.entries(JSON.parse(extra))) {
                    const known = [...form.elements].some(one => one.name === name || one.name.endsWith('.' + name));
                    if (known) continue;
                    const field = document.createElement('input');
                    field.type = 'hidden';
                    field.name = name;
                    field.value = value;
                    form.append(field);
                }
            }""";

    @Value("${varu.public-url}")
    String base;

    @Autowired
    OpenForms forms;

    @Autowired
    JdbcClient jdbc;

    @Test
    void nobodyTakesFromVisitors() {
        Map<String, Set<String>> before = harmless();
        List<String> broken = new ArrayList<>();
        List<Integer> sent = new ArrayList<>();
        forms.whileABoxWaits(() -> {
            try (var visitor = Visitor.atDesk(base)) {
                forms.places().stream()
                        .filter(place -> LASTING.stream().noneMatch(place.pattern()::endsWith))
                        .forEach(place -> sent.add(send(visitor, forms.address(place), true, broken)));
            }
        });
        assertThat(broken).isEmpty();
        assertThat(sent).hasSizeGreaterThan(10);
        assertNothingTaken(before);
    }

    @Test
    void nobodyTakesFromPeopleWithAnAccount() {
        Map<String, Set<String>> before = harmless();
        List<String> broken = new ArrayList<>();
        int sent = 0;
        for (var page : pages().entrySet()) {
            try (var visitor = Visitor.atDesk(base)) {
                visitor.signIn(page.getKey(), "varu-paraugs");
                for (String address : page.getValue()) {
                    sent += send(visitor, address, false, broken);
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(sent).isGreaterThan(20);
        assertNothingTaken(before);
    }

    /** Every form of the page, each on a fresh one; those of the shell are no work of the page. */
    private int send(Visitor visitor, String address, boolean consent, List<String> broken) {
        visitor.open(address);
        int count = visitor.page().locator("main form[method=post]").count();
        if (count == 0) {
            broken.add(address + " has no form");
        }
        for (int number = 0; number < count; number++) {
            visitor.open(address);
            Locator form = visitor.page().locator("main form[method=post]").nth(number);
            if (form.count() == 0) {
                continue;
            }
            form.evaluate(
                    "(form, extra) => (%s)(form, extra)".formatted(FILL.formatted(consent)),
                    JSONObject.wrap(EXTRA).toString());
            Response answer = visitor.page().waitForNavigation(() -> form.evaluate("form => form.submit()"));
            if (answer.status() >= 500) {
                broken.add(address + " " + number + " " + answer.status());
            }
        }
        return count;
    }

    /** Pages of what people may change, by who may. */
    private Map<String, List<String>> pages() {
        Map<String, List<String>> pages = new LinkedHashMap<>();
        pages.put(
                person("PREILI", "MANAGER"),
                List.of(
                        "/darbs/organizacijas/jauna",
                        "/darbs/organizacijas/" + own("organisation", "partnership = 'PREILI'") + "/labot",
                        "/darbs/kontakti/jauns",
                        "/darbs/kontakti/" + own("municipal_contact", "municipality = 'PREILI'") + "/labot",
                        "/darbs/organizaciju-grupas/jauna",
                        "/darbs/partneribas/PREILI/labot",
                        "/darbs/tipveida-atbildes/jauna",
                        "/darbs/kastites/jauna",
                        "/darbs/projekti/jauns",
                        "/darbs/projekti/" + own("project", "'PREILI' = any(partnerships)") + "/labot",
                        "/darbs/datu-pieprasijumi/jauns",
                        "/darbs/aicinajumi/jauns",
                        "/darbs/apspriesanas/jauna",
                        "/darbs/apspriesanas/PARAUGS-PREILI-LIVANI-RP/ievade",
                        "/darbs/apspriesanas/2021-PREILI-AP/temas/jauna",
                        "/darbs/apspriesanas/2021-PREILI-AP/publikacijas/jauna",
                        "/darbs/priekslikumi/" + own("proposal", "'PREILI' = any(owners) and status = 'PUBLISHED'")
                                + "/publiski",
                        "/darbs/solijumi/"
                                + own(
                                        "commitment",
                                        "owners = '{PREILI}' and state = 'NOT_STARTED' and concluded_at is null")
                                + "/labot"));
        pages.put(
                person("KAIMINI", "MANAGER"),
                List.of("/darbs/kastites/" + own("suggestion_box", "partnership = 'KAIMINI'") + "/labot"));
        pages.put(
                person(null, "ADMINISTRATOR"),
                List.of(
                        "/darbs/admin/kalendars/jauns",
                        "/darbs/vietas/PREILI/nosaukumi",
                        "/darbs/admin/lietotaji/jauns"));
        return pages;
    }

    private String own(String table, String which) {
        return jdbc.sql("select id from " + table + " where " + which + " order by id limit 1")
                .query(String.class)
                .single();
    }

    private String person(String partnership, String role) {
        return jdbc.sql("select email from account where partnership is not distinct from ? and role = ? order by email"
                        + " limit 1")
                .params(partnership, role)
                .query(String.class)
                .single();
    }

    private void assertNothingTaken(Map<String, Set<String>> before) {
        assertThat(tables())
                .allSatisfy(table -> assertThat(rows(
                                table,
                                "t::text like '%" + ID + "%' or t::text like '%" + WORD
                                        + "%' or t::text like '%1918273645%'"))
                        .as(table)
                        .isEmpty());
        assertThat(harmless())
                .allSatisfy((what, rows) ->
                        assertThat(rows).as(what).containsAll(Objects.requireNonNull(before.get(what))));
        assertThat(rows("account", "email like '%lauki.example' and role = 'ADMINISTRATOR'"))
                .isEmpty();
    }

    /** What was so before stays so: who may what, what belongs to whom, what is not withdrawn. */
    private Map<String, Set<String>> harmless() {
        Map<String, Set<String>> harmless = new LinkedHashMap<>();
        harmless.put("no administrators", rows("account", "role <> 'ADMINISTRATOR'"));
        harmless.put("not withdrawn", rows("proposal", "status <> 'WITHDRAWN'"));
        columns("partnership").forEach(table -> harmless.put(table, rows(table, "partnership <> '" + FOREIGN + "'")));
        columns("owners").forEach(table -> harmless.put(table, rows(table, "'" + FOREIGN + "' <> all(owners)")));
        return harmless;
    }

    private Set<String> rows(String table, String which) {
        return new TreeSet<>(jdbc.sql("select split_part(t::text, ',', 1) from " + table + " t where " + which)
                .query(String.class)
                .list());
    }

    private List<String> columns(String name) {
        return jdbc.sql("select table_name from information_schema.columns join information_schema.tables"
                        + " using (table_schema, table_name) where table_schema = 'public' and column_name = ?"
                        + " and table_type = 'BASE TABLE' and table_name !~ '^(mail_|audit_|portal_)' order by 1")
                .param(name)
                .query(String.class)
                .list();
    }

    private List<String> tables() {
        return jdbc.sql("select table_name from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'")
                .query(String.class)
                .list();
    }
}
