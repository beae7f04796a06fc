package lv.varu.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody without a browser: asks for what they like, follows nothing, keeps cookies. */
class Caller {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String PASSWORD = "varu-paraugs";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String base;
    private String token;

    private Caller(String base) {
        this.base = base;
        this.token = tokenIn(get("/ieiet").body());
    }

    static Caller anonymous(String base) {
        return new Caller(base);
    }

    static Caller signedIn(String base, String email) {
        Caller caller = new Caller(base);
        caller.signIn(email);
        return caller;
    }

    void signIn(String email) {
        HttpResponse<String> answer = post("/ieiet", Map.of("email", email, "password", PASSWORD));
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/darbs")) {
            throw new IllegalStateException(email + " " + answer.statusCode() + " " + answer.headers());
        }
        // Signing in makes a new one.
        token = tokenIn(get("/darbs/profils").body());
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    HttpResponse<String> get(String address) {
        return send(request(address).GET());
    }

    HttpResponse<String> get(String address, String header, String value) {
        return send(request(address).header(header, value).GET());
    }

    /** With the token that every form of ours carries. */
    HttpResponse<String> post(String address, Map<String, String> fields) {
        return send(form(address, "_csrf=" + token + "&" + encode(fields)));
    }

    /** The same form with a file in it. */
    HttpResponse<String> postFile(String address) {
        String edge = "----edge";
        String body = part(edge, "_csrf\"", token) + part(edge, "files\"; filename=\"a.txt\"", "Sveiki")
                + part(edge, "file\"; filename=\"a.txt\"", "Sveiki") + "--" + edge + "--\r\n";
        return send(request(address)
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String part(String edge, String head, String content) {
        return "--" + edge + "\r\nContent-Disposition: form-data; name=\"" + head + "\r\n\r\n" + content + "\r\n";
    }

    HttpResponse<String> postWithoutToken(String address) {
        return send(form(address, ""));
    }

    private HttpRequest.Builder form(String address, String body) {
        return request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(base + address)).timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String tokenIn(String page) {
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("no form on the page: " + page);
        }
        return token.group(1);
    }
}
