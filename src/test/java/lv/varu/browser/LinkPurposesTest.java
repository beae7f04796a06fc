package lv.varu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lv.varu.account.Link;
import lv.varu.account.Links;
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
    /** What a link opens, and nothing else; the purposes without a line have no link among the sample data. */
    private static final Map<String, Set<String>> OPENS = Map.ofEntries(
            Map.entry("ANSWER_BROADCAST", Set.of("/palidziba/{token}")),
            Map.entry(
                    "ANSWER_PROPOSALS",
                    Set.of("/atbilde/{token}", "/atbilde/{token}/kolegim", "/atbilde/{token}/vairak-dienu")),
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
        // Other tests may have made links of further purposes.
        assertThat(OPENS.keySet()).isSubsetOf(opened.keySet());
        opened.keySet().retainAll(OPENS.keySet());
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
