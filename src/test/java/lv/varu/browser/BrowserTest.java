package lv.varu.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import lv.varu.TestDatabase;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test that sees the program as people do: in a browser, with letters that arrive. The whole program listens on a
 * port of its own; time moves only when a test moves it. The tests of a class are the chapters of one story: they run
 * in order, and after a failure the rest is skipped.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "varu.mail.poll-every=200ms",
            // The clock of the letters hardly moves, so a limit for each minute would hold them back for ever.
            "varu.mail.per-minute=100000",
            "varu.task.digest=false",
            // All visitors of a test share one network address.
            "varu.limits.forms.requests=1000"
        })
@ContextConfiguration(initializers = Surroundings.class)
@ActiveProfiles("test")
@Import({TestDatabase.class, BrowserConfiguration.class, MailboxConfiguration.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(Story.class)
@interface BrowserTest {}
