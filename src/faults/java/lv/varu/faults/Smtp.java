package lv.varu.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A mail server that can be slow, refuse people and hang up in the middle of a letter. */
class Smtp implements AutoCloseable {
    private final int port;
    private final Random chance;
    private final ConcurrentLinkedQueue<Arrived> arrived = new ConcurrentLinkedQueue<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile @Nullable ServerSocket socket;
    private volatile long pause;
    private volatile int dropsInHundred;
    private volatile Predicate<String> refuses = recipient -> false;
    private volatile Consumer<Arrived> reader = letter -> {};

    Smtp(int port, long seed) throws IOException {
        this.port = port;
        this.chance = new Random(seed);
        up();
    }

    Map<String, String> settings() {
        return Map.of(
                "SPRING_MAIL_HOST", "127.0.0.1",
                "SPRING_MAIL_PORT", Integer.toString(port),
                "SPRING_MAIL_PROPERTIES_MAIL_SMTP_TIMEOUT", "5000");
    }

    /** Who reads each letter as it arrives. */
    void read(Consumer<Arrived> reader) {
        this.reader = reader;
    }

    final void up() throws IOException {
        var server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        socket = server;
        daemon(() -> accept(server));
    }

    void down() throws IOException {
        var server = socket;
        if (server != null) {
            server.close();
        }
        for (var connection : open) {
            connection.close();
        }
    }

    void slow(long millis) {
        pause = millis;
    }

    void drop(int inHundred) {
        dropsInHundred = inHundred;
    }

    void refuse(Predicate<String> recipients) {
        refuses = recipients;
    }

    List<Arrived> arrived() {
        return List.copyOf(arrived);
    }

    int dropped() {
        return dropped.get();
    }

    int refused() {
        return refused.get();
    }

    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                var connection = server.accept();
                open.add(connection);
                daemon(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                var in =
                        new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintStream(connection.getOutputStream(), true, StandardCharsets.UTF_8)) {
            talk(in, out);
        } catch (IOException | InterruptedException e) {
            // The other side has gone, or we hung up.
        } finally {
            open.remove(connection);
        }
    }

    private void talk(BufferedReader in, PrintStream out) throws IOException, InterruptedException {
        say(out, "220 faults");
        var recipients = new ArrayList<String>();
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var word = line.toUpperCase(java.util.Locale.ROOT);
            if (word.startsWith("RCPT TO:")) {
                var recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                if (refuses.test(recipient)) {
                    refused.incrementAndGet();
                    say(out, "550 5.1.1 no such recipient");
                } else {
                    recipients.add(recipient);
                    say(out, "250 ok");
                }
            } else if (word.equals("DATA")) {
                say(out, recipients.isEmpty() ? "503 no recipient" : "354 go on");
                if (recipients.isEmpty()) {
                    continue;
                }
                Thread.sleep(pause);
                var letter = letter(in, recipients);
                if (letter == null) {
                    return;
                }
                arrived.add(letter);
                say(out, "250 ok");
                reader.accept(letter);
                recipients.clear();
            } else if (word.equals("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 ok");
            }
        }
    }

    /** None if this is one of those in whose middle the line breaks. */
    private @Nullable Arrived letter(BufferedReader in, List<String> recipients) throws IOException {
        var text = new StringBuilder();
        boolean breaks = chance.nextInt(100) < dropsInHundred;
        int lines = 0;
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
            if (breaks && ++lines == 10) {
                dropped.incrementAndGet();
                return null;
            }
        }
        var id = text.toString().replaceAll("(?is).*?\\nMessage-ID:\\s*<([^@>]+)@.*", "$1");
        return new Arrived(id, recipients.get(0), text.toString());
    }

    // Whole lines at once, or a client may read half of one.
    private static void say(PrintStream out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "smtp");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        down();
    }

    /** A letter that was taken with 250. */
    record Arrived(String id, String to, String text) {}
}
