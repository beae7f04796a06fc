package lv.varu.suggestion;

import java.time.Instant;
import java.util.UUID;
import lv.varu.engine.Variable;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** What {@code processes/suggestion-box.bpmn} and the code call the same. */
@Component
class SuggestionBoxProcess {
    static final String KEY = CollectionRound.KIND;

    static final Variable<String> PARTNERSHIP = Variable.text("partnership");
    static final Variable<Boolean> KEEPER_KNOWN = Variable.flag("keeperKnown");
    static final Variable<Boolean> ANY_SHEETS = Variable.flag("anySheets");
    static final Variable<Instant> REMIND_AT = Variable.instant("remindAt");
    static final Variable<Instant> OVERDUE_AT = Variable.instant("overdueAt");

    enum UserTask {
        emptyBox,
        sortSheets
    }

    enum Message {
        boxEmptied
    }

    private final RuntimeService runtime;

    SuggestionBoxProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void start(UUID round, String partnership, boolean keeperKnown, Instant remindAt, Instant overdueAt) {
        runtime.startProcessInstanceByKey(
                KEY,
                round.toString(),
                Variable.all(
                        PARTNERSHIP.with(partnership),
                        KEEPER_KNOWN.with(keeperKnown),
                        REMIND_AT.with(remindAt),
                        OVERDUE_AT.with(overdueAt)));
    }

    void boxEmptied(UUID round, boolean anySheets) {
        runtime.createMessageCorrelation(Message.boxEmptied.name())
                .processInstanceBusinessKey(round.toString())
                .setVariables(Variable.all(ANY_SHEETS.with(anySheets)))
                .correlate();
    }
}
