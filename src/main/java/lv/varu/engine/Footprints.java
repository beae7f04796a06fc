package lv.varu.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/**
 * What cases left behind in a model.
 *
 * @param standing by element, how many are there
 * @param passed by element, how many went through
 * @param at by element, when it was last reached
 */
record Footprints(Map<String, Long> standing, Map<String, Long> passed, Map<String, Instant> at) {
    private static final Comparator<FlowNode> LEFT_TO_RIGHT =
            Comparator.comparingDouble(Footprints::x).thenComparing(FlowNode::getId);

    /** Of one case. */
    static Footprints of(List<HistoricActivityInstance> activities) {
        var footprints = new Footprints(new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (var activity : activities) {
            if (activity.getEndTime() == null) {
                footprints.stands(activity.getActivityId());
            } else {
                footprints.passed.merge(activity.getActivityId(), 1L, Long::sum);
            }
            footprints.at.put(activity.getActivityId(), activity.getStartTime().toInstant());
        }
        return footprints;
    }

    void stands(String element) {
        standing.merge(element, 1L, Long::sum);
    }

    /** @param over whether what came to an end rests there; while a case goes on, it does not stand in one of its ends */
    List<CaseDiagram.Element> elements(BpmnModelInstance model, boolean over) {
        return model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> node.getName() != null)
                .sorted(LEFT_TO_RIGHT)
                .map(node -> element(node, over))
                .toList();
    }

    /** The arrows between reached elements, but not those that lead back: nobody can tell whether they were used. */
    Set<String> flows(BpmnModelInstance model) {
        return model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> at.containsKey(flow.getSource().getId())
                        && at.containsKey(flow.getTarget().getId())
                        && x(flow.getSource()) <= x(flow.getTarget()))
                .map(SequenceFlow::getId)
                .collect(Collectors.toSet());
    }

    private CaseDiagram.Element element(FlowNode node, boolean over) {
        long through = passed.getOrDefault(node.getId(), 0L);
        // Nothing stands in an end; what came there rests there.
        boolean rests = over && node instanceof EndEvent && node.getParentElement() instanceof Process;
        return new CaseDiagram.Element(
                node.getId(),
                node.getName(),
                node.getParentElement() instanceof SubProcess outer ? outer.getName() : null,
                kind(node),
                rests ? through : node instanceof SubProcess ? 0 : standing.getOrDefault(node.getId(), 0L),
                rests ? 0 : through,
                at.get(node.getId()));
    }

    private static CaseDiagram.Kind kind(FlowNode node) {
        if (node instanceof Gateway) {
            return CaseDiagram.Kind.DECISION;
        }
        if (node instanceof EndEvent) {
            return CaseDiagram.Kind.END;
        }
        return node instanceof Event ? CaseDiagram.Kind.EVENT : CaseDiagram.Kind.WORK;
    }

    private static double x(FlowNode node) {
        return node.getDiagramElement() instanceof BpmnShape shape
                ? shape.getBounds().getX()
                : 0;
    }
}
