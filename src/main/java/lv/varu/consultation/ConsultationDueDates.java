package lv.varu.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import lv.varu.audit.CaseKey;
import lv.varu.calendar.Deadlines;
import lv.varu.calendar.Riga;
import lv.varu.consultation.ConsultationProcess.UserTask;
import lv.varu.task.TaskDueDates;
import org.springframework.stereotype.Component;

/** Until when each task of a consultation is to be done; a rule of the partnerships, not of an act. */
@Component
public class ConsultationDueDates implements TaskDueDates {
    private final Consultations consultations;
    private final Deadlines deadlines;
    private final ConsultationSettings settings;

    ConsultationDueDates(Consultations consultations, Deadlines deadlines, ConsultationSettings settings) {
        this.consultations = consultations;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    @Override
    public String processKey() {
        return ConsultationProcess.KEY;
    }

    @Override
    public Optional<LocalDate> dueOn(String taskKey, CaseKey caseKey, Instant createdAt) {
        var created = Riga.dayOf(createdAt);
        return consultations
                .findById(UUID.fromString(caseKey.id()))
                .map(consultation -> dueOn(UserTask.valueOf(taskKey), consultation, created));
    }

    public LocalDate dueOn(UserTask task, Consultation consultation, LocalDate created) {
        return switch (task) {
            case prepareNotice -> beforeOpening(consultation, settings.noticeDays(), created);
            case approveNotice -> beforeOpening(consultation, 1, created);
            case publishInChannel -> after(created, settings.publishDays());
            case compilePosition -> after(created, settings.positionDays());
            case approvePosition, approveReport -> after(created, settings.approvalDays());
            case sendByEAddress -> after(created, settings.eAddressDays());
            case callHost -> after(created, settings.callDays());
            case publishAnswers -> after(created, settings.answersDays());
            case prepareReport -> after(created, settings.reportDays());
        };
    }

    // A consultation that is registered at the last moment has tasks for today, not for yesterday.
    private LocalDate beforeOpening(Consultation consultation, int days, LocalDate created) {
        var day = deadlines.workingDaysBefore(consultation.opensOn(), days);
        return day.isBefore(created) ? created : day;
    }

    private LocalDate after(LocalDate created, int days) {
        return deadlines.workingDays(created, days).date();
    }
}
