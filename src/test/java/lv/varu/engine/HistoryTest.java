package lv.varu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import lv.varu.VaruTest;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@VaruTest
class HistoryTest {
    private static final String KEY = "errandInHistory";

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Test
    void forgetsACaseSomeTimeAfterItsEnd() {
        HistoricProcessInstance running = begun();
        HistoricProcessInstance ended = begun();
        runtime.createMessageCorrelation("errandInHistoryDone")
                .processInstanceId(ended.getId())
                .correlate();
        cleanUpAfter(Duration.ofDays(1));
        assertThat(isKept(ended)).isTrue();
        cleanUpAfter(Duration.ofDays(3));
        assertThat(isKept(ended)).isFalse();
        assertThat(isKept(running)).isTrue();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(ended.getId())
                        .count())
                .isZero();
    }

    private void cleanUpAfter(Duration time) {
        ClockUtil.offset(time.toMillis());
        try {
            history.cleanUpHistoryAsync(true);
            history.findHistoryCleanupJobs().forEach(job -> management.executeJob(job.getId()));
        } finally {
            ClockUtil.reset();
        }
    }

    private boolean isKept(HistoricProcessInstance instance) {
        return history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count()
                == 1;
    }

    @Test
    void doesNotRepeatTheValuesOfVariables() {
        HistoricProcessInstance begun = begun();
        assertThat(runtime.getVariables(begun.getId())).containsEntry("urgent", true);
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(begun.getId())
                        .count())
                .isZero();
    }

    private HistoricProcessInstance begun() {
        if (repository.createProcessDefinitionQuery().processDefinitionKey(KEY).count() == 0) {
            var model = Bpmn.createExecutableProcess(KEY)
                    .camundaHistoryTimeToLive(2)
                    .startEvent("asked")
                    .receiveTask("wait")
                    .message("errandInHistoryDone")
                    .done();
            repository.createDeployment().addModelInstance(KEY + ".bpmn", model).deploy();
        }
        String key = UUID.randomUUID().toString();
        var started = runtime.startProcessInstanceByKey(KEY, key, Map.of("urgent", true));
        return history.createHistoricProcessInstanceQuery()
                .processInstanceId(started.getId())
                .singleResult();
    }
}
