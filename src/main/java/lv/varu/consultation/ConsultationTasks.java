package lv.varu.consultation;

import java.util.Objects;
import java.util.UUID;
import lv.varu.consultation.ConsultationProcess.UserTask;
import lv.varu.consultation.position.PositionDelivery;
import lv.varu.consultation.position.PositionDesk;
import lv.varu.consultation.publication.Channel;
import lv.varu.task.TaskCompleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what people typed into the plain forms of {@code processes/consultation.bpmn}. */
@Component
class ConsultationTasks {
    private final ConsultationDesk desk;
    private final PositionDesk positions;
    private final PositionDelivery delivery;

    ConsultationTasks(ConsultationDesk desk, PositionDesk positions, PositionDelivery delivery) {
        this.desk = desk;
        this.positions = positions;
        this.delivery = delivery;
    }

    @EventListener
    void completed(TaskCompleted done) {
        if (!done.caseKey().kind().equals(ConsultationProcess.KEY)) {
            return;
        }
        var consultation = UUID.fromString(done.caseKey().id());
        switch (UserTask.valueOf(done.task().taskKey())) {
            // Of cases that began when the notice was approved in a plain form.
            case approveNotice -> decided(done, consultation, ConsultationProcess.NOTICE_APPROVED.name(), "notice");
            case approvePosition ->
                positions.decided(
                        consultation,
                        done.task().partnership(),
                        done.flag(ConsultationProcess.POSITION_APPROVED.name()),
                        Objects.requireNonNullElse(done.text("comment"), ""),
                        done.by());
            case callHost ->
                delivery.called(
                        consultation,
                        Objects.requireNonNull(done.task().detail()),
                        done.flag("receiptConfirmed"),
                        done.text("callNote"),
                        done.by().name());
            case approveReport -> decided(done, consultation, ConsultationProcess.REPORT_APPROVED.name(), "report");
            case publishInChannel ->
                desk.published(
                        consultation,
                        Channel.valueOf(Objects.requireNonNull(done.task().detail())),
                        done.text("link"),
                        Objects.requireNonNull(done.date("publishedOn")),
                        done.by());
            default -> {
                // The other tasks have screens of their own.
            }
        }
    }

    private void decided(TaskCompleted done, UUID consultation, String flag, String what) {
        if (done.flag(flag)) {
            desk.approved(consultation, what, done.text("comment"));
        } else {
            desk.returned(consultation, what, done.text("comment"));
        }
    }
}
