package lv.varu.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.engine.Variable;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** What {@code processes/consultation.bpmn} and the code call the same. */
@Component
class ConsultationProcess {
    static final String KEY = "consultation";

    static final Variable<String> PARTNERSHIP = Variable.text("partnership");
    static final Variable<String> CHANNELS = Variable.text("channels");
    static final Variable<String> CHANNEL = Variable.text("channel");
    static final Variable<Boolean> NOTICE_APPROVED = Variable.flag("noticeApproved");
    static final Variable<Boolean> ALL_SCREENED = Variable.flag("allScreened");
    static final Variable<Boolean> POSITION_APPROVED = Variable.flag("positionApproved");
    static final Variable<Boolean> ALL_ANSWERED = Variable.flag("allAnswered");
    static final Variable<Boolean> REPORT_APPROVED = Variable.flag("reportApproved");
    static final Variable<Instant> OPENS_AT = Variable.instant("opensAt");
    static final Variable<Instant> REMIND_AT = Variable.instant("remindAt");
    static final Variable<Instant> CLOSES_AT = Variable.instant("closesAt");

    /** What people do. */
    enum UserTask {
        prepareNotice,
        approveNotice,
        publishInChannel,
        compilePosition,
        approvePosition,
        publishAnswers,
        prepareReport,
        approveReport
    }

    /** What the process waits for. */
    enum Message {
        allProposalsScreened,
        allAnswersReceived
    }

    private final RuntimeService runtime;

    ConsultationProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void start(Consultation consultation) {
        runtime.startProcessInstanceByKey(
                KEY, consultation.id().toString(), Variable.all(PARTNERSHIP.with(consultation.lead())));
    }

    List<String> activeElements(UUID id) {
        return instance(id)
                .map(instance -> runtime.getActiveActivityIds(instance.getId()).stream()
                        .map(element -> element.replace("#multiInstanceBody", ""))
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    private Optional<ProcessInstance> instance(UUID id) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .processInstanceBusinessKey(id.toString())
                .singleResult());
    }

    static String codes(List<Channel> channels) {
        return channels.stream().map(Channel::name).collect(Collectors.joining(","));
    }

    void proposalsScreened(UUID id) {
        tell(id, Message.allProposalsScreened);
    }

    void answersReceived(UUID id) {
        tell(id, Message.allAnswersReceived);
    }

    /** Nobody listens before the process waits there; then the waiting point itself asks again. */
    private void tell(UUID id, Message message) {
        var waiting = runtime.createExecutionQuery()
                .processDefinitionKey(KEY)
                .processInstanceBusinessKey(id.toString())
                .messageEventSubscriptionName(message.name())
                .singleResult();
        if (waiting != null) {
            runtime.messageEventReceived(message.name(), waiting.getId());
        }
    }
}
