package lv.varu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.Links;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Real links of every purpose, tried at every address that takes one. */
@SampleTest
class LinkPurposesTest {
    /** What a link opens, and nothing else. An invitation to support is only written behind an open address. */
    private static final Map<String, Set<String>> OPENS = Map.ofEntries(
            Map.entry("ANSWER_BROADCAST", Set.of("/palidziba/{token}")),
            Map.entry(
                    "ANSWER_PROPOSALS",
                    Set.of("/atbilde/{token}", "/atbilde/{token}/kolegim", "/atbilde/{token}/vairak-dienu")),
            Map.entry("CONFIRM_INQUIRY", Set.of("/privatums/apstiprinat/{token}")),
            Map.entry("CONFIRM_PROPOSAL", Set.of("/priekslikums/apstiprinat/{token}")),
            Map.entry("CONFIRM_RECEIPT", Set.of("/nostaja/{token}")),
            Map.entry("CONFIRM_SUBSCRIPTION", Set.of("/jaunumi/apstiprinat/{token}")),
            Map.entry("CONFIRM_SUPPORT", Set.of("/priekslikums/atbalstit/{token}")),
            Map.entry("EMPTY_BOX", Set.of("/kastite/{token}")),
            Map.entry(
                    "FOLLOW_PROPOSAL",
                    Set.of(
                            "/priekslikums/{token}",
                            "/priekslikums/{token}/atsaukt",
                            "/priekslikums/{token}/ielugt",
                            "/priekslikums/{token}/nosutits",
                            "/priekslikums/{token}/saruna")),
            Map.entry(
                    "FOLLOW_SUPPORT",
                    Set.of(
                            "/priekslikums/atbalsts/{token}",
                            "/priekslikums/atbalsts/{token}/atteikties",
                            "/priekslikums/atbalsts/{token}/beigt")),
            Map.entry("INQUIRY_COPY", Set.of("/privatums/kopija/{token}")),
            Map.entry("INVITATION", Set.of("/ielugums/{token}", "/ielugums/{token}/nav")),
            Map.entry("RESET_PASSWORD", Set.of("/iestatit/{token}")),
            Map.entry("SET_UP", Set.of("/iestatit/{token}")),
            Map.entry("SUBSCRIPTION", Set.of("/jaunumi/atteikties/{token}", "/jaunumi/{token}")),
            Map.entry("TELL_PROGRESS", Set.of("/zinas/{token}")));

    /** Whose link for answering has ended, is offered a new one by mail. */
    private static final String RENEWED = "/atbilde/{token}";

    @Value("${varu.public-url}")
    String base;

    @Autowired
    Links links;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    /** What the sample has none of, or none that still opens something. */
    @BeforeAll
    void make() {
        UUID proposal = one("select id from proposal where status = 'PUBLISHED' order by receipt limit 1");
        UUID supporter = UUID.randomUUID();
        jdbc.sql("insert into proposal_supporter (id, proposal_id, name, email, language, publish_name, text_version,"
                        + " asked_at, confirm_by) values (?, ?, 'Ilze Kalniņa', 'ilze@links.example', 'lv', false,"
                        + " '1', now(), now() + interval '3 days')")
                .params(supporter, proposal)
                .update();
        UUID account = one("select id from account where email = 'arturs@kraslava.example'");
        UUID inquiry = one("select id from inquiry limit 1");
        add(Link.Purpose.CONFIRM_SUPPORT, supporter, "supporter:" + supporter);
        add(Link.Purpose.FOLLOW_SUPPORT, supporter, "supporter:" + supporter);
        add(Link.Purpose.INVITE_SUPPORT, proposal, "proposal:" + proposal);
        add(Link.Purpose.CONFIRM_INQUIRY, inquiry, inquiry.toString());
        add(Link.Purpose.SET_UP, account, account.toString());
        add(Link.Purpose.RESET_PASSWORD, account, account.toString());
    }

    private UUID one(String query) {
        return jdbc.sql(query).query(UUID.class).single();
    }

    private void add(Link.Purpose purpose, UUID subject, String holder) {
        transaction.executeWithoutResult(status ->
                links.issue(purpose, subject.toString(), holder, Instant.now().plusSeconds(600)));
    }

    @Test
    void hasALinkOfEveryPurpose() {
        assertThat(known())
                .extracting(Known::purpose)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Link.Purpose.values()).map(Enum::name).toList());
    }

    @Test
    void opensOnlyWhatItIsFor() {
        Map<String, Set<String>> opened = new TreeMap<>();
        Caller caller = Caller.anonymous(base);
        List<String> broken = new ArrayList<>();
        for (var known : known()) {
            String token = issue(known, Instant.now().plusSeconds(600));
            for (String pattern : routes()) {
                int status = caller.get(pattern.replace("{token}", token)).statusCode();
                if (status == 200 || status == 302) {
                    opened.computeIfAbsent(known.purpose(), added -> new TreeSet<>())
                            .add(pattern);
                } else if (status >= 500) {
                    broken.add(known.purpose() + " " + pattern + " " + status);
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(opened).isEqualTo(OPENS);
    }

    @Test
    void opensNothingAfterItsEnd() {
        Caller caller = Caller.anonymous(base);
        List<String> open = new ArrayList<>();
        for (var known : known()) {
            String token = issue(known, Instant.now().minusSeconds(1));
            for (String pattern : routes()) {
                int status = caller.get(pattern.replace("{token}", token)).statusCode();
                if (status != 410 && status != 404 && !pattern.startsWith(RENEWED)) {
                    open.add(known.purpose() + " " + pattern + " " + status);
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void opensNothingOnceRevoked() {
        Caller caller = Caller.anonymous(base);
        List<String> open = new ArrayList<>();
        for (var known : known()) {
            String token = issue(known, Instant.now().plusSeconds(600));
            jdbc.sql("update access_link set revoked_at = now() where id = (select id from access_link"
                            + " where purpose = ? order by created_at desc limit 1)")
                    .param(known.purpose())
                    .update();
            for (String pattern : routes()) {
                int status = caller.get(pattern.replace("{token}", token)).statusCode();
                if (status != 410 && status != 404) {
                    open.add(known.purpose() + " " + pattern + " " + status);
                }
            }
        }
        assertThat(open).isEmpty();
    }

    private String issue(Known known, Instant until) {
        return Objects.requireNonNull(transaction.execute(
                status -> links.issue(Link.Purpose.valueOf(known.purpose()), known.subject(), known.holder(), until)));
    }

    private List<Known> known() {
        return jdbc.sql("select distinct on (purpose) purpose, subject, holder from access_link"
                        + " order by purpose, revoked_at nulls first, created_at desc")
                .query((row, number) -> new Known(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    private Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.contains("{token}") && !pattern.contains("{id}"))
                        .forEach(routes::add));
        return routes;
    }

    record Known(String purpose, String subject, String holder) {}
}
