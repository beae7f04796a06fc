package lv.varu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.audit.CaseKey;
import lv.varu.document.Documents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
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
            Map.of("kam", UUID.randomUUID().toString(), "teksts", "Sveiki", "files", "", "partneriba", "PREILI");

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

    /** Nobody has made such things among the sample data. */
    private static final Set<String> NOT_THERE = Set.of();

    /** What there is has a state that does not admit the page, not even for an administrator. */
    private static final Set<String> NOT_NOW = Set.of(
            "/darbs/apspriesanas/{code}/ievade/{id}/atsaukt",
            "/darbs/apspriesanas/{code}/redakcijas/{number}",
            "/darbs/kastites/lapas/{id}/foto/{file}",
            "/darbs/priekslikumi/{id}/atbildes-faili/{file}/nonemt",
            "/darbs/priekslikumi/{id}/atvienot",
            "/darbs/priekslikumi/{id}/salikt",
            "/darbs/solijumi/{id}/labot");

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
                        + " where b.partnership <> 'PREILI' order by s.document_id nulls last");
        DATA.put(
                "/darbs/kastites/{",
                "select id, partnership as owned from suggestion_box where partnership <> 'PREILI'");
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
        DATA.put(
                "/darbs/solijumi/{",
                "select id, owners[1] as owned from commitment where cardinality(owners) = 1 order by id");
        DATA.put("/darbs/statuss/", "select c.code, " + OWNERS + " from" + CONSULTATION);
        DATA.put(
                "/darbs/tipveida-atbildes/{",
                "select id, partnership as owned from proposal_boilerplate where partnership is not null");
        DATA.put("/darbs/uzdevumi/", "select id, partnership as owned from task");
        DATA.put("/darbs/vietas/", "select 'PREILI' as code, 'PREILI' as owned");
    }

    /** What a partnership has itself, of those addresses under which other things lie. */
    private static final Map<String, String> PARENTS = Map.of(
            "/darbs/apspriesanas/",
            "select code from consultation where owners = array[?]::text[] order by code limit 1",
            "/darbs/priekslikumi/",
            "select id from proposal where owners = array[?]::varchar[] order by id limit 1",
            "/darbs/kastites/lapas/",
            "select r.id from collection_round r join suggestion_box b on b.id = r.box_id where b.partnership = ? limit 1",
            "/darbs/projekti/",
            "select id from project where partnerships @> array[?]::text[] limit 1");

    /** Looks among the passages of one's own proposal only, and says the same when there is nothing to reveal. */
    private static final String REVEAL = "/darbs/priekslikumi/{id}/publiski/{passageId}/radit";

    /** Things that exist, and an address under which they are not. */
    private static final Map<String, String> MISMATCHED = Map.of(
            "/apspriesanas/{code}/faili/",
            "select c.code, d.id as file from document d join consultation o on d.owner = 'consultation:' || o.id,"
                    + " consultation c where c.id <> o.id and c.status = 'OPEN'",
            "/apspriesanas/{code}/priekslikumi/",
            "select c.code, p.receipt, gen_random_uuid() as file from proposal p join consultation o on o.id = p.call_id,"
                    + " consultation c where p.status = 'PUBLISHED' and c.id <> o.id and c.status = 'OPEN'",
            "/apspriesanas/{code}/priekslikumi/{receipt}/faili/",
            "select c.code, p.receipt, d.id as file from proposal p join consultation c on c.id = p.call_id, document d"
                    + " where p.status = 'PUBLISHED' and d.owner like 'proposal:%' and d.owner <> 'proposal:' || p.id",
            "/apspriesanas/{code}/sanaksmes/",
            "select c.code, m.id, d.id as file from consultation_meeting m join consultation o on o.id = m.consultation_id,"
                    + " consultation c, document d where c.id <> o.id and c.status = 'OPEN' and d.owner like 'meeting:%'",
            "/atbilde/{token}/",
            "select 'ANSWER_PROPOSALS' as purpose, l.subject, l.holder, p.id from access_link l, proposal p"
                    + " where l.purpose = 'ANSWER_PROPOSALS' and p.contact_id is not null"
                    + " and p.contact_id::text <> l.holder and p.call_id::text <> l.subject",
            "/priekslikums/{token}/fails/",
            "select 'FOLLOW_PROPOSAL' as purpose, l.subject, l.holder, d.id from access_link l, document d"
                    + " where l.purpose = 'FOLLOW_PROPOSAL' and d.owner like '%:%' and d.owner <> 'proposal:' || l.subject",
            "/kastite/{token}/",
            "select 'EMPTY_BOX' as purpose, l.subject, l.holder, s.id from access_link l, suggestion_sheet s,"
                    + " collection_round r where l.purpose = 'EMPTY_BOX' and r.id::text = l.subject"
                    + " and r.state = 'OPEN' and s.round_id <> r.id");

    @Value("${varu.public-url}")
    String base;

    @Autowired
    Links links;

    @Autowired
    OpenForms forms;

    @Autowired
    Documents documents;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Caller administrator;
    private Map<String, List<Caller>> people;
    private final UUID made = UUID.randomUUID();
    private final List<UUID> files = new ArrayList<>();

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
        jdbc.sql("insert into project (id, version, name, funder, partnerships, starts_on, ends_on, retention_years,"
                        + " retention_reason) values (?, 0, 'Pašu projekts', 'Pašu fonds', '{PREILI}', current_date,"
                        + " current_date, 5, 'Līgums')")
                .param(made)
                .update();
        jdbc.sql("insert into suggestion_box select (jsonb_populate_record(b, jsonb_build_object('id', :id::text,"
                        + " 'partnership', 'PREILI', 'code', 'K-SAVA'))).* from suggestion_box b limit 1")
                .param("id", made)
                .update();
        jdbc.sql("insert into collection_round (id, version, box_id, state, begun_on, due_on)"
                        + " values (:id, 0, :id, 'SORTED', current_date, current_date)")
                .param("id", made)
                .update();
        file("consultation", one);
        file("publication", "(select id from consultation_publication where consultation_id = " + one + " limit 1)");
        file("meeting", "(select id from consultation_meeting where consultation_id = " + one + " limit 1)");
        file("proposal", "(select id from proposal where owners = '{PREILI}' and status = 'PUBLISHED' limit 1)");
        file("proposal", "(select id from proposal where owners = '{KAIMINI}' and status = 'PUBLISHED' limit 1)");
    }

    private void file(String kind, String owner) {
        UUID id = one("select " + owner);
        byte[] content = ("Fails " + id).getBytes(StandardCharsets.UTF_8);
        transaction.executeWithoutResult(status -> files.add(
                documents.store(CaseKey.of(kind, id), "pielikums.txt", content).id()));
    }

    private UUID one(String query) {
        return jdbc.sql(query).query(UUID.class).single();
    }

    @AfterAll
    void leaveNothing() {
        transaction.executeWithoutResult(status -> files.forEach(documents::remove));
        for (String table : List.of(
                "consultation_section",
                "proposal_theme",
                "retention_round",
                "project",
                "collection_round",
                "suggestion_box")) {
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
                int status = tried(stranger, method, address);
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
        assertThat(unknown).as("addresses without an example: add one to DATA").isEqualTo(new TreeSet<>(NOT_THERE));
        assertThat(NOT_NOW)
                .as("addresses whose example does not exist: mend it in DATA")
                .containsAll(untrue);
        assertThat(tried).isGreaterThan(140);
    }

    /** Under an address of one's own, what belongs to others. */
    @Test
    void nothingOfOthersIsFoundUnderWhatIsOnesOwn() {
        List<String> open = new ArrayList<>();
        int tried = 0;
        for (String route : routes()) {
            String method = route.substring(0, route.indexOf(' '));
            String pattern = route.substring(route.indexOf(' ') + 1);
            Map<String, Object> row = new LinkedHashMap<>(row(pattern));
            String owned = String.valueOf(row.get("owned"));
            String parent = parent(pattern);
            if (parent.isEmpty() || owned.contains("KAIMINI") == owned.contains("PREILI")) {
                continue;
            }
            String ours = owned.contains("KAIMINI") ? "PREILI" : "KAIMINI";
            row.put(
                    pattern.replaceFirst("[^{]*\\{(\\w+)}.*", "$1"),
                    jdbc.sql(PARENTS.get(parent)).param(ours).query().singleValue());
            String address = address(pattern, row);
            tried++;
            for (Caller stranger : people.get(ours)) {
                int status = tried(stranger, method, address);
                // 409: one's own is not in the state in which anything would be looked for.
                boolean refused = status == 403 || status == 404 || status == 409;
                if (!refused && !pattern.equals(REVEAL)) {
                    open.add(route + " " + address + " " + status);
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(tried).isGreaterThan(25);
    }

    /** What lacks a file is tried again with one. */
    private static int tried(Caller stranger, String method, String address) {
        if (method.equals("GET")) {
            return stranger.get(address).statusCode();
        }
        int status = stranger.post(address, FIELDS).statusCode();
        return status == 400 ? stranger.postFile(address).statusCode() : status;
    }

    private static String parent(String pattern) {
        boolean nested = pattern.indexOf('{') < pattern.lastIndexOf('{');
        return nested
                ? PARENTS.keySet().stream()
                        .filter(pattern::startsWith)
                        .reduce("", (a, b) -> a.length() > b.length() ? a : b)
                : "";
    }

    /** What lies under one public address, or behind one link, is not found under another. */
    @Test
    void nothingIsFoundUnderAnotherAddress() {
        forms.whileABoxWaits(this::tryOthersChildren);
    }

    private void tryOthersChildren() {
        Caller visitor = Caller.anonymous(base);
        List<String> open = new ArrayList<>();
        Set<String> unknown = new TreeSet<>();
        for (String route : nestedRoutes()) {
            String method = route.substring(0, route.indexOf(' '));
            String pattern = route.substring(route.indexOf(' ') + 1);
            String rule = MISMATCHED.keySet().stream()
                    .filter(pattern::startsWith)
                    .reduce("", (a, b) -> a.length() > b.length() ? a : b);
            if (rule.isEmpty()) {
                unknown.add(pattern);
                continue;
            }
            Map<String, Object> row = new LinkedHashMap<>(
                    jdbc.sql(MISMATCHED.get(rule) + " limit 1").query().singleRow());
            if (row.containsKey("purpose")) {
                row.put("token", token(row));
            }
            String address = address(pattern, row);
            int status = method.equals("GET")
                    ? visitor.get(address).statusCode()
                    : visitor.post(address, FIELDS).statusCode();
            if (status != 404 && status != 410 || address.contains("{")) {
                open.add(route + " " + address + " " + status);
            }
        }
        assertThat(unknown)
                .as("addresses without an example: add one to MISMATCHED")
                .isEmpty();
        assertThat(open).isEmpty();
    }

    private String token(Map<String, Object> row) {
        return Objects.requireNonNull(transaction.execute(status -> links.issue(
                Link.Purpose.valueOf(String.valueOf(row.get("purpose"))),
                String.valueOf(row.get("subject")),
                String.valueOf(row.get("holder")),
                Instant.now().plusSeconds(600))));
    }

    /** Public ones that name a thing under another; a number of a draft is counted for each document anew. */
    private Set<String> nestedRoutes() {
        return routes(pattern -> !pattern.startsWith("/darbs/")
                && pattern.indexOf('{') < pattern.lastIndexOf('{')
                && !pattern.endsWith("/redakcijas/{number}"));
    }

    private Set<String> routes() {
        return routes(pattern -> pattern.startsWith("/darbs/")
                && pattern.contains("{")
                && NOBODYS.stream().noneMatch(pattern::startsWith));
    }

    private Set<String> routes(Predicate<String> wanted) {
        Set<String> routes = new TreeSet<>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(wanted)
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
