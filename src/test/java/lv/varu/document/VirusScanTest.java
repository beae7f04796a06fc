package lv.varu.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import lv.varu.document.DocumentRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirusScanTest {
    private static final String HOST = InetAddress.getLoopbackAddress().getHostAddress();

    @TempDir
    Path folder;

    @Test
    void refusesAFileInWhichTheScannerFindsSomething() throws Exception {
        try (var scanner = new ScannerDouble("stream: OK")) {
            assertRefused(scanner.port(), file("Ievads\n" + ScannerDouble.EICAR), Reason.HARMFUL);
        }
    }

    @Test
    void takesACleanFileOfManyPiecesAndShowsEveryByteOfIt() throws Exception {
        var content = new byte[10 * 1024 * 1024];
        new Random(1).nextBytes(content);
        Path file = Files.write(folder.resolve("liels"), content);
        try (var scanner = new ScannerDouble("stream: OK")) {
            assertThatCode(() -> scan(scanner.port()).check(file, "liels.pdf")).doesNotThrowAnyException();
            assertThat(scanner.seen).containsExactly(content);
        }
    }

    @Test
    void takesNothingWhileTheScannerCannotBeReached() throws Exception {
        int nobody;
        try (var server = new ServerSocket(0)) {
            nobody = server.getLocalPort();
        }
        assertRefused(nobody, file("Priekšlikums"), Reason.NOT_SCANNED);
    }

    @Test
    void takesNothingFromAScannerThatDoesNotAnswerInTime() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(silent.getLocalPort(), file("Priekšlikums"), Reason.NOT_SCANNED);
        }
    }

    @Test
    void takesNothingThatTheScannerIsNotSureOf() throws Exception {
        for (String answer : new String[] {"INSTREAM size limit exceeded. ERROR", "", "stream: OKAY", "OK"}) {
            try (var scanner = new ScannerDouble(answer)) {
                assertRefused(scanner.port(), file("Priekšlikums"), Reason.NOT_SCANNED);
            }
        }
    }

    @Test
    void asksNobodyWhereNoScannerIsSetUp() throws Exception {
        var off = new VirusScan(new ScannerSettings("", 1, Duration.ofSeconds(1)));
        assertThatCode(() -> off.check(file(ScannerDouble.EICAR), "a.txt")).doesNotThrowAnyException();
    }

    private void assertRefused(int port, Path file, Reason reason) {
        assertThatThrownBy(() -> scan(port).check(file, "a.txt"))
                .isInstanceOfSatisfying(
                        DocumentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static VirusScan scan(int port) {
        return new VirusScan(new ScannerSettings(HOST, port, Duration.ofMillis(700)));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("saturs"), content, StandardCharsets.UTF_8);
    }
}
