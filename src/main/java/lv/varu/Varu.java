package lv.varu;

import lv.varu.audit.VerifyTrail;
import lv.varu.backup.BackupCommand;
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
        if (BackupCommand.isWanted(args)) {
            System.exit(BackupCommand.run(args));
        }
        SpringApplication.run(Varu.class, args);
    }
}
