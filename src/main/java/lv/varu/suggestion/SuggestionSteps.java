package lv.varu.suggestion;

import java.util.UUID;
import java.util.function.Consumer;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every automated step of {@code processes/suggestion-box.bpmn}; a bean is called as the model calls it. */
@Configuration(proxyBeanMethods = false)
class SuggestionSteps {

    @Bean
    JavaDelegate askKeeper(RoundDesk desk) {
        return step(desk::askKeeper);
    }

    @Bean
    JavaDelegate remindKeeper(RoundDesk desk) {
        return step(desk::remindKeeper);
    }

    @Bean
    JavaDelegate publishRound(RoundDesk desk) {
        return step(desk::publish);
    }

    /** Who made the process move on is known; if nobody did, a timer of the model did. */
    private static JavaDelegate step(Consumer<UUID> work) {
        return step -> {
            UUID id = UUID.fromString(step.getProcessBusinessKey());
            if (Acting.current().equals(Actor.SYSTEM)) {
                Acting.as(Actor.timer(step.getCurrentActivityId()), null, () -> work.accept(id));
            } else {
                work.accept(id);
            }
        };
    }
}
