package lv.varu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import lv.varu.VaruTest;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@VaruTest
class HistoryTest {
    private static final String KEY = "errandInHistory";

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Test
    void knowsFromTheStartWhenACaseWillBeForgotten() {
        HistoricProcessInstance begun = begun();
        assertThat(begun.getEndTime()).isNull();
        assertThat(begun.getRemovalTime().toInstant())
                .isEqualTo(begun.getStartTime().toInstant().plus(Duration.ofDays(2)));
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(begun.getId())
                        .list())
                .hasSize(2)
                .allSatisfy(activity -> assertThat(activity.getRemovalTime()).isEqualTo(begun.getRemovalTime()));
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
