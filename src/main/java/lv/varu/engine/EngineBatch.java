package lv.varu.engine;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets the engine write down many cases in one go. Whatever it is asked for inside one of its own commands it writes
 * only at the end of that command, so the work is the one step of a small process.
 */
@Component("workTogether")
public class EngineBatch implements JavaDelegate {
    static final String MODEL = "together.bpmn";
    private static final String KEY = "together";

    private final RuntimeService runtime;
    private final ThreadLocal<@Nullable Runnable> waiting = new ThreadLocal<>();

    EngineBatch(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Does the work in the caller's transaction; what it throws comes out as it is. */
    public void together(Runnable work) {
        waiting.set(work);
        try {
            runtime.startProcessInstanceByKey(KEY);
        } finally {
            waiting.remove();
        }
    }

    @Override
    public void execute(DelegateExecution step) {
        Runnable work = waiting.get();
        if (work == null) {
            throw new IllegalStateException();
        }
        work.run();
    }

    static BpmnModelInstance model() {
        return Bpmn.createExecutableProcess(KEY)
                .name("Kopīgs darbs")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("begun")
                .serviceTask("work")
                .camundaDelegateExpression("${workTogether}")
                .endEvent("done")
                .done();
    }
}
