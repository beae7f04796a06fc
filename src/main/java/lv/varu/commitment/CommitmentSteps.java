package lv.varu.commitment;

import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every automated step of {@code processes/commitment.bpmn}; a bean is called as the model calls it. */
@Configuration(proxyBeanMethods = false)
class CommitmentSteps {

    @Bean
    JavaDelegate closeUnfollowed(CommitmentDesk desk) {
        return step(desk::closeUnfollowed);
    }

    @Bean
    JavaDelegate announcePromise(CommitmentDesk desk) {
        return step((step, id) -> CommitmentProcess.wait(step, desk.announce(id)));
    }

    @Bean
    JavaDelegate askProgress(ProgressRound round) {
        return step(round::ask);
    }

    @Bean
    JavaDelegate remindProgress(ProgressRound round) {
        return step(round::remind);
    }

    @Bean
    JavaDelegate escalateProgress(ProgressRound round) {
        return step(round::escalate);
    }

    @Bean
    JavaDelegate tellProgress(CommitmentDesk desk) {
        return step((step, id) -> CommitmentProcess.CONCLUDED.set(step, desk.tellProgress(id)));
    }

    @Bean
    JavaDelegate planRound(CommitmentDesk desk) {
        return step((step, id) -> CommitmentProcess.wait(step, desk.planRound(id)));
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
