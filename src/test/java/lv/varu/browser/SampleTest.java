package lv.varu.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import lv.varu.TestDatabase;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** A test that sees the program in a browser, with sample data, today. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"varu.mail.poll-every=200ms", "varu.mail.per-minute=100000"})
@ContextConfiguration(initializers = Surroundings.class)
@ActiveProfiles({"demo", "test"})
@Import({TestDatabase.class, MailboxConfiguration.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@interface SampleTest {}
