package lv.varu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Somebody of Kaimiņi, staff and manager, tries every address of the work area with what others really have: their
 * consultations, proposals, tasks, files, lists, calls, boxes, promises, projects. The addresses are right: an
 * administrator finds something there.
 */
@SampleTest
class ForeignDataTest {
    /** What some addresses demand before they look at anything else. */
    private static final Map<String, String> FIELDS =
            Map.of("kam", UUID.randomUUID().toString(), "teksts", "Sveiki", "files", "");

    /** The directory is everybody's to read, and what a kind of import looks like is no secret. */
    private static final Set<String> EVERYBODYS = Set.of(
            "/darbs/kontakti/{id}",
            "/darbs/organizacijas/{id}",
            "/darbs/organizacijas/{id}/uzaicinajumi",
            "/darbs/vietas/{code}",
            "/darbs/projekti/{id}");

    /** About oneself, or for administrators alone; other tests walk them. */
    private static final Set<String> NOBODYS =
            Set.of("/darbs/admin/", "/darbs/profils", "/darbs/vestulu-teksti", "/darbs/datu-pieprasijumi");

    private static final String OWNERS = "array_to_string(c.owners, ',') as owned";
    /** Those of all three are nobody's foreign data. */
    private static final String CONSULTATION = " consultation c where cardinality(c.owners) = 1";

    /** Rows whose columns are called as the places in the addresses; the longest beginning counts. */
    private static final Map<String, String> DATA = new LinkedHashMap<>();

    static {
        DATA.put("/darbs/aicinajumi/", "select id, partnership as owned from broadcast");
        DATA.put(
                "/darbs/apspriesanas/",
                "select c.code, c.hosts[1] as host, " + OWNERS + ","
                        + " coalesce((select max(r.number) from consultation_revision r where r.consultation_id = c.id), 1) as number from"
                        + CONSULTATION);
        DATA.put(
                "/darbs/apspriesanas/{code}/atbildes/",
                "select c.code, " + OWNERS
                        + ", p.id as proposal from proposal p join consultation c on c.id = p.call_id"
                        + " where cardinality(c.owners) = 1 and p.status = 'PUBLISHED'");
        DATA.put(
                "/darbs/apspriesanas/{code}/ievade/",
                "select c.code, " + OWNERS + ", p.id from proposal p join"
                        + CONSULTATION.replace(" where", " on c.id = p.call_id where"));
        DATA.put(
                "/darbs/apspriesanas/{code}/lasit/",
                "select c.code, " + OWNERS + ", p.id from proposal p join"
                        + CONSULTATION.replace(" where", " on c.id = p.call_id where"));
        DATA.put(
                "/darbs/apspriesanas/{code}/faili/",
                "select c.code, " + OWNERS
                        + ", d.id as file from document d join consultation c on d.owner = 'consultation:' || c.id"
                        + " where cardinality(c.owners) = 1");
        for (var child : Map.of(
                        "publikacijas", "publication",
                        "sadalas", "section",
                        "sanaksmes", "meeting")
                .entrySet()) {
            DATA.put(
                    "/darbs/apspriesanas/{code}/" + child.getKey() + "/{",
                    "select c.code, " + OWNERS + ", x.id, coalesce((select d.id from document d where d.owner = '"
                            + child.getValue()
                            + ":' || x.id limit 1), gen_random_uuid()) as file from consultation_" + child.getValue()
                            + " x join consultation c on c.id = x.consultation_id where cardinality(c.owners) = 1"
                            + " order by exists (select 1 from document d where d.owner = '" + child.getValue()
                            + ":' || x.id) desc");
        }
        DATA.put(
                "/darbs/apspriesanas/{code}/temas/{",
                "select c.code, " + OWNERS + ", x.id from proposal_theme x join consultation c on c.id = x.call_id"
                        + " where cardinality(c.owners) = 1");
        DATA.put("/darbs/glabasana/", "select id, partnership as owned from retention_round");
        DATA.put("/darbs/importi/", "select id, destination as owned from import_run");
        DATA.put("/darbs/imports/", "select 'organizacijas' as kind, 'PREILI' as destination, 'PREILI' as owned");
        DATA.put(
                "/darbs/kastites/lapas/",
                "select r.id, b.partnership as owned, coalesce(s.id, r.id) as sheet, coalesce(s.document_id, r.id) as file from collection_round r"
                        + " join suggestion_box b on b.id = r.box_id left join suggestion_sheet s on s.round_id = r.id"
                        + " order by s.document_id nulls last");
        DATA.put("/darbs/kastites/{", "select id, partnership as owned from suggestion_box");
        DATA.put(
                "/darbs/kontakti/{",
                "select id, municipality as owned from municipal_contact where municipality = 'PREILI'");
        DATA.put(
                "/darbs/organizacijas/{",
                "select id, partnership as owned from organisation where partnership is not null");
        DATA.put("/darbs/organizaciju-grupas/{", "select id, partnership as owned from organisation_group");
        DATA.put("/darbs/partneribas/", "select 'PREILI' as code, 'PREILI' as owned");
        DATA.put("/darbs/pieraksti/", "select 'consultation' as kind, c.id, " + OWNERS + " from" + CONSULTATION);
        DATA.put(
                "/darbs/priekslikumi/{",
                "select p.id, array_to_string(p.owners, ',') as owned, coalesce((select d.id from document d where d.owner = 'proposal:' || p.id limit 1), p.id)"
                        + " as file, p.id as \"passageId\" from proposal p where cardinality(p.owners) = 1"
                        + " order by (select d.id from document d where d.owner = 'proposal:' || p.id limit 1) nulls last");
        DATA.put(
                "/darbs/projekti/",
                "select id, array_to_string(partnerships, ',') as owned, gen_random_uuid() as \"consultationId\" from project order by cardinality(partnerships)");
        DATA.put("/darbs/sagataves/", "select 'PREILI' as partnership, 'nostaja' as form, 'PREILI' as owned");
        DATA.put("/darbs/solijumi/{", "select id, array_to_string(owners, ',') as owned from commitment order by id");
        DATA.put("/darbs/statuss/", "select c.code, " + OWNERS + " from" + CONSULTATION);
        DATA.put(
                "/darbs/tipveida-atbildes/{",
                "select id, partnership as owned from proposal_boilerplate where partnership is not null");
        DATA.put("/darbs/uzdevumi/", "select id, partnership as owned from task");
        DATA.put("/darbs/vietas/", "select 'PREILI' as code, 'PREILI' as owned");
    }

