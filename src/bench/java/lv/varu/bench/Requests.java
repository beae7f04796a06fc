package lv.varu.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What other programs and browsers ask, over the loopback address. */
final class Requests {
    static final String INTAKE = "intake over HTTP /s";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Sizes sizes;
    private final Results results;
    private final Consumer<String> say;
    private final AtomicInteger number = new AtomicInteger();

    Requests(Sizes sizes, Results results, Consumer<String> say) {
        this.sizes = sizes;
        this.results = results;
        this.say = say;
    }

    void compare(Child camunda, Child varu) {
        Runnable theirStart = start(camunda.port());
        Runnable ourStart = submit(varu.port(), varu.ready().get("call").asText());
        Runnable theirList = tasks(camunda.port());
        Runnable ourList = page(
                signedIn(
                        varu.port(),
                        varu.ready().get("email").asText(),
                        varu.ready().get("password").asText()),
                varu.port(),
                "/darbs/uzdevumi?skats=komanda");
        for (Child child : List.of(camunda, varu)) {
            Load.run(sizes.clients(), sizes.warmUp() * 400L, child == varu ? ourStart : theirStart);
        }
        for (Runnable list : List.of(theirList, ourList)) {
            Load.run(sizes.clients(), sizes.warmUp() * 125L, list);
        }
        say.accept("requests warmed up");
        for (int round = 1; round <= 2; round++) {
            for (int slice = 0; slice < Bench.SLICES; slice++) {
                if (round == 1) {
                    intake(camunda, theirStart);
                    intake(varu, ourStart);
                } else {
                    intake(varu, ourStart);
                    intake(camunda, theirStart);
                }
            }
            list("camunda", theirList);
            list("varu", ourList);
            say.accept("requests, round " + round);
        }
    }

    private void intake(Child child, Runnable work) {
        String who = child.name;
        double before = child.cpuMillis();
        var measured = Load.run(sizes.clients(), sizes.run() * 1000L / Bench.SLICES, work);
        results.add("intake over HTTP, ms of the JVM", who, (child.cpuMillis() - before) / measured.count());
        results.add(INTAKE, who, measured.perSecond());
        results.add("intake over HTTP, p95 ms", who, measured.p95());
        results.add("intake over HTTP, failed", who, measured.failed());
    }

    private void list(String who, Runnable work) {
        for (int clients : new int[] {1, sizes.clients()}) {
            var measured = Load.run(clients, sizes.run() * 500L, work);
            String name = "task list over HTTP, " + clients + " client" + (clients > 1 ? "s" : "");
            results.add(name + ", p50 ms", who, measured.p50());
            results.add(name + ", p95 ms", who, measured.p95());
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .cookieHandler(new CookieManager())
                .build();
    }

    private static URI local(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private Runnable start(int port) {
        var client = client();
        return () -> send(
                client,
                json(local(port, "/engine-rest/process-definition/key/proposal/start"), """
                        {"businessKey": "%s", "variables": {
                          "partnership": {"value": "P%d", "type": "String"},
                          "standing": {"value": true, "type": "Boolean"},
                          "ownHosted": {"value": false, "type": "Boolean"},
                          "screened": {"value": false, "type": "Boolean"},
                          "clarify": {"value": false, "type": "Boolean"},
                          "declined": {"value": false, "type": "Boolean"},
                          "leftOut": {"value": false, "type": "Boolean"},
                          "needsConfirmation": {"value": true, "type": "Boolean"},
                          "confirmBy": {"value": "2099-01-01T00:00:00.000+0000", "type": "Date"}}}
                        """.formatted(
                                UUID.randomUUID(), number.incrementAndGet() % Course.GROUPS)),
                200);
    }

    private Runnable submit(int port, String call) {
        var client = client();
        return () -> {
            int next = number.incrementAndGet();
            var request = json(local(port, "/api/v1/consultations/" + call + "/proposals"), """
                    {"title": "Gājēju pāreja pie skolas %d", "text": "%s", "topic": "ROADS", "municipality": "PREILI",
                     "submitter": {"name": "Anna Bērziņa", "email": "anna%d@example.org", "address": "Skolas iela 1"},
                     "consents": {"processing": true, "forwarding": true}, "language": "lv"}
                    """.formatted(
                            next, Texts.text(next), next));
            send(
                    client,
                    HttpRequest.newBuilder(request, (name, value) -> true)
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .build(),
                    202);
        };
    }

    private Runnable tasks(int port) {
        var client = client();
        return () -> {
            String group = Course.group(number.incrementAndGet());
            send(client, json(local(port, "/engine-rest/task?firstResult=0&maxResults=25"), """
                    {"candidateGroup": "%s", "sorting": [{"sortBy": "dueDate", "sortOrder": "asc"}]}
                    """.formatted(group)), 200);
            send(client, json(local(port, "/engine-rest/task/count"), """
                    {"candidateGroup": "%s"}
                    """.formatted(group)), 200);
        };
    }

    static Runnable page(HttpClient client, int port, String path) {
        return () -> send(client, HttpRequest.newBuilder(local(port, path)).build(), 200);
    }

    static HttpClient signedIn(int port, String email, String password) {
        var client = client();
        var form = send(client, HttpRequest.newBuilder(local(port, "/ieiet")).build(), 200);
        var csrf = CSRF.matcher(form);
        if (!csrf.find()) {
            throw new IllegalStateException("no form for signing in");
        }
        var fields =
                "email=%s&password=%s&_csrf=%s".formatted(encoded(email), encoded(password), encoded(csrf.group(1)));
        send(
                client,
                HttpRequest.newBuilder(local(port, "/ieiet"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields))
                        .build(),
                302);
        return client;
    }

    static HttpClient anonymous() {
        return client();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpRequest json(URI address, String body) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static String send(HttpClient client, HttpRequest request, int expected) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != expected) {
                throw new IllegalStateException(request.uri() + " answered " + response.statusCode() + ": "
                        + response.body()
                                .substring(0, Math.min(300, response.body().length())));
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
