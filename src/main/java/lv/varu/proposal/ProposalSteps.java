package lv.varu.proposal;

import java.util.UUID;
import java.util.function.Consumer;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every automated step of {@code processes/proposal.bpmn}; a bean is called as the model calls it. */
@Configuration(proxyBeanMethods = false)
class ProposalSteps {

    @Bean
    JavaDelegate eraseUnconfirmed(ProposalDesk desk) {
        return step(desk::expire);
    }

    @Bean
    JavaDelegate registerProposal(ProposalDesk desk) {
        return step(desk::register);
    }

    @Bean
    JavaDelegate notifyDeclined(ProposalDesk desk) {
        return step(desk::notifyDeclined);
    }

    @Bean
    JavaDelegate routeProposal(AnswerRound round) {
        return step -> {
            var course = round.route(idOf(step));
            ProposalProcess.REMIND_AT.set(step, course.remindAt());
            ProposalProcess.DUE_AT.set(step, course.dueAt());
            ProposalProcess.ESCALATE_AT.set(step, course.escalateAt());
            ProposalProcess.TELEPHONE_AT.set(step, course.telephoneAt());
            ProposalProcess.LATE_AT.set(step, course.lateAt());
            ProposalProcess.FINAL_AT.set(step, course.finalAt());
        };
    }

    @Bean
    JavaDelegate requestAnswer(AnswerRound round) {
        return step(round::request);
    }

    @Bean
    JavaDelegate remindContact(AnswerRound round) {
        return step(round::remind);
    }

    @Bean
    JavaDelegate remindOnDueDay(AnswerRound round) {
        return step(round::remindOnDueDay);
    }

    @Bean
    JavaDelegate escalateToManager(AnswerRound round) {
        return step(round::escalate);
    }

    @Bean
    JavaDelegate markLate(AnswerRound round) {
        return step(round::markLate);
    }

    @Bean
    JavaDelegate recordNoReply(AnswerRound round) {
        return step(round::recordNoReply);
    }

    @Bean
    JavaDelegate publishAnswer(ProposalDesk desk) {
        return step(desk::publish);
    }

    /** Who made the process move on is known; if nobody did, a timer of the model did. */
    private static JavaDelegate step(Consumer<UUID> work) {
        return step -> {
            if (Acting.current().equals(Actor.SYSTEM)) {
                Acting.as(Actor.timer(step.getCurrentActivityId()), null, () -> work.accept(idOf(step)));
            } else {
                work.accept(idOf(step));
            }
        };
    }

    private static UUID idOf(DelegateExecution step) {
        return UUID.fromString(step.getProcessBusinessKey());
    }
}
