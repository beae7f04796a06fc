package lv.varu.faults;

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
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser: an office's, signed in with an account of the sample, or the reader of a letter. */
class Colleague {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private String token;

    Colleague(URI address) throws IOException, InterruptedException {
        this.address = address;
        this.token = tokenOf("/ieiet");
    }

    static Colleague signedIn(URI address, String email) throws IOException, InterruptedException {
        var colleague = new Colleague(address);
        var answer = colleague.post("/ieiet", Map.of("email", email, "password", "varu-paraugs"));
        if (answer.statusCode() != 302) {
            throw new IOException(email + " could not sign in: " + answer.statusCode());
        }
        colleague.token = colleague.tokenOf("/darbs/profils");
        return colleague;
    }

    private String tokenOf(String page) throws IOException, InterruptedException {
        var found = CSRF.matcher(get(page).body());
        if (!found.find()) {
            throw new IOException("no form on " + page);
        }
        return found.group(1);
    }

    HttpResponse<String> get(String page) throws IOException, InterruptedException {
        return http.send(request(page).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String page, Map<String, String> fields) throws IOException, InterruptedException {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&", "_csrf=" + token + "&", ""));
        return http.send(
                request(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String page) {
        return HttpRequest.newBuilder(address.resolve(page)).timeout(Duration.ofSeconds(60));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
