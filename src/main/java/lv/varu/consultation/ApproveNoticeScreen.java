package lv.varu.consultation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.consultation.registration.Forecast;
import lv.varu.consultation.registration.Forecasting;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskScreen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Where a manager approves a notice, or returns it; a window shorter than the rule asks for takes a reason. */
@Component
class ApproveNoticeScreen implements TaskScreen<ApproveNoticeScreen.Form> {
    private final ConsultationDesk desk;
    private final Consultations consultations;
    private final ConsultationPeriods periods;
    private final Forecasting forecasting;

    ApproveNoticeScreen(
            ConsultationDesk desk, Consultations consultations, ConsultationPeriods periods, Forecasting forecasting) {
        this.desk = desk;
        this.consultations = consultations;
        this.periods = periods;
        this.forecasting = forecasting;
    }

    /** What the manager decides. */
    record Form(
            @Nullable @NotNull(message = "{task.error.choose}")
            Boolean noticeApproved,

            @Size(max = 2000, message = "{consultation.text.long}")
            String comment,

            @Size(max = 2000, message = "{consultation.text.long}")
            String shortWindowReason) {
        Form {
            comment = Objects.requireNonNullElse(comment, "").strip();
            shortWindowReason =
                    Objects.requireNonNullElse(shortWindowReason, "").strip();
        }

        boolean approves() {
            return Boolean.TRUE.equals(noticeApproved);
        }
    }

    @Override
    public String formKey() {
        return "consultation/approve-notice";
    }

    @Override
    public String template() {
        return "consultation/approve-notice";
    }

    @Override
    public Form form(OpenTask task) {
        var accepted = consultation(task).shortWindowReason();
        return new Form(null, "", Objects.requireNonNullElse(accepted, ""));
    }

    @Override
    public Map<String, ?> model(OpenTask task) {
        var consultation = consultation(task);
        Map<String, Object> model = new HashMap<>();
        model.put("answers", List.of("true", "false"));
        model.put("shortWindow", isShort(consultation) ? warnings(consultation) : List.of());
        return model;
    }

    private List<Forecast.Warning> warnings(Consultation consultation) {
        return forecasting.of(consultation, LocaleContextHolder.getLocale()).warnings().stream()
                .filter(warning -> warning.key().equals("window"))
                .toList();
    }

    @Override
    public void check(OpenTask task, Form form, Errors errors) {
        if (Boolean.FALSE.equals(form.noticeApproved()) && form.comment().isEmpty()) {
            errors.rejectValue("comment", "task.error.comment");
        }
        if (form.approves() && form.shortWindowReason().isEmpty() && isShort(consultation(task))) {
            errors.rejectValue("shortWindowReason", "consultation.short-window.reason.missing");
        }
    }

    @Override
    public Map<String, @Nullable Object> complete(OpenTask task, Form form, Person by) {
        var consultation = consultation(task);
        if (!form.approves()) {
            desk.returned(consultation.id(), "notice", form.comment());
        } else {
            if (isShort(consultation)) {
                desk.acceptShortWindow(consultation.id(), form.shortWindowReason(), by);
            }
            desk.approved(consultation.id(), "notice", form.comment());
        }
        return Map.of(ConsultationProcess.NOTICE_APPROVED.name(), form.approves());
    }

    private boolean isShort(Consultation consultation) {
        return !periods.minimumWindow(consultation.documentType(), consultation.opensOn(), consultation.closesOn())
                .isKept();
    }

    private Consultation consultation(OpenTask task) {
        return consultations.get(UUID.fromString(task.caseKey().id()));
    }
}
