package lv.varu.proposal;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.proposal.answer.AnswerRound;
import lv.varu.proposal.answer.AnswerTurns;
import lv.varu.proposal.author.ClarificationDesk;
import lv.varu.proposal.author.WithdrawalDesk;
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
        return step -> as(step, () -> {
            desk.register(idOf(step));
            if (Boolean.TRUE.equals(ProposalProcess.SCREENED.in(step))) {
                desk.screenedOnEntry(idOf(step));
            }
        });
    }

    @Bean
    JavaDelegate askForClarification(ClarificationDesk desk) {
        return step -> as(step, () -> {
            var dates = desk.request(idOf(step));
            ProposalProcess.REMIND_AUTHOR_AT.set(step, dates.remindAt());
            ProposalProcess.CLARIFY_UNTIL.set(step, dates.until());
        });
    }

    @Bean
    JavaDelegate remindAuthor(ClarificationDesk desk) {
        return step(desk::remind);
    }

    @Bean
    JavaDelegate goOnWithout(ClarificationDesk desk) {
        return step(desk::goOn);
    }

    @Bean
    JavaDelegate notifyDeclined(ProposalDesk desk) {
        return step(desk::notifyDeclined);
    }

    @Bean
    JavaDelegate routeProposal(AnswerRound round) {
        return course(round::route);
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
    JavaDelegate grantMoreDays(AnswerTurns turns) {
        return course(turns::grant);
    }

    @Bean
    JavaDelegate refuseMoreDays(AnswerTurns turns) {
        return step(turns::refuse);
    }

    @Bean
    JavaDelegate askAgain(AnswerTurns turns) {
        return course(turns::requestAgain);
    }

    @Bean
    JavaDelegate recordWithdrawal(WithdrawalDesk desk) {
        return step(desk::confirmWithdrawal);
    }

    @Bean
    JavaDelegate closeWithCall(WithdrawalDesk desk) {
        return step(desk::closeWithCall);
    }

    @Bean
    JavaDelegate recordNoReply(AnswerRound round) {
        return step(round::recordNoReply);
    }

    @Bean
    JavaDelegate publishAnswer(ProposalDesk desk) {
        return step(desk::publish);
    }

    @Bean
    JavaDelegate publishCombined(ProposalDesk desk) {
        return step(desk::publishCombined);
    }

    /** A step that sets the dates of the wait for an answer. */
    private static JavaDelegate course(Function<UUID, AnswerRound.Course> work) {
        return step -> as(step, () -> {
            var course = work.apply(idOf(step));
            ProposalProcess.REMIND_AT.set(step, course.remindAt());
            ProposalProcess.DUE_AT.set(step, course.dueAt());
            ProposalProcess.ESCALATE_AT.set(step, course.escalateAt());
            ProposalProcess.TELEPHONE_AT.set(step, course.telephoneAt());
            ProposalProcess.LATE_AT.set(step, course.lateAt());
            ProposalProcess.FINAL_AT.set(step, course.finalAt());
        });
    }

    private static JavaDelegate step(Consumer<UUID> work) {
        return step -> as(step, () -> work.accept(idOf(step)));
    }

    /** Who made the process move on is known; if nobody did, a timer of the model did. */
    private static void as(DelegateExecution step, Runnable work) {
        if (Acting.current().equals(Actor.SYSTEM)) {
            Acting.as(Actor.timer(step.getCurrentActivityId()), null, work);
        } else {
            work.run();
        }
    }

    private static UUID idOf(DelegateExecution step) {
        return UUID.fromString(step.getProcessBusinessKey());
    }
}
