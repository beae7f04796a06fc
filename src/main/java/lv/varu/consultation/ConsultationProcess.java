package lv.varu.consultation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.varu.consultation.publication.Channel;
import lv.varu.engine.Variable;
import lv.varu.proposal.ProposalStatus;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** What {@code processes/consultation.bpmn} and the code call the same. */
@Component
public class ConsultationProcess {
    static final String KEY = "consultation";

    static final Variable<String> PARTNERSHIP = Variable.text("partnership");
    static final Variable<String> OWNERS = Variable.text("owners");
    static final Variable<String> OWNER = Variable.text("owner");
    static final Variable<String> CHANNELS = Variable.text("channels");
    static final Variable<String> CHANNEL = Variable.text("channel");
    static final Variable<String> E_ADDRESS_HOSTS = Variable.text("eAddressHosts");
    static final Variable<String> HOSTS = Variable.text("hosts");
    static final Variable<String> HOST = Variable.text("host");
    static final Variable<Boolean> NOTICE_APPROVED = Variable.flag("noticeApproved");
    static final Variable<Boolean> ALL_SCREENED = Variable.flag("allScreened");
    static final Variable<Boolean> POSITION_APPROVED = Variable.flag("positionApproved");
    static final Variable<Boolean> ALL_ANSWERED = Variable.flag("allAnswered");
    static final Variable<Boolean> PROPOSALS_LEFT = Variable.flag("proposalsLeft");
    static final Variable<Boolean> REPORT_APPROVED = Variable.flag("reportApproved");
    static final Variable<Instant> OPENS_AT = Variable.instant("opensAt");
    static final Variable<Instant> REMIND_AT = Variable.instant("remindAt");
    static final Variable<Instant> CLOSES_AT = Variable.instant("closesAt");
    static final Variable<Instant> RECEIPT_REMINDER_AT = Variable.instant("receiptReminderAt");
    static final Variable<Instant> CALL_AT = Variable.instant("callAt");

    /** The step that sends the position to the hosts. */
    static final String DELIVER_POSITION = "deliverPosition";

    /** The steps that move proposals on, some at a time, and where those stand that are left. */
    static final Map<String, Set<ProposalStatus>> MOVING = Map.of(
            "requestAnswers", Set.of(ProposalStatus.SCREENED),
            "concludeAnswers", Set.of(ProposalStatus.ANSWERED),
            "closeProposals", ProposalStatus.UNFINISHED);

    /** What people do. */
    public enum UserTask {
        prepareNotice,
        approveNotice,
        publishInChannel,
        compilePosition,
        approvePosition,
        sendByEAddress,
        callHost,
        publishAnswers,
        prepareReport,
        approveReport
    }

    /** What the process waits for. */
    enum Message {
        allProposalsScreened,
        allAnswersReceived,
        closingMoved,
        receiptConfirmed,
        consultationWithdrawn
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

    /** The step that moves the proposals on, some at a time, as long as it does. */
    Optional<String> moving(UUID id) {
        return activeElements(id).stream().filter(MOVING::containsKey).findFirst();
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

    static String list(Collection<String> codes) {
        return String.join(",", codes);
    }

    void proposalsScreened(UUID id) {
        tell(id, Message.allProposalsScreened);
    }

    public void answersReceived(UUID id) {
        tell(id, Message.allAnswersReceived);
    }

    public void closingMoved(UUID id) {
        tell(id, Message.closingMoved);
    }

    public void withdraw(UUID id) {
        tell(id, Message.consultationWithdrawn);
    }

    /** Of one host; nobody listens for it before the last e-address message is sent, and after somebody called. */
    public void receiptConfirmed(UUID id, String host) {
        waiting(id, Message.receiptConfirmed)
                .filter(execution -> host.equals(runtime.getVariable(execution.getId(), HOST.name())))
                .forEach(execution -> runtime.messageEventReceived(Message.receiptConfirmed.name(), execution.getId()));
    }

    /** Nobody listens before the process waits there; then the waiting point itself asks again. */
    private void tell(UUID id, Message message) {
        waiting(id, message).forEach(execution -> runtime.messageEventReceived(message.name(), execution.getId()));
    }

    private Stream<Execution> waiting(UUID id, Message message) {
        return runtime
                .createExecutionQuery()
                .processDefinitionKey(KEY)
                .processInstanceBusinessKey(id.toString())
                .messageEventSubscriptionName(message.name())
                .list()
                .stream();
    }
}
