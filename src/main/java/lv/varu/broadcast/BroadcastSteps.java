package lv.varu.broadcast;

import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every automated step of {@code processes/broadcast.bpmn}; a bean is called as the model calls it. */
@Configuration(proxyBeanMethods = false)
class BroadcastSteps {

    @Bean
    JavaDelegate tellManager(BroadcastDesk desk) {
        return step(desk::tellManager);
    }

    @Bean
    JavaDelegate sendBatch(Sending sending) {
        return step((step, id) -> BroadcastProcess.ALL_SENT.set(step, sending.sendBatch(id)));
    }

    @Bean
    JavaDelegate remindSilent(Sending sending) {
        return step(sending::remindSilent);
    }

    @Bean
    JavaDelegate closeBroadcast(BroadcastDesk desk) {
        return step(desk::close);
    }

    @Bean
    JavaDelegate sendThanks(Sending sending) {
        return step(sending::thank);
    }

    private static JavaDelegate step(Consumer<UUID> work) {
        return step((step, id) -> work.accept(id));
    }

    /** Who made the process move on is known; if nobody did, a timer of the model did. */
    private static JavaDelegate step(BiConsumer<DelegateExecution, UUID> work) {
        return step -> {
            UUID id = UUID.fromString(step.getProcessBusinessKey());
            if (Acting.current().equals(Actor.SYSTEM)) {
                Acting.as(Actor.timer(step.getCurrentActivityId()), null, () -> work.accept(step, id));
            } else {
                work.accept(step, id);
            }
        };
    }
}
