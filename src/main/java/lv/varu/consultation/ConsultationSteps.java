package lv.varu.consultation;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import lv.varu.consultation.position.PositionDelivery;
import lv.varu.consultation.position.PositionDesk;
import lv.varu.consultation.report.ReportDesk;
import lv.varu.consultation.turn.ConsultationWithdrawal;
import lv.varu.proposal.ProposalBook;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every automated step of {@code processes/consultation.bpmn}. */
@Configuration(proxyBeanMethods = false)
class ConsultationSteps {

    @Bean
    JavaDelegate announceConsultation(ConsultationDesk desk) {
        return step -> {
            var announced = desk.announce(consultation(step));
            ConsultationProcess.OWNERS.set(step, ConsultationProcess.list(announced.owners()));
            ConsultationProcess.OPENS_AT.set(step, announced.opensAt());
            ConsultationProcess.CHANNELS.set(step, ConsultationProcess.codes(announced.channels()));
        };
    }

    @Bean
    JavaDelegate openConsultation(ConsultationDesk desk) {
        return step -> wait(step, desk.open(consultation(step)));
    }

    @Bean
    JavaDelegate moveClosing(ConsultationDesk desk) {
        return step -> wait(step, desk.timetable(consultation(step)));
    }

    private static void wait(DelegateExecution step, ConsultationDesk.Timetable timetable) {
        ConsultationProcess.REMIND_AT.set(step, timetable.remindAt());
        ConsultationProcess.CLOSES_AT.set(step, timetable.closesAt());
    }

    @Bean
    JavaDelegate remindInvited(ConsultationDesk desk) {
        return step -> desk.remindInvited(consultation(step));
    }

    @Bean
    JavaDelegate closeConsultation(ConsultationDesk desk) {
        return step -> ConsultationProcess.ALL_SCREENED.set(step, desk.close(consultation(step)));
    }

    @Bean
    JavaDelegate sendPosition(PositionDesk desk) {
        return step -> ConsultationProcess.E_ADDRESS_HOSTS.set(
                step, ConsultationProcess.list(desk.deliver(consultation(step))));
    }

    /** Cases that began when sending the position and asking for answers were one step finish that way. */
    @Bean
    JavaDelegate deliverPosition(PositionDesk desk) {
        return step -> {
            desk.deliver(consultation(step));
            all(desk::forwardSome, step);
            ConsultationProcess.ALL_ANSWERED.set(
                    step, desk.requested(consultation(step)).allAnswered());
        };
    }

    /** Cases that began when this was one step, as the two below, finish that way. */
    @Bean
    JavaDelegate requestAnswers(PositionDesk desk) {
        return step -> {
            all(desk::forwardSome, step);
            requested(step, desk.requested(consultation(step)));
        };
    }

    @Bean
    JavaDelegate forwardProposals(PositionDesk desk) {
        return step -> {
            if (!some(desk::forwardSome, step)) {
                requested(step, desk.requested(consultation(step)));
            }
        };
    }

    private static void requested(DelegateExecution step, PositionDesk.Requested requested) {
        ConsultationProcess.ALL_ANSWERED.set(step, requested.allAnswered());
        ConsultationProcess.HOSTS.set(step, ConsultationProcess.list(requested.unconfirmed()));
        ConsultationProcess.RECEIPT_REMINDER_AT.set(step, requested.remindAt());
        ConsultationProcess.CALL_AT.set(step, requested.callAt());
    }

    @Bean
    JavaDelegate remindReceipt(PositionDelivery delivery) {
        return step -> delivery.remind(consultation(step), Objects.requireNonNull(ConsultationProcess.HOST.in(step)));
    }

    @Bean
    JavaDelegate withdrawConsultation(ConsultationWithdrawal desk, ProposalBook proposals) {
        return step -> {
            desk.announce(consultation(step));
            all(proposals::closeSome, step);
        };
    }

    @Bean
    JavaDelegate announceWithdrawal(ConsultationWithdrawal desk) {
        return step -> desk.announce(consultation(step));
    }

    @Bean
    JavaDelegate closeProposals(ProposalBook proposals) {
        return step -> some(proposals::closeSome, step);
    }

    @Bean
    JavaDelegate concludeAnswers(AnswerPublishing desk) {
        return step -> all(desk::publishSome, step);
    }

    @Bean
    JavaDelegate publishAnswers(AnswerPublishing desk) {
        return step -> some(desk::publishSome, step);
    }

    @Bean
    JavaDelegate publishReport(ReportDesk desk) {
        return step -> desk.publish(consultation(step));
    }

    /** The model comes back for those that are left. */
    private static boolean some(Predicate<UUID> work, DelegateExecution step) {
        boolean left = work.test(consultation(step));
        ConsultationProcess.PROPOSALS_LEFT.set(step, left);
        return left;
    }

    private static void all(Predicate<UUID> work, DelegateExecution step) {
        boolean left = true;
        while (left) {
            left = work.test(consultation(step));
        }
    }

    private static UUID consultation(DelegateExecution step) {
        return UUID.fromString(step.getProcessBusinessKey());
    }
}
