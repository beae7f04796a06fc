package lv.varu.proposal;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProposalConfiguration {

    /** Nothing calls for proposals as long as no feature does. */
    @Bean
    @ConditionalOnMissingBean
    Calls noCalls() {
        return new Calls() {
            @Override
            public Optional<Call> find(String code) {
                return Optional.empty();
            }

            @Override
            public Optional<Call> find(UUID id) {
                return Optional.empty();
            }

            @Override
            public Map<UUID, Call> find(Collection<UUID> ids) {
                return Map.of();
            }

            @Override
            public void hold(UUID id) {}
        };
    }
}
