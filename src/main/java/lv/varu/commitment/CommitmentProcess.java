package lv.varu.commitment;

import java.time.Instant;
import java.util.UUID;
import lv.varu.commitment.Rounds.Round;
import lv.varu.engine.Variable;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What {@code processes/commitment.bpmn} and the code call the same. */
@Component
class CommitmentProcess {
    static final String KEY = Commitment.KIND;

    static final Variable<String> PARTNERSHIP = Variable.text("partnership");
    static final Variable<Boolean> NOTHING_TO_FOLLOW = Variable.flag("nothingToFollow");
    static final Variable<Boolean> CONCLUDED = Variable.flag("concluded");
    static final Variable<Instant> ASK_AT = Variable.instant("askAt");
    static final Variable<Instant> REMIND_AT = Variable.instant("remindAt");
    static final Variable<Instant> ESCALATE_AT = Variable.instant("escalateAt");
    static final Variable<Instant> TELEPHONE_AT = Variable.instant("telephoneAt");

    /** From where everybody is told the news and the next round is planned. */
    private static final String NEWS_KNOWN = "newsKnown";

    enum UserTask {
        recordPromise,
        telephone
    }

    enum Message {
        planChanged,
        progressReported
    }

    private final RuntimeService runtime;

    CommitmentProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void start(Commitment commitment) {
        runtime.startProcessInstanceByKey(
                KEY, commitment.id().toString(), Variable.all(PARTNERSHIP.with(commitment.partnership())));
    }

    /** Goes on with the news that it has not ended. */
    void resume(Commitment commitment) {
        runtime.createProcessInstanceByKey(KEY)
                .businessKey(commitment.id().toString())
                .setVariables(Variable.all(PARTNERSHIP.with(commitment.partnership())))
                .startBeforeActivity(NEWS_KNOWN)
                .execute();
    }

    void progressReported(UUID id) {
        tell(id, Message.progressReported);
    }

    void planChanged(UUID id, Round round) {
        tell(
                id,
                Message.planChanged,
                ASK_AT.with(round.askAt()),
                REMIND_AT.with(round.remindAt()),
                ESCALATE_AT.with(round.escalateAt()),
                TELEPHONE_AT.with(round.telephoneAt()));
    }

    static void wait(VariableScope scope, Round round) {
        ASK_AT.set(scope, round.askAt());
        REMIND_AT.set(scope, round.remindAt());
        ESCALATE_AT.set(scope, round.escalateAt());
        TELEPHONE_AT.set(scope, round.telephoneAt());
    }

    private void tell(UUID id, Message message, Variable.Value... values) {
        runtime.createMessageCorrelation(message.name())
                .processInstanceBusinessKey(id.toString())
                .setVariables(Variable.all(values))
                .correlate();
    }
}
