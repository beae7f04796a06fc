package lv.varu.sample;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("varu.demo")
class SampleConfiguration {

    @Bean
    @Primary
    SampleClock sampleClock() {
        return new SampleClock(Clock.systemUTC());
    }
}
