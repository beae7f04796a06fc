package lv.varu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The whole program over HTTP, and somebody who wishes it ill. */
@SampleTest
class HostileVisitorTest {
    private static final String CODE = "2021-PREILI-AP";
    /** Each is several attacks at once: on SQL, numbers, templates, patterns, headers. */
    private static final List<String> VALUES = List.of(
            "' or '1'='1' --;drop table account;%' escape '\\",
            "2147483647",
            "-1",
            "title desc, (select pg_sleep(5))${7*7}#{7*7}__${7*7}__::.x",
            "((((((((((((((((((((a+)+)+)+)+)+)+)+)+!\u0000\r\nSet-Cookie: a=b..%2f..%2fetc",
            "x".repeat(3000));

    /** What mail programs ask for on behalf of their reader (RFC 8058): the key is in the address. */
    private static final Set<String> FOR_MAIL_PROGRAMS =
            Set.of("/jaunumi/atteikties/{token}", "/priekslikums/atbalsts/{token}/atteikties");

    @Value("${varu.public-url}")
    String base;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void changesNothingWithoutTheTokenOfAForm() {
        Caller manager = Caller.signedIn(base, "gatis@varu.example");
        List<String> taken = new ArrayList<>();
        int tried = 0;
        for (String pattern : routes(RequestMethod.POST)) {
            if (pattern.startsWith("/api/")) {
                continue;
            }
            int status = manager.postWithoutToken(address(pattern)).statusCode();
            tried++;
            int wanted = FOR_MAIL_PROGRAMS.contains(pattern) ? 410 : 403;
            if (status != wanted) {
                taken.add(pattern + " " + status);
            }
        }
        assertThat(tried).isGreaterThan(100);
        assertThat(taken).isEmpty();
    }

