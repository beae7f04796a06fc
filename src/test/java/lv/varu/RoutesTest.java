package lv.varu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import lv.varu.account.AccountDesk;
import lv.varu.account.AccountExamples;
import lv.varu.account.Role;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every route with every role and compares with {@code routes.csv}: OPEN (a page, a redirect, or a form refused
 * for what was typed), SIGN_IN, FORBIDDEN, NOT_FOUND, LINK (the key in the address opens nothing).
 */
@VaruTest
class RoutesTest {
    private static final Logger log = LoggerFactory.getLogger(RoutesTest.class);

    @Autowired
    MockMvc mockMvc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    ObjectProvider<RouteExamples> examples;

    @Autowired
    AccountDesk desk;

    @Test
    void opensEveryRouteForThoseItIsForAndNobodyElse() throws Exception {
        Map<String, String> table = table();
        Map<String, String> seen = new TreeMap<>();
        Set<String> all = new TreeSet<>(routes());
        all.addAll(table.keySet());
        Map<String, String> known = new HashMap<>();
        examples.forEach(source -> known.putAll(source.addresses()));
        List<RequestPostProcessor> visitors = visitors();
        for (String route : all) {
            seen.put(route, walk(route, known, visitors));
        }
        assertThat(lines(seen)).isEqualTo(lines(table));
    }

    private String walk(String route, Map<String, String> known, List<RequestPostProcessor> visitors) throws Exception {
        String method = route.substring(0, route.indexOf(','));
        String pattern = route.substring(route.indexOf(',') + 1);
        String address = known.getOrDefault(pattern, madeUp(pattern));
        List<String> outcomes = new ArrayList<>();
        for (RequestPostProcessor visitor : visitors) {
            var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), address)
                    .with(visitor)
                    .with(csrf());
            outcomes.add(outcome(request));
        }
        return String.join(",", outcomes);
    }

    private String outcome(RequestBuilder request) throws Exception {
        try {
            return outcome(mockMvc.perform(request).andReturn().getResponse());
        } catch (ServletException broken) {
            log.error("A page that cannot be shown", broken);
            return "FAULT";
        }
    }

    private static String outcome(MockHttpServletResponse response) {
        String target = response.getRedirectedUrl();
        return switch (response.getStatus()) {
            case 401 -> "SIGN_IN";
            case 403 -> "FORBIDDEN";
            case 404 -> "NOT_FOUND";
            case 410 -> "LINK";
            case 302 -> target != null && target.endsWith("/ieiet") ? "SIGN_IN" : "OPEN";
            default -> response.getStatus() < 500 ? "OPEN" : "FAULT";
        };
    }

    private Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().forEach(mapping -> {
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            for (String pattern : mapping.getPatternValues()) {
                if (methods.isEmpty()) {
                    routes.add("GET," + pattern);
                }
                methods.forEach(method -> routes.add(method + "," + pattern));
            }
        });
        return routes;
    }

    /** In the order of the columns: anonymous, staff elsewhere, staff, manager, administrator. */
    private List<RequestPostProcessor> visitors() {
        Stream<RequestPostProcessor> people = Stream.of(
                        AccountExamples.opened(desk, Role.STAFF, "PREILI"),
                        AccountExamples.opened(desk, Role.STAFF, "KAIMINI"),
                        AccountExamples.opened(desk, Role.MANAGER, "KAIMINI"),
                        AccountExamples.opened(desk, Role.ADMINISTRATOR, null))
                .map(AccountExamples::signedIn);
        return Stream.concat(Stream.of(request -> request), people).toList();
    }

    private static String madeUp(String pattern) {
        return pattern.replaceAll("\\{\\*?(id|[a-z]+Id)}", UUID.randomUUID().toString())
                .replaceAll("\\{[^}]+}", "nav-tada");
    }

    private static String lines(Map<String, String> table) {
        StringBuilder lines = new StringBuilder();
        table.forEach((route, outcomes) ->
                lines.append(route).append(',').append(outcomes).append('\n'));
        return lines.toString();
    }

    private static Map<String, String> table() throws IOException {
        Map<String, String> table = new TreeMap<>();
        new ClassPathResource("routes.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    int end = line.indexOf(',', line.indexOf(',') + 1);
                    table.put(line.substring(0, end), line.substring(end + 1));
                });
        return table;
    }
}
