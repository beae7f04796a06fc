package lv.varu.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricActivityInstance;

/**
 * What cases left behind in a model.
 *
 * @param standing by element, how many are there
 * @param passed by element, how many went through
 * @param at by element, when it was last reached
 */
record Footprints(Map<String, Long> standing, Map<String, Long> passed, Map<String, Instant> at) {
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
    List<CaseDiagram.Element> elements(Outline model, boolean over) {
        return model.nodes().stream().map(node -> element(node, over)).toList();
    }

    /** The arrows between reached elements, but not those that lead back: nobody can tell whether they were used. */
    Set<String> flows(Outline model) {
        return model.arrows().stream()
                .filter(arrow -> at.containsKey(arrow.from()) && at.containsKey(arrow.to()) && !arrow.back())
                .map(Outline.Arrow::id)
                .collect(Collectors.toSet());
    }

    private CaseDiagram.Element element(Outline.Node node, boolean over) {
        long through = passed.getOrDefault(node.id(), 0L);
        // Nothing stands in an end; what came there rests there.
        boolean rests = over && node.last();
        return new CaseDiagram.Element(
                node.id(),
                node.name(),
                node.outer(),
                node.kind(),
                rests ? through : node.whole() ? 0 : standing.getOrDefault(node.id(), 0L),
                rests ? 0 : through,
                at.get(node.id()));
    }
}
