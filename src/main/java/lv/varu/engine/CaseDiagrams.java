package lv.varu.engine;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells where cases stand in their model; finished ones are read from the history. */
@Component
@Transactional(readOnly = true)
public class CaseDiagrams {
    // PostgreSQL takes 65,535 parameters in a query.
    private static final int AT_ONCE = 20_000;
    private static final int VERSIONS = 200;

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final HistoryService history;
    /** By version; a version never changes. */
    private final LoadingCache<String, Outline> outlines;

    CaseDiagrams(RepositoryService repository, RuntimeService runtime, HistoryService history) {
        this.repository = repository;
        this.runtime = runtime;
        this.history = history;
        outlines = Caffeine.newBuilder().maximumSize(VERSIONS).build(this::read);
    }

    /** One case in the version of the model that it follows; empty when there is no such case. */
    public Optional<CaseDiagram> of(String processKey, String businessKey) {
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(processKey)
                .processInstanceBusinessKey(businessKey)
                .orderByProcessInstanceStartTime()
                .desc()
                .list()
                .stream()
                .findFirst()
                .map(this::one);
    }

    /** Many cases on one picture, the latest version of the model. */
    public CaseDiagram of(String processKey, Collection<String> businessKeys) {
        var standing = new HashMap<String, Long>();
        var passed = new HashMap<String, Long>();
        instances(processKey, businessKeys)
                .forEach((definition, instances) -> count(definition, instances, standing, passed));
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .latestVersion()
                .singleResult();
        return diagram(definition.getId(), new Footprints(standing, passed, Map.of()), true);
    }

    private CaseDiagram one(HistoricProcessInstance instance) {
        var footprints = Footprints.of(history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list());
        if (instance.getEndTime() == null) {
            waitingToStart(runtime.getActivityInstance(instance.getId())).forEach(footprints::stands);
        }
        return diagram(instance.getProcessDefinitionId(), footprints, instance.getEndTime() != null);
    }

    /** What the history does not know yet: work that waits for a free worker, or for a retry. */
    private static List<String> waitingToStart(ActivityInstance tree) {
        var found = new ArrayList<String>();
        for (var waiting : tree.getChildTransitionInstances()) {
            found.add(waiting.getActivityId());
        }
        for (var child : tree.getChildActivityInstances()) {
            found.addAll(waitingToStart(child));
        }
        return found;
    }

    private Map<String, List<String>> instances(String processKey, Collection<String> businessKeys) {
        return inParts(List.copyOf(businessKeys)).stream()
                .flatMap(part -> history
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey(processKey)
                        .processInstanceBusinessKeyIn(part.toArray(String[]::new))
                        .list()
                        .stream())
                .collect(Collectors.groupingBy(
                        HistoricProcessInstance::getProcessDefinitionId,
                        Collectors.mapping(HistoricProcessInstance::getId, Collectors.toList())));
    }

    private void count(
            String definition, List<String> instances, Map<String, Long> standing, Map<String, Long> passed) {
        for (var part : inParts(instances)) {
            history.createHistoricActivityStatisticsQuery(definition)
                    .processInstanceIdIn(part.toArray(String[]::new))
                    .includeFinished()
                    .list()
                    .forEach(found -> {
                        standing.merge(found.getId(), found.getInstances(), Long::sum);
                        passed.merge(found.getId(), found.getFinished(), Long::sum);
                    });
        }
    }

    private static List<List<String>> inParts(List<String> all) {
        var parts = new ArrayList<List<String>>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return parts;
    }

    private CaseDiagram diagram(String definition, Footprints footprints, boolean over) {
        var model = outlines.get(definition);
        return new CaseDiagram(model.xml(), footprints.elements(model, over), footprints.flows(model));
    }

    private Outline read(String definition) {
        try (InputStream model = repository.getProcessModel(definition)) {
            return Outline.of(model.readAllBytes(), repository.getBpmnModelInstance(definition));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
