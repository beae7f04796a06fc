package lv.varu.document;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lv.varu.document.DocumentRefused.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Shows each file to the ClamAV daemon, where there is one. A file that it could not look at is not taken: whoever sets
 * a scanner up wants no exceptions.
 */
@Component
class VirusScan {
    private static final Logger log = LoggerFactory.getLogger(VirusScan.class);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;
    private static final String CLEAN = "stream: OK";
    private static final String FOUND = " FOUND";

    private final ScannerSettings settings;

    VirusScan(ScannerSettings settings) {
        this.settings = settings;
    }

    void check(Path file, String fileName) {
        if (!settings.isOn()) {
            return;
        }
        String answer = ask(file, fileName);
        if (answer.endsWith(FOUND)) {
            log.warn("Refused an upload: {}", answer);
            throw new DocumentRefused(Reason.HARMFUL, fileName);
        }
        if (!answer.equals(CLEAN)) {
            log.error("The virus scanner could not look at an upload: {}", answer);
            throw new DocumentRefused(Reason.NOT_SCANNED, fileName);
        }
    }

    private String ask(Path file, String fileName) {
        int timeout = Math.toIntExact(settings.timeout().toMillis());
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(settings.host(), settings.port()), timeout);
            socket.setSoTimeout(timeout);
            var out = new DataOutputStream(socket.getOutputStream());
            send(file, out);
            return answer(socket.getInputStream());
        } catch (IOException e) {
            log.error("The virus scanner cannot be reached: {}", e.toString());
            throw new DocumentRefused(Reason.NOT_SCANNED, fileName);
        }
    }

    /** Up to the zero byte that ends it, as one line for the log. */
    private static String answer(InputStream in) throws IOException {
        var answer = new ByteArrayOutputStream();
        for (int read = in.read(); read > 0 && answer.size() < LONGEST_ANSWER; read = in.read()) {
            answer.write(read);
        }
        return answer.toString(StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
    }

    /** Pieces, each with its length before it, and an empty one at the end. */
    private static void send(Path file, DataOutputStream out) throws IOException {
        out.write(COMMAND);
        try (InputStream content = Files.newInputStream(file)) {
            var piece = new byte[PIECE];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                out.writeInt(read);
                out.write(piece, 0, read);
            }
        }
        out.writeInt(0);
        out.flush();
    }
}
