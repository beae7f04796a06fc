package lv.varu.proposal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.varu.engine.Variable;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What {@code processes/proposal.bpmn} and the code call the same. */
@Component
class ProposalProcess {
    static final String KEY = Proposal.KIND;

    static final Variable<Boolean> NEEDS_CONFIRMATION = Variable.flag("needsConfirmation");
    static final Variable<Boolean> DECLINED = Variable.flag("declined");
    static final Variable<Boolean> LEFT_OUT = Variable.flag("leftOut");
    static final Variable<String> PARTNERSHIP = Variable.text("partnership");
    static final Variable<Instant> CONFIRM_BY = Variable.instant("confirmBy");
    static final Variable<Instant> REMIND_AT = Variable.instant("remindAt");
    static final Variable<Instant> DUE_AT = Variable.instant("dueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.instant("escalateAt");
    static final Variable<Instant> TELEPHONE_AT = Variable.instant("telephoneAt");
    static final Variable<Instant> LATE_AT = Variable.instant("lateAt");
    static final Variable<Instant> FINAL_AT = Variable.instant("finalAt");

    enum UserTask {
        screen,
        telephone
    }

    enum Message {
        submissionConfirmed,
        positionDelivered,
        answerReceived,
        answerPublished
    }

    private final RuntimeService runtime;

    ProposalProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** @param confirmBy until when the submitter must confirm; nothing to confirm when there is none */
    void start(UUID id, String partnership, @Nullable Instant confirmBy) {
        List<Variable.Value> values = new ArrayList<>();
        values.add(NEEDS_CONFIRMATION.with(confirmBy != null));
        values.add(PARTNERSHIP.with(partnership));
        if (confirmBy != null) {
            values.add(CONFIRM_BY.with(confirmBy));
        }
        runtime.startProcessInstanceByKey(KEY, id.toString(), Variable.all(values.toArray(Variable.Value[]::new)));
    }

    void submissionConfirmed(UUID id) {
        tell(id, Message.submissionConfirmed);
    }

    void positionDelivered(UUID id, boolean leftOut) {
        tell(id, Message.positionDelivered, LEFT_OUT.with(leftOut));
    }

    void answerReceived(UUID id) {
        tell(id, Message.answerReceived);
    }

    void answerPublished(UUID id) {
        tell(id, Message.answerPublished);
    }

    private void tell(UUID id, Message message, Variable.Value... values) {
        runtime.createMessageCorrelation(message.name())
                .processInstanceBusinessKey(id.toString())
                .setVariables(Variable.all(values))
                .correlate();
    }
}
