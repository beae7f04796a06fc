package lv.varu.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** A page of the public with its form; nobody signs in for it. */
record Visit(HttpClient http, URI page, String token, String cookie) {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String BOUNDARY = "kas-aiz-ta-stav";

    static Visit of(HttpClient http, URI page) throws IOException {
        var shown = exchange(http, request(page).build());
        var csrf = CSRF.matcher(shown.body());
        if (shown.statusCode() != 200 || !csrf.find()) {
            throw new IOException("no form, but " + shown.statusCode());
        }
        var cookie = shown.headers().allValues("Set-Cookie").stream()
                .map(value -> value.substring(0, value.indexOf(';')))
                .reduce("", (a, b) -> a.isEmpty() ? b : a + "; " + b);
        return new Visit(http, page, csrf.group(1), cookie);
    }

    HttpResponse<String> send() throws IOException {
        return post("application/x-www-form-urlencoded", "_csrf=" + token);
    }

    HttpResponse<String> send(Map<String, String> fields, String fileName, String content) throws IOException {
        var body = new StringBuilder();
        fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value));
        part(body, "name=\"_csrf\"", token);
        part(body, "name=\"files\"; filename=\"" + fileName + "\"", content);
        return post("multipart/form-data; boundary=" + BOUNDARY, body + "--" + BOUNDARY + "--\r\n");
    }

    private static void part(StringBuilder body, String head, String value) {
        body.append("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n".formatted(BOUNDARY, head, value));
    }

    private HttpResponse<String> post(String type, String body) throws IOException {
        return exchange(
                http,
                request(page)
                        .header("Content-Type", type)
                        .header("Cookie", cookie)
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private static HttpRequest.Builder request(URI page) {
        return HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(90));
    }

    static HttpResponse<String> exchange(HttpClient http, HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
