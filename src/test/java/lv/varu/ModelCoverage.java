package lv.varu;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.spring.boot.starter.event.ExecutionEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Which elements of the models the tests of this run have walked: every node and every flow. */
@Component
public class ModelCoverage {
    private final RepositoryService repository;
    private final Map<String, Set<String>> passed = new ConcurrentHashMap<>();

    ModelCoverage(RepositoryService repository) {
        this.repository = repository;
    }

    @EventListener
    void passed(ExecutionEvent event) {
        String id = event.getEventName().equals("take") ? event.getCurrentTransitionId() : event.getCurrentActivityId();
        if (id != null) {
            String key = event.getProcessDefinitionId().split(":")[0];
            passed.computeIfAbsent(key, any -> ConcurrentHashMap.newKeySet()).add(id);
        }
    }

    /** From 0 to 1. */
    public double of(String processKey) {
        Set<String> all = elements(processKey);
        return 1 - (double) missing(processKey).size() / all.size();
    }

    /** What no test has walked, to be named when a test of the coverage fails. */
    public Set<String> missing(String processKey) {
        Set<String> missing = new TreeSet<>(elements(processKey));
        missing.removeAll(passed.getOrDefault(processKey, Set.of()));
        return missing;
    }

    private Set<String> elements(String processKey) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .latestVersion()
                .singleResult();
        var model = repository.getBpmnModelInstance(definition.getId());
        Collection<FlowNode> nodes = model.getModelElementsByType(FlowNode.class);
        Collection<SequenceFlow> flows = model.getModelElementsByType(SequenceFlow.class);
        Set<String> ids = nodes.stream().map(FlowElement::getId).collect(Collectors.toSet());
        flows.forEach(flow -> ids.add(flow.getId()));
        return ids;
    }
}
