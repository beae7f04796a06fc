package lv.varu.consultation.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.consultation.Consultations;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskScreen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where staff write the words around the numbers of the participation report. */
@Component
class ReportScreen implements TaskScreen<ReportScreen.Form> {
    private final ReportDesk desk;
    private final ParticipationReports reports;
    private final ReportContents contents;
    private final Consultations consultations;

    ReportScreen(ReportDesk desk, ParticipationReports reports, ReportContents contents, Consultations consultations) {
        this.desk = desk;
        this.reports = reports;
        this.contents = contents;
        this.consultations = consultations;
    }

    /** What staff enter. */
    record Form(
            @NotBlank(message = "{consultation.report.introduction.missing}")
            @Size(max = 8000, message = "{consultation.text.long}")
            String introduction,

            @NotBlank(message = "{consultation.report.conclusions.missing}")
            @Size(max = 8000, message = "{consultation.text.long}")
            String conclusions) {}

    @Override
    public String formKey() {
        return "consultation/report";
    }

    @Override
    public String template() {
        return "consultation/report-form";
    }

    @Override
    public Form form(OpenTask task) {
        var report = reports.of(consultation(task));
        return new Form(report.introduction(), report.conclusions());
    }

    @Override
    public Map<String, ?> model(OpenTask task) {
        var consultation = consultations.get(consultation(task));
        return Map.of(
                "contents",
                contents.of(consultation.id()),
                "consultation",
                consultation,
                "returnComment",
                Objects.requireNonNullElse(consultation.returnComment(), ""));
    }

    @Override
    public Map<String, @Nullable Object> complete(OpenTask task, Form form, Person by) {
        desk.write(consultation(task), form.introduction(), form.conclusions());
        return Map.of();
    }

    private static UUID consultation(OpenTask task) {
        return UUID.fromString(task.caseKey().id());
    }
}
