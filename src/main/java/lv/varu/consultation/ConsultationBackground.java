package lv.varu.consultation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.varu.consultation.ConsultationProcess.UserTask;
import lv.varu.consultation.invitation.Inviting;
import lv.varu.consultation.position.PositionContents;
import lv.varu.consultation.position.Positions;
import lv.varu.consultation.publication.Publications;
import lv.varu.consultation.registration.Forecasting;
import lv.varu.consultation.report.ParticipationReports;
import lv.varu.consultation.report.ReportContents;
import lv.varu.document.Documents;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskBackground;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What one needs to know beside the tasks of a consultation, and for a manager the thing to approve. */
@Component
class ConsultationBackground implements TaskBackground {
    private static final List<String> MATTERS =
            List.of("warnings", "notice", "toInvite", "position", "leftOut", "report", "figures");

    private final Consultations consultations;
    private final Publications publications;
    private final Positions positions;
    private final PositionContents positionContents;
    private final ParticipationReports reports;
    private final ReportContents reportContents;
    private final ConsultationNames names;
    private final Forecasting forecasting;
    private final Inviting inviting;
    private final Documents documents;

    ConsultationBackground(
            Consultations consultations,
            Publications publications,
            Positions positions,
            PositionContents positionContents,
            ParticipationReports reports,
            ReportContents reportContents,
            ConsultationNames names,
            Forecasting forecasting,
            Inviting inviting,
            Documents documents) {
        this.consultations = consultations;
        this.publications = publications;
        this.positions = positions;
        this.positionContents = positionContents;
        this.reports = reports;
        this.reportContents = reportContents;
        this.names = names;
        this.forecasting = forecasting;
        this.inviting = inviting;
        this.documents = documents;
    }

    @Override
    public String processKey() {
        return ConsultationProcess.KEY;
    }

    @Override
    public String template() {
        return "consultation/background";
    }

    @Override
    public Map<String, ?> model(OpenTask task) {
        var consultation = consultations.get(UUID.fromString(task.caseKey().id()));
        var locale = LocaleContextHolder.getLocale();
        Map<String, @Nullable Object> model = new HashMap<>();
        // The template may ask for each of them.
        MATTERS.forEach(matter -> model.put(matter, null));
        model.put("consultation", consultation);
        model.put("names", names.of(consultation, locale));
        model.put("files", documents.of(task.caseKey()));
        model.put("publications", publications.findByConsultationIdOrderByChannel(consultation.id()));
        addMatter(model, UserTask.valueOf(task.taskKey()), consultation, locale);
        return model;
    }

    private void addMatter(
            Map<String, @Nullable Object> model, UserTask task, Consultation consultation, Locale locale) {
        switch (task) {
            case prepareNotice ->
                model.put("warnings", forecasting.of(consultation, locale).warnings());
            case approveNotice -> {
                model.put("warnings", forecasting.of(consultation, locale).warnings());
                model.put("toInvite", inviting.wouldInvite(consultation));
                model.put("notice", true);
            }
            case approvePosition -> {
                var position = positions.of(consultation.id());
                model.put("position", positionContents.of(consultation, position, locale));
                model.put("leftOut", positionContents.leftOut(position));
            }
            case approveReport -> {
                model.put("report", reports.of(consultation.id()));
                model.put("figures", reportContents.of(consultation.id()));
            }
            default -> {
                // The form itself shows what it is about.
            }
        }
    }
}
