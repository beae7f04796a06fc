package lv.varu.browser;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.util.TestSocketUtils;

/** The network around the program: where it listens, and the SMTP server that takes its letters. */
class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        // Links in letters name the address, so the port must be known before the program starts.
        int port = TestSocketUtils.findAvailableTcpPort();
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
                                server.getSmtp().getPort())));
        context.getBeanFactory().registerSingleton("smtpServer", server);
    }
}