    @Test
    void hasNoOtherWaysToChangeThings() {
        Set<RequestMethod> methods = new TreeSet<>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> methods.addAll(mapping.getMethodsCondition().getMethods()));
        assertThat(methods).containsExactlyInAnyOrder(RequestMethod.GET, RequestMethod.POST);
    }

    @Test
    void breaksAtNoValueOfAParameter() {
        Caller manager = Caller.signedIn(base, "gatis@varu.example");
        List<String> broken = new ArrayList<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, method) -> {
            if (!mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                return;
            }
            Set<String> parameters = parameters(method);
            if (parameters.isEmpty()) {
                return;
            }
            for (String pattern : mapping.getPatternValues()) {
                for (String value : VALUES) {
                    Map<String, String> query = new LinkedHashMap<>();
                    parameters.forEach(name -> query.put(name, value));
                    long before = System.nanoTime();
                    int status = manager.get(address(pattern) + "?" + Caller.encode(query))
                            .statusCode();
                    long seconds = (System.nanoTime() - before) / 1_000_000_000;
                    if (status >= 500 || seconds >= 5) {
                        broken.add(pattern + " " + query + " " + status + " " + seconds + " s");
                    }
                }
            }
        });
        assertThat(broken).isEmpty();
    }

    /** Words where there should be ids, numbers, days or groups of fields. */
    @Test
    void breaksAtNoValueOfAField() {
        Caller manager = Caller.signedIn(base, "gatis@varu.example");
        List<String> broken = new ArrayList<>();
        Set<String> tried = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, method) -> {
            Set<String> fields = parameters(method);
            if (!mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST) || fields.isEmpty()) {
                return;
            }
            for (String pattern : mapping.getPatternValues()) {
                tried.add(pattern);
                for (String value : List.of("vārdi", "-1", "\u0000' or 1=1", "x".repeat(3000))) {
                    Map<String, String> typed = new LinkedHashMap<>();
                    fields.forEach(name -> typed.put(name, value));
                    int status = manager.post(address(pattern), typed).statusCode();
                    if (status >= 500) {
                        broken.add(pattern + " " + value + " " + status);
                    }
                }
            }
        });
        assertThat(tried).hasSizeGreaterThan(60);
        assertThat(broken).isEmpty();
    }

    /** What a method reads from the address after the question mark, also into the fields of a form. */
    private static Set<String> parameters(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam given = parameter.getParameterAnnotation(RequestParam.class);
            if (given != null) {
                parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
                names.add(given.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : given.name());
            } else if (parameter.getParameterType().isRecord()) {
                Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(names::add);
            }
        }
        return names;
    }

    @Test
    void carriesItsHeadersOnEveryPage() {
        Caller administrator = Caller.signedIn(base, "gatis@varu.example");
        List<String> bare = new ArrayList<>();
        Set<String> addresses = new TreeSet<>();
        routes(RequestMethod.GET).forEach(pattern -> addresses.add(address(pattern)));
        addresses.addAll(List.of("/nav", "/darbs/nav", "/api/v1/nav", "/priekslikums/x", "/assets/nav.css", "/%e2%80"));
        for (String address : addresses) {
            HttpResponse<String> answer = administrator.get(address);
            String policy =
                    answer.headers().firstValue("Content-Security-Policy").orElse("");
            boolean html =
                    answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
            boolean safe = answer.headers()
                            .firstValue("X-Content-Type-Options")
                            .orElse("")
                            .equals("nosniff")
                    && policy.contains("script-src 'self'") != policy.contains("default-src 'none'")
                    && !policy.contains("unsafe-eval")
                    && answer.headers().firstValue("Referrer-Policy").isPresent()
                    && !answer.headers().firstValue("Server").isPresent();
            if (!safe) {
                bare.add(address + " " + answer.statusCode() + " "
                        + answer.headers().map());
            }
            if (html
                    && answer.body()
                            .matches(
                                    "(?s).*(<script(?![^>]*\\ssrc=)[^>]*>\\s*[^<\\s]|\\son[a-z]+=\"|<style|\\sstyle=\").*")
                    && !address.contains("/admin/pasts/")) {
                bare.add(address + " has something inline");
            }
        }
        assertThat(bare).isEmpty();
    }

    @Test
    void namesNoHostThatTheRequestNamed() throws IOException {
        for (String address : List.of(
                "/",
                "/apspriesanas/" + CODE,
                "/atom.xml",
                "/kalendars.ics",
                "/iegult",
                "/api/v1/consultations",
                "/dati",
                "/robots.txt",
                "/v3/api-docs",
                "/ieiet",
                "/darbs",
                "/favicon.ico",
                "/nav")) {
            assertThat(raw("GET " + address + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                            + "Connection: close\r\n\r\n"))
                    .as(address)
                    .startsWith("HTTP/1.1 ")
                    .doesNotContain("evil.example");
        }
    }

    @Test
    void explainsAnAddressThatNoPageCanHave() throws IOException {
        for (String address : List.of("/apspriesanas%2fx", "/darbs/%00", "/a%5cb", "/apspriesanas;a=b", "/a//b")) {
            assertThat(raw("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .as(address)
                    .startsWith("HTTP/1.1 400")
                    .contains("Pieprasījumu nevar saprast", "Content-Security-Policy");
        }
    }

    @Test
    void refusesJsonThatIsNoProposal() throws IOException {
        for (String body : List.of(
                "[".repeat(200_000),
                "{\"a\":".repeat(5_000),
                "\"" + "x".repeat(1_500_000) + "\"",
                "{\"title\":" + "9".repeat(5_000) + "}",
                "{\"title\":{\"@class\":\"java.lang.ProcessBuilder\"}}",
                "null",
                "")) {
            String answer = raw("POST /api/v1/consultations/" + CODE + "/proposals HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/json\r\nIdempotency-Key: " + UUID.randomUUID()
                    + "\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d.*").doesNotContain("Exception", "java.");
        }
    }

    @Test
    void givesANewSessionAtSignIn() {
        Caller caller = Caller.signedIn(base, "elina@preili.example");
        String planted = UUID.randomUUID().toString();
        assertThat(Caller.anonymous(base)
                        .get("/darbs", "Cookie", "VARU=" + planted)
                        .statusCode())
                .isEqualTo(302);
        assertThat(caller.cookie("VARU")).isPresent();
        String first = caller.cookie("VARU").orElseThrow();
        caller.signIn("elina@preili.example");
        assertThat(caller.cookie("VARU").orElseThrow()).isNotEqualTo(first);
        assertThat(Caller.anonymous(base)
                        .get("/darbs", "Cookie", "VARU=" + first)
                        .statusCode())
                .isEqualTo(302);
    }

    private String raw(String request) throws IOException {
        URI address = URI.create(base);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            } catch (IOException refusedEarly) {
                // The answer is there already.
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Set<String> routes(RequestMethod method) {
        Set<String> routes = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(method))
                .forEach(mapping -> routes.addAll(mapping.getPatternValues()));
        return routes;
    }

    private static String address(String pattern) {
        return pattern.replace("{code}", CODE)
                .replace("{partnership}", "PREILI")
                .replaceAll("\\{\\*?(id|[a-z]+Id)}", UUID.randomUUID().toString())
                .replaceAll("\\{[^}]+}", "nav");
    }
}
