package lv.varu.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** A proposal with a file, by the form of the public page; the interface takes none. */
class Paper {
    private static final Pattern RECEIPT = Pattern.compile("class=\"receipt\">([^<]+)<");

    private Paper() {}

    /** The page that comes back: after 302 it is the one with the receipt. */
    static HttpResponse<String> send(HttpClient http, URI program, String key) throws IOException {
        return send(http, program, key, "lv");
    }

    static HttpResponse<String> send(HttpClient http, URI program, String key, String language) throws IOException {
        var page = program.resolve("/apspriesanas/" + Ground.CODE + "/priekslikums?lang=" + language);
        return Visit.of(http, page).send(fields(key), key + ".txt", content(key));
    }

    static String receipt(HttpClient http, URI program, HttpResponse<String> taken) throws IOException {
        var place = taken.headers().firstValue("Location").orElseThrow();
        var shown = Visit.exchange(
                http, HttpRequest.newBuilder(program.resolve(place)).build());
        var receipt = RECEIPT.matcher(shown.body());
        if (!receipt.find()) {
            throw new IOException("no receipt, but " + shown.statusCode());
        }
        return receipt.group(1);
    }

    static Map<String, String> fields(String key) {
        return Map.ofEntries(
                Map.entry(
                        "key",
                        UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))
                                .toString()),
                Map.entry("title", "Ierosinājums " + key),
                Map.entry("text", "Lūdzu salabot gājēju tiltu pār upi, plāns ir pielikumā. Numurs " + key + "."),
                Map.entry("topic", "OTHER"),
                Map.entry("place", "KRASLAVA"),
                Map.entry("submitter.name", "Iesniedzējs " + key),
                Map.entry("submitter.email", key + "@faults.example"),
                Map.entry("submitter.address", "Tilta iela 1"),
                Map.entry("consents.processing", "true"),
                Map.entry("consents.forwarding", "true"));
    }

    private static String content(String key) {
        return "Tilta plāns %s\n".formatted(key).repeat(100);
    }

    /** Under this name the content lies in the folder of files. */
    static String sum(String key) {
        return sum(content(key).getBytes(StandardCharsets.UTF_8));
    }

    static String sum(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
