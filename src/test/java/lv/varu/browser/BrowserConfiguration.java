package lv.varu.browser;

import lv.varu.directory.DirectoryDesk;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@TestConfiguration(proxyBeanMethods = false)
class BrowserConfiguration {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    Time time(MovableClock clock, ManagementService jobs) {
        return new Time(clock, jobs);
    }

    @Bean
    Cast cast(JdbcClient jdbc, PasswordEncoder passwords, DirectoryDesk directory, MovableClock clock) {
        return new Cast(jdbc, passwords, directory, clock);
    }
}
