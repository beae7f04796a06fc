package lv.varu.engine;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.jspecify.annotations.Nullable;

/**
 * What pages need of one version of a model, read once: asking the model for the place of an element searches all of it.
 *
 * @param xml the model as it was deployed
 * @param nodes those with a name, from left to right
 */
record Outline(String xml, List<Node> nodes, List<Arrow> arrows) {

    /**
     * @param outer name of the sub-process in which it lies
     * @param last whether a case that comes here is over
     * @param whole whether it is a sub-process
     */
    record Node(String id, String name, @Nullable String outer, CaseDiagram.Kind kind, boolean last, boolean whole) {}

    /** @param back whether it leads to an earlier element */
    record Arrow(String id, String from, String to, boolean back) {}

    static Outline of(byte[] xml, BpmnModelInstance model) {
        Map<String, Double> places = model.getModelElementsByType(BpmnShape.class).stream()
                .collect(Collectors.toMap(
                        shape -> shape.getAttributeValue("bpmnElement"),
                        shape -> shape.getBounds().getX(),
                        (one, same) -> one));
        var leftToRight = Comparator.comparingDouble((FlowNode node) -> places.getOrDefault(node.getId(), 0.0))
                .thenComparing(FlowNode::getId);
        return new Outline(
                new String(xml, StandardCharsets.UTF_8),
                model.getModelElementsByType(FlowNode.class).stream()
                        .filter(node -> node.getName() != null)
                        .sorted(leftToRight)
                        .map(Outline::node)
                        .toList(),
                model.getModelElementsByType(SequenceFlow.class).stream()
                        .map(flow -> arrow(flow, places))
                        .toList());
    }

    private static Node node(FlowNode node) {
        return new Node(
                node.getId(),
                node.getName(),
                node.getParentElement() instanceof SubProcess outer ? outer.getName() : null,
                kind(node),
                node instanceof EndEvent && node.getParentElement() instanceof Process,
                node instanceof SubProcess);
    }

    private static Arrow arrow(SequenceFlow flow, Map<String, Double> places) {
        String from = flow.getSource().getId();
        String to = flow.getTarget().getId();
        return new Arrow(flow.getId(), from, to, places.getOrDefault(from, 0.0) > places.getOrDefault(to, 0.0));
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
}
