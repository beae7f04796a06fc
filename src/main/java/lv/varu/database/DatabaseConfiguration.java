package lv.varu.database;

import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    @Conditional(DatabaseToJoin.class)
    RunningDatabase runningDatabase(EmbeddedDatabaseSettings settings) throws IOException {
        return RunningDatabase.in(settings.databaseFolder());
    }

    @Bean(destroyMethod = "close")
    @Conditional(NoDatabaseNamed.class)
    @ConditionalOnMissingBean(JdbcConnectionDetails.class)
    EmbeddedDatabase embeddedDatabase(EmbeddedDatabaseSettings settings) throws IOException {
        return new EmbeddedDatabase(settings);
    }
}
