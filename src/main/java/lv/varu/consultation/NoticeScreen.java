package lv.varu.consultation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.consultation.invitation.InvitationChoices;
import lv.varu.consultation.publication.Channel;
import lv.varu.consultation.publication.Publication;
import lv.varu.consultation.publication.Publications;
import lv.varu.directory.OrganisationKind;
import lv.varu.directory.Topic;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskScreen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Where staff write the plain-language summary and choose channels and whom to invite. */
@Component
class NoticeScreen implements TaskScreen<NoticeScreen.Form> {
    private final ConsultationDesk desk;
    private final Consultations consultations;
    private final Publications publications;
    private final InvitationChoices choices;

    NoticeScreen(
            ConsultationDesk desk, Consultations consultations, Publications publications, InvitationChoices choices) {
        this.desk = desk;
        this.consultations = consultations;
        this.publications = publications;
        this.choices = choices;
    }

    /** What staff enter. */
    record Form(
            @NotBlank(message = "{consultation.notice.summary.missing}")
            @Size(max = 4000, message = "{consultation.text.long}")
            String summary,

            @Size(max = 4000, message = "{consultation.text.long}")
            String summaryEn,

            @NotEmpty(message = "{consultation.notice.channels.missing}")
            List<Channel> channels,

            List<Topic> invitedTopics,
            List<OrganisationKind> invitedKinds,
            List<String> invitedPlaces,
            List<UUID> invitedGroups,
            @Nullable Boolean onlyGroups) {
        Form {
            summary = Objects.requireNonNullElse(summary, "");
            summaryEn = Objects.requireNonNullElse(summaryEn, "");
            channels = channels == null ? List.of() : List.copyOf(channels);
            invitedTopics = invitedTopics == null ? List.of() : List.copyOf(invitedTopics);
            invitedKinds = invitedKinds == null ? List.of() : List.copyOf(invitedKinds);
            invitedPlaces = invitedPlaces == null ? List.of() : List.copyOf(invitedPlaces);
            invitedGroups = invitedGroups == null ? List.of() : List.copyOf(invitedGroups);
        }
    }

    @Override
    public String formKey() {
        return "consultation/notice";
    }

    @Override
    public String template() {
        return "consultation/notice";
    }

    @Override
    public Form form(OpenTask task) {
        var consultation = consultation(task);
        var planned = publications.findByConsultationIdOrderByChannel(consultation.id()).stream()
                .map(Publication::channel)
                .toList();
        return new Form(
                consultation.summary(),
                Objects.requireNonNullElse(consultation.summaryEn(), ""),
                planned,
                List.copyOf(planned.isEmpty() ? Set.copyOf(consultation.topics()) : consultation.invitedTopics()),
                List.copyOf(consultation.invitedKinds()),
                consultation.invitedPlaces(),
                List.copyOf(consultation.invitedGroups()),
                consultation.invitesOnlyGroups());
    }

    @Override
    public Map<String, ?> model(OpenTask task) {
        var consultation = consultation(task);
        Map<String, Object> model = new HashMap<>(choices.of(consultation, LocaleContextHolder.getLocale()));
        model.put("channels", Channel.values());
        model.put("code", consultation.code());
        model.put("returnComment", Objects.requireNonNullElse(consultation.returnComment(), ""));
        return model;
    }

    @Override
    public void check(OpenTask task, Form form, Errors errors) {
        if (Boolean.TRUE.equals(form.onlyGroups()) && form.invitedGroups().isEmpty()) {
            errors.rejectValue("onlyGroups", "consultation.inviting.onlyGroups.missing");
        }
    }

    @Override
    public Map<String, @Nullable Object> complete(OpenTask task, Form form, Person by) {
        desk.prepareNotice(
                consultation(task).id(),
                new Notice(
                        form.summary(),
                        form.summaryEn().isBlank() ? null : form.summaryEn(),
                        form.channels(),
                        Set.copyOf(form.invitedTopics()),
                        Set.copyOf(form.invitedKinds()),
                        Set.copyOf(form.invitedPlaces()),
                        Set.copyOf(form.invitedGroups()),
                        Boolean.TRUE.equals(form.onlyGroups())));
        return Map.of();
    }

    private Consultation consultation(OpenTask task) {
        return consultations.get(UUID.fromString(task.caseKey().id()));
    }
}