    @Value("${varu.public-url}")
    String base;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Caller administrator;
    private Map<String, List<Caller>> people;
    private final UUID made = UUID.randomUUID();

    @BeforeAll
    void signIn() {
        administrator = Caller.signedIn(base, "gatis@varu.example");
        people = Map.of(
                "KAIMINI", List.of(caller("KAIMINI", "STAFF"), caller("KAIMINI", "MANAGER")),
                "PREILI", List.of(caller("PREILI", "STAFF"), caller("PREILI", "MANAGER")));
    }

    /** What the sample data has none of. */
    @BeforeAll
    void make() {
        String one = "(select id from consultation where owners = '{PREILI}' limit 1)";
        jdbc.sql("insert into consultation_section (id, consultation_id, position, code, title)" + " values (?, " + one
                        + ", 99, '99', 'Nodaļa')")
                .param(made)
                .update();
        jdbc.sql("insert into proposal_theme (id, call_id, name, created_by, created_at)" + " values (?, " + one
                        + ", 'Ceļi un tilti', ?, now())")
                .params(made, made)
                .update();
        jdbc.sql(
                        "insert into retention_round (id, partnership, state, proposed_at) values (?, 'PREILI', 'PROPOSED', now())")
                .param(made)
                .update();
    }

    @AfterAll
    void leaveNothing() {
        for (String table : List.of("consultation_section", "proposal_theme", "retention_round")) {
            jdbc.sql("delete from " + table + " where id = ?").param(made).update();
        }
    }

    private Caller caller(String partnership, String role) {
        return Caller.signedIn(base, person(partnership, role));
    }

    @Test
    void nobodyElseReadsOrChangesWhatAPartnershipHas() {
        List<String> open = new ArrayList<>();
        Set<String> unknown = new TreeSet<>();
        Set<String> untrue = new TreeSet<>();
        int tried = 0;
        for (String route : routes()) {
            String method = route.substring(0, route.indexOf(' '));
            String pattern = route.substring(route.indexOf(' ') + 1);
            Map<String, Object> row = row(pattern);
            String address = address(pattern, row);
            String owned = String.valueOf(row.get("owned"));
            boolean everybodys = owned.contains("KAIMINI") && owned.contains("PREILI");
            if (address.contains("{") || everybodys) {
                unknown.add(pattern);
                continue;
            }
            tried++;
            for (Caller stranger : people.get(owned.contains("KAIMINI") ? "PREILI" : "KAIMINI")) {
                int status = method.equals("GET")
                        ? stranger.get(address).statusCode()
                        : stranger.post(address, FIELDS).statusCode();
                if (status == 400) {
                    status = stranger.postFile(address).statusCode();
                }
                boolean refused = status == 403 || status == 404;
                if (!refused && !(method.equals("GET") && EVERYBODYS.contains(pattern))) {
                    open.add(route + " " + address + " " + status);
                }
            }
            if (method.equals("GET")) {
                int status = administrator.get(address).statusCode();
                if (status == 404 || status >= 500) {
                    untrue.add(pattern);
                }
            }
        }
        assertThat(open).isEmpty();
        // Nobody has made such things among the sample data, or their state does not admit the page.
        assertThat(unknown).hasSizeLessThan(20);
        assertThat(untrue).hasSizeLessThan(15);
        assertThat(tried).isGreaterThan(140);
    }

    private Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/darbs/") && pattern.contains("{"))
                        .filter(pattern -> NOBODYS.stream().noneMatch(pattern::startsWith))
                        .forEach(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + pattern)
                                .forEach(routes::add)));
        return routes;
    }

    /** The rule with the longest beginning counts. */
    private Map<String, Object> row(String pattern) {
        return DATA.keySet().stream()
                .filter(pattern::startsWith)
                .reduce((a, b) -> a.length() > b.length() ? a : b)
                .flatMap(rule -> jdbc.sql(DATA.get(rule) + " limit 1").query().listOfRows().stream()
                        .findFirst())
                .orElse(Map.of());
    }

    private static String address(String pattern, Map<String, Object> row) {
        String address = pattern;
        for (Map.Entry<String, Object> column : row.entrySet()) {
            address = address.replace("{" + column.getKey() + "}", String.valueOf(column.getValue()));
        }
        return address;
    }

    private String person(String partnership, String role) {
        return jdbc.sql("select email from account where partnership = ? and role = ? order by email limit 1")
                .params(partnership, role)
                .query(String.class)
                .single();
    }
}
