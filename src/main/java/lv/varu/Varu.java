package lv.varu;

import lv.varu.audit.VerifyTrail;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts everything. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Varu {
    public static void main(String[] args) {
        if (VerifyTrail.isWanted(args)) {
            System.exit(VerifyTrail.run(args));
        }
        SpringApplication.run(Varu.class, args);
    }
}
