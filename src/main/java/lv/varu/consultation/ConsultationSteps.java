package lv.varu.consultation;

import java.util.Objects;
import java.util.UUID;
import lv.varu.consultation.position.PositionDelivery;
import lv.varu.consultation.position.PositionDesk;
import lv.varu.consultation.report.ReportDesk;
import lv.varu.consultation.turn.ConsultationWithdrawal;
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
            ConsultationProcess.ALL_ANSWERED.set(
                    step, desk.requestAnswers(consultation(step)).allAnswered());
        };
    }

    @Bean
    JavaDelegate requestAnswers(PositionDesk desk) {
        return step -> {
            var requested = desk.requestAnswers(consultation(step));
            ConsultationProcess.ALL_ANSWERED.set(step, requested.allAnswered());
            ConsultationProcess.HOSTS.set(step, ConsultationProcess.list(requested.unconfirmed()));
            ConsultationProcess.RECEIPT_REMINDER_AT.set(step, requested.remindAt());
            ConsultationProcess.CALL_AT.set(step, requested.callAt());
        };
    }

    @Bean
    JavaDelegate remindReceipt(PositionDelivery delivery) {
        return step -> delivery.remind(consultation(step), Objects.requireNonNull(ConsultationProcess.HOST.in(step)));
    }

    @Bean
    JavaDelegate withdrawConsultation(ConsultationWithdrawal desk) {
        return step -> desk.conclude(consultation(step));
    }

    @Bean
    JavaDelegate concludeAnswers(AnswerPublishing desk) {
        return step -> desk.conclude(consultation(step));
    }

    @Bean
    JavaDelegate publishReport(ReportDesk desk) {
        return step -> desk.publish(consultation(step));
    }

    private static UUID consultation(DelegateExecution step) {
        return UUID.fromString(step.getProcessBusinessKey());
    }
}
