package lv.varu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.engine.CaseDiagram.Element;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@VaruTest
class CaseDiagramsTest {
    private static final String KEY = "errandOnPicture";
    private static final BpmnModelInstance MODEL = Bpmn.createExecutableProcess(KEY)
            .name("Gājiens")
            .camundaHistoryTimeToLive(1)
            .startEvent("asked")
            .name("Lūgums")
            .receiveTask("wait")
            .name("Gaidīt")
            .message("errandDone")
            .serviceTask("tell")
            .name("Paziņot")
            .camundaExpression("${true}")
            .camundaAsyncBefore()
            .endEvent("over")
            .name("Pabeigts")
            .done();

    @Autowired
    CaseDiagrams diagrams;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Test
    void tellsWhereOneCaseStandsUntilItHasEnded() {
        String key = start();
        assertThat(current(one(key))).containsExactly("wait 1");
        assertThat(one(key).flows()).hasSize(1);
        assertThat(one(key).xml()).contains("Gājiens");

        runtime.createMessageCorrelation("errandDone")
                .processInstanceBusinessKey(key)
                .correlate();
        assertThat(current(one(key))).as("waits for a free worker").containsExactly("tell 1");
        assertThat(diagrams.of(KEY, UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void countsManyCasesOnOnePicture() {
        var keys = List.of(start(), start(), start());
        runtime.createMessageCorrelation("errandDone")
                .processInstanceBusinessKey(keys.get(0))
                .correlate();
        var picture = diagrams.of(KEY, keys);
        assertThat(current(picture)).containsExactly("wait 2");
        assertThat(picture.elements())
                .filteredOn(Element::reached)
                .extracting(Element::name)
                .contains("Lūgums", "Gaidīt");
    }

    private CaseDiagram one(String key) {
        return diagrams.of(KEY, key).orElseThrow();
    }

    private static List<String> current(CaseDiagram picture) {
        return picture.current().stream()
                .map(element -> element.id() + " " + element.standing())
                .toList();
    }

    private String start() {
        if (repository.createProcessDefinitionQuery().processDefinitionKey(KEY).count() == 0) {
            repository.createDeployment().addModelInstance(KEY + ".bpmn", MODEL).deploy();
        }
        String key = UUID.randomUUID().toString();
        runtime.startProcessInstanceByKey(KEY, key);
        return key;
    }
}
