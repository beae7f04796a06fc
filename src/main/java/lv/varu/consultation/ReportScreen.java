package lv.varu.consultation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.Person;
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

    ReportScreen(ReportDesk desk, ParticipationReports reports, ReportContents contents) {
        this.desk = desk;
        this.reports = reports;
        this.contents = contents;
    }

    /** What staff enter. */
    record Form(
            @NotBlank @Size(max = 8000) String introduction,
            @NotBlank @Size(max = 8000) String conclusions) {}

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
        return Map.of("contents", contents.of(consultation(task)));
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
