package lv.varu.browser;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import lv.varu.document.ScannerDouble;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.util.TestSocketUtils;

/** The network around the program: where it listens, the SMTP server that takes its letters, the virus scanner. */
class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        var scanner = scanner();
        // Links in letters name the address, so the port must be known before the program starts.
        int port = freePort();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "surroundings",
                        Map.of(
                                "server.port",
                                port,
                                "varu.public-url",
                                "http://localhost:" + port,
                                "spring.mail.host",
                                "127.0.0.1",
                                "spring.mail.port",
                                server.getSmtp().getPort(),
                                "varu.document.scanner.host",
                                "127.0.0.1",
                                "varu.document.scanner.port",
                                scanner.port())));
        context.getBeanFactory().registerSingleton("smtpServer", server);
        context.getBeanFactory().registerSingleton("scanner", scanner);
    }

    private static ScannerDouble scanner() {
        try {
            return new ScannerDouble("stream: OK");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Below those that systems give to outgoing connections, which could take it before the program starts. */
    private static int freePort() {
        int port = TestSocketUtils.findAvailableTcpPort();
        while (port < LOWEST || port > HIGHEST) {
            port = TestSocketUtils.findAvailableTcpPort();
        }
        return port;
    }
}
