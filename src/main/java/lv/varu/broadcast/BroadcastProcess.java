package lv.varu.broadcast;

import java.time.Instant;
import java.util.UUID;
import lv.varu.engine.Variable;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** What {@code processes/broadcast.bpmn} and the code call the same. */
@Component
class BroadcastProcess {
    static final String KEY = Broadcast.KIND;

    static final Variable<String> PARTNERSHIP = Variable.text("partnership");
    static final Variable<Boolean> ALL_SENT = Variable.flag("allSent");
    static final Variable<Instant> REMIND_AT = Variable.instant("remindAt");
    static final Variable<Instant> CLOSES_AT = Variable.instant("closesAt");

    enum UserTask {
        writeThanks
    }

    enum Message {
        remindNow,
        closedByHand
    }

    private final RuntimeService runtime;

    BroadcastProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void start(Broadcast broadcast, Instant remindAt) {
        runtime.startProcessInstanceByKey(
                KEY,
                broadcast.id().toString(),
                Variable.all(
                        PARTNERSHIP.with(broadcast.partnership()),
                        REMIND_AT.with(remindAt),
                        CLOSES_AT.with(broadcast.closesAt())));
    }

    void remindNow(UUID id) {
        tell(id, Message.remindNow);
    }

    void closedByHand(UUID id) {
        tell(id, Message.closedByHand);
    }

    private void tell(UUID id, Message message) {
        runtime.createMessageCorrelation(message.name())
                .processInstanceBusinessKey(id.toString())
                .correlate();
    }
}
