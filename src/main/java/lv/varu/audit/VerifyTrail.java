package lv.varu.audit;

import java.util.Arrays;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedRuntimeException;

/**
 * The command {@code java -jar varu.jar --verify-trail}: verifies with nothing but the database, prints what it found
 * and ends with 0 if the trail is whole, 1 if it is broken, 2 if it could not be read.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class
})
@ComponentScan("lv.varu.database")
@ConfigurationPropertiesScan("lv.varu.database")
@Import(TrailVerifier.class)
public class VerifyTrail {
    private static final String OPTION = "--verify-trail";
    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int NOT_VERIFIED = 2;

    public static boolean isWanted(String... args) {
        return Arrays.asList(args).contains(OPTION);
    }

    public static int run(String... args) {
        var application = new SpringApplicationBuilder(VerifyTrail.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("logging.level.root=WARN", "varu.join-running=true");
        Verification result;
        try (var context = application.run(args)) {
            result = context.getBean(TrailVerifier.class).verify();
        } catch (NestedRuntimeException e) {
            System.out.println("NOT VERIFIED " + e.getMostSpecificCause().getMessage());
            return NOT_VERIFIED;
        }
        report(result);
        return result.whole() ? WHOLE : BROKEN;
    }

    /** What the command prints of a verification. */
    public static void report(Verification result) {
        System.out.printf(
                "%d entries, %d chains, %d seals; last seal: %s%n",
                result.entries(), result.chains(), result.seals(), result.lastSeal());
        var broken = result.broken();
        System.out.println(
                broken == null
                        ? "WHOLE"
                        : "BROKEN %s %s %d".formatted(broken.flaw(), broken.chain(), broken.sequence()));
    }
}
