package lv.varu.consultation;

import java.util.UUID;
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
            var timetable = desk.announce(consultation(step));
            ConsultationProcess.OPENS_AT.set(step, timetable.opensAt());
            ConsultationProcess.REMIND_AT.set(step, timetable.remindAt());
            ConsultationProcess.CLOSES_AT.set(step, timetable.closesAt());
            ConsultationProcess.CHANNELS.set(step, ConsultationProcess.codes(timetable.channels()));
        };
    }

    @Bean
    JavaDelegate openConsultation(ConsultationDesk desk) {
        return step -> desk.open(consultation(step));
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
    JavaDelegate deliverPosition(PositionDesk desk) {
        return step -> ConsultationProcess.ALL_ANSWERED.set(step, desk.deliver(consultation(step)));
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
