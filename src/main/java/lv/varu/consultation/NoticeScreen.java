package lv.varu.consultation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.directory.OrganisationKind;
import lv.varu.directory.Organisations;
import lv.varu.directory.Topic;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskScreen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where staff write the plain-language summary and choose channels and whom to invite. */
@Component
class NoticeScreen implements TaskScreen<NoticeScreen.Form> {
    private final ConsultationDesk desk;
    private final Consultations consultations;
    private final Publications publications;
    private final Organisations organisations;

    NoticeScreen(
            ConsultationDesk desk,
            Consultations consultations,
            Publications publications,
            Organisations organisations) {
        this.desk = desk;
        this.consultations = consultations;
        this.publications = publications;
        this.organisations = organisations;
    }

    /** What staff enter. */
    record Form(
            @NotBlank @Size(max = 4000) String summary,
            @Size(max = 4000) String summaryEn,
            @NotEmpty List<Channel> channels,
            List<Topic> invitedTopics,
            List<OrganisationKind> invitedKinds) {
        Form {
            summary = Objects.requireNonNullElse(summary, "");
            summaryEn = Objects.requireNonNullElse(summaryEn, "");
            channels = channels == null ? List.of() : List.copyOf(channels);
            invitedTopics = invitedTopics == null ? List.of() : List.copyOf(invitedTopics);
            invitedKinds = invitedKinds == null ? List.of() : List.copyOf(invitedKinds);
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
                List.copyOf(consultation.invitedKinds()));
    }

    @Override
    public Map<String, ?> model(OpenTask task) {
        var consultation = consultation(task);
        return Map.of(
                "channels",
                Channel.values(),
                "topics",
                Topic.values(),
                "kinds",
                OrganisationKind.values(),
                "inviting",
                organisations
                        .matching(Set.copyOf(consultation.topics()), Set.copyOf(consultation.hosts()), Set.of())
                        .size(),
                "returnComment",
                consultation.returnComment() == null ? "" : consultation.returnComment());
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
                        Set.copyOf(form.invitedKinds())));
        return Map.of();
    }

    private Consultation consultation(OpenTask task) {
        return consultations.get(UUID.fromString(task.caseKey().id()));
    }
}
