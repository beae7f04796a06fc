package lv.varu.consultation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.directory.Invitee;
import lv.varu.directory.OrganisationKind;
import lv.varu.directory.Organisations;
import lv.varu.directory.Topic;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskScreen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Where staff write the plain-language summary and choose channels and whom to invite. */
@Component
class NoticeScreen implements TaskScreen<NoticeScreen.Form> {
    private final ConsultationDesk desk;
    private final Consultations consultations;
    private final Publications publications;
    private final Organisations organisations;
    private final MessageSource messages;

    NoticeScreen(
            ConsultationDesk desk,
            Consultations consultations,
            Publications publications,
            Organisations organisations,
            MessageSource messages) {
        this.desk = desk;
        this.consultations = consultations;
        this.publications = publications;
        this.organisations = organisations;
        this.messages = messages;
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
        var hosts = Set.copyOf(consultation.hosts());
        var all = organisations.matching(Set.of(), hosts, Set.of());
        return Map.of(
                "channels",
                Channel.values(),
                "topics",
                topics(hosts),
                "kinds",
                kinds(all),
                "reachable",
                all.size(),
                "returnComment",
                Objects.requireNonNullElse(consultation.returnComment(), ""));
    }

    /** Every topic with the number of organisations that care for it there. */
    private Map<String, String> topics(Set<String> hosts) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (var topic : Topic.values()) {
            int count = organisations.matching(Set.of(topic), hosts, Set.of()).size();
            choices.put(topic.name(), choice("directory.topic." + topic, count));
        }
        return choices;
    }

    private Map<String, String> kinds(List<Invitee> all) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (var kind : OrganisationKind.values()) {
            long count = all.stream().filter(invitee -> invitee.kind() == kind).count();
            choices.put(kind.name(), choice("directory.organisation-kind." + kind, count));
        }
        return choices;
    }

    private String choice(String key, long count) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale()) + " – " + count;
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
