package lv.varu.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * People who send proposals and do not give up: whoever got no answer sends the same again with the same key. Every fifth
 * adds a file, and half of them confirm when the letter comes.
 */
class Load implements AutoCloseable {
    private static final Pattern RECEIPT = Pattern.compile("\"receipt\":\"([^\"]+)\"");
    private static final Pattern CONFIRM = Pattern.compile("/priekslikums/apstiprinat/([A-Za-z0-9_-]+)");
    private static final String KEY = "[0-9a-f]{16}";
    private static final int NO_ROOM = 507;

    private final Supplier<URI> address;
    private final long pause;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final List<Thread> people = new ArrayList<>();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> withFile = ConcurrentHashMap.newKeySet();
    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
    private final Set<String> toConfirm = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> withoutRoom = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Ask> asks = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicInteger repeats = new AtomicInteger();
    private volatile boolean more = true;
    private volatile Instant giveUp = Instant.MAX;

    Load(Supplier<URI> address, Sizes sizes, Smtp smtp) {
        this.address = address;
        this.pause = 50;
        smtp.read(this::arrived);
        for (int client = 0; client < sizes.clients(); client++) {
            var chance = new Random(sizes.seed() * 1000 + client);
            people.add(thread(() -> propose(chance)));
        }
        people.add(thread(this::confirm));
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "people");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    static String body(String key) {
        return """
                {"title": "Ierosinājums %s", "text": "Lūdzu salabot gājēju tiltu pār upi, tas ir bīstams. Numurs %s.",
                 "topic": "TRANSPORT", "municipality": "KRASLAVA", "language": "lv",
                 "submitter": {"name": "Iesniedzējs %s", "email": "%s@faults.example"},
                 "consents": {"processing": true, "forwarding": true}}""".formatted(key, key, key, key);
    }

    private void propose(Random chance) {
        while (more) {
            var key = "%016x".formatted(chance.nextLong());
            sent.add(key);
            if (chance.nextInt(5) == 0) {
                withFile.add(key);
            }
            if (!submit(key)) {
                return;
            }
            if (chance.nextInt(10) == 0) {
                repeats.incrementAndGet();
                submit(key);
            }
            rest(pause);
        }
        for (var key = withoutRoom.poll(); key != null && submit(key); key = withoutRoom.poll()) {
            rest(pause);
        }
    }

    private boolean submit(String key) {
        while (Instant.now().isBefore(giveUp)) {
            try {
                var to = address.get();
                var answer = withFile.contains(key) ? Paper.send(http, to, key) : send(to, key);
                if (answer.statusCode() == 202) {
                    acknowledge(key, receiptIn(answer.body()));
                    return true;
                }
                if (answer.statusCode() == 302) {
                    acknowledge(key, Paper.receipt(http, to, answer));
                    return true;
                }
                if (answer.statusCode() == NO_ROOM) {
                    withoutRoom.add(key);
                    return true;
                }
                if (answer.statusCode() < 500) {
                    complaints.add("the answer to %s was %d %s".formatted(key, answer.statusCode(), answer.body()));
                    return false;
                }
            } catch (IOException e) {
                // Nobody there; whoever sent it does not know whether it arrived.
            }
            repeats.incrementAndGet();
            rest(200);
        }
        return false;
    }

    HttpResponse<String> send(URI to, String key) throws IOException {
        var request = HttpRequest.newBuilder(to.resolve("/api/v1/consultations/" + Ground.CODE + "/proposals"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .timeout(Duration.ofSeconds(90))
                .POST(BodyPublishers.ofString(body(key)))
                .build();
        return Visit.exchange(http, request);
    }

    /** A proposal that somebody else sends. */
    void alsoSent(String key) {
        sent.add(key);
    }

    void alsoAcknowledged(String key, String answer) {
        acknowledge(key, receiptIn(answer));
    }

    private String receiptIn(String answer) {
        var found = RECEIPT.matcher(answer);
        if (!found.find()) {
            complaints.add("an acknowledgement without a receipt: " + answer);
            return "none";
        }
        return found.group(1);
    }

    private void acknowledge(String key, String receipt) {
        var before = acknowledged.putIfAbsent(key, receipt);
        if (before != null && !before.equals(receipt)) {
            complaints.add("%s has two receipts: %s and %s".formatted(key, before, receipt));
        }
    }

    /** A letter has come; every other author opens it. */
    private void arrived(Smtp.Arrived letter) {
        var key = letter.to().replaceAll("@.*", "");
        if (!letter.to().endsWith("@faults.example") || !key.matches(KEY) || key.charAt(15) % 2 == 0) {
            return;
        }
        var link = CONFIRM.matcher(letter.text().replace("=\n", ""));
        if (link.find() && toConfirm.add(key)) {
            asks.add(new Ask(key, link.group(1)));
        }
    }

    private void confirm() {
        while (more || !asks.isEmpty()) {
            var ask = asks.poll();
            if (ask == null) {
                rest(50);
            } else if (confirm(ask)) {
                confirmed.add(ask.key);
            } else if (Instant.now().isBefore(giveUp)) {
                asks.add(ask);
                rest(200);
            }
        }
    }

    private boolean confirm(Ask ask) {
        try {
            var page = address.get().resolve("/priekslikums/apstiprinat/" + ask.token);
            return Visit.of(http, page).send().statusCode() == 302;
        } catch (IOException e) {
            return false;
        }
    }

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody begins anything new; what was begun comes to its end. */
    void finish(Duration atMost) throws InterruptedException {
        giveUp = Instant.now().plus(atMost);
        more = false;
        for (var person : people) {
            person.join(atMost.plusSeconds(95).toMillis());
        }
    }

    Set<String> sent() {
        return Set.copyOf(sent);
    }

    Set<String> withFile() {
        return Set.copyOf(withFile);
    }

    /** Whose file found no room; they come again in the end. */
    int withoutRoom() {
        return withoutRoom.size();
    }

    Map<String, String> acknowledged() {
        return new HashMap<>(acknowledged);
    }

    Set<String> confirmed() {
        return Set.copyOf(confirmed);
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    int repeats() {
        return repeats.get();
    }

    @Override
    public void close() {
        giveUp = Instant.EPOCH;
        more = false;
        asks.clear();
        people.forEach(Thread::interrupt);
    }

    private record Ask(String key, String token) {}
}
