package lv.varu.task;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaConstraint;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormData;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormField;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaValue;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the tasks out of the deployed models; a version of a model never changes, so each is read once. */
@Component
class ModelTasks {
    private final RepositoryService repository;
    private final Map<String, Map<String, ModelTask>> known = new ConcurrentHashMap<>();

    ModelTasks(RepositoryService repository) {
        this.repository = repository;
    }

    ModelTask find(String modelId, String taskKey) {
        return Objects.requireNonNull(of(modelId).get(taskKey), taskKey);
    }

    /** The kinds of task that the newest models have. */
    List<ModelTask> newest() {
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list()
                .stream()
                .map(ProcessDefinition::getId)
                .map(this::of)
                .map(Map::values)
                .flatMap(Collection::stream)
                .toList();
    }

    private Map<String, ModelTask> of(String modelId) {
        return known.computeIfAbsent(modelId, this::read);
    }

    private Map<String, ModelTask> read(String modelId) {
        Map<String, ModelTask> tasks = new LinkedHashMap<>();
        for (UserTask task : repository.getBpmnModelInstance(modelId).getModelElementsByType(UserTask.class)) {
            tasks.put(task.getId(), read(task));
        }
        return tasks;
    }

    private static ModelTask read(UserTask task) {
        return new ModelTask(
                processOf(task).getId(),
                task.getId(),
                task.getName(),
                task.getCamundaFormKey(),
                elementVariable(task),
                fields(task));
    }

    private static Process processOf(UserTask task) {
        ModelElementInstance parent = task.getParentElement();
        while (!(parent instanceof Process process)) {
            parent = parent.getParentElement();
        }
        return process;
    }

    /** Of the task, or of the sub-process that is repeated with it. */
    private static @Nullable String elementVariable(UserTask task) {
        ModelElementInstance around = task;
        while (around instanceof Activity activity) {
            if (activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics each) {
                return each.getCamundaElementVariable();
            }
            around = activity.getParentElement();
        }
        return null;
    }

    private static List<PlainField> fields(UserTask task) {
        if (task.getExtensionElements() == null) {
            return List.of();
        }
        return task.getExtensionElements().getElementsQuery().filterByType(CamundaFormData.class).list().stream()
                .flatMap(data -> data.getCamundaFormFields().stream())
                .map(ModelTasks::field)
                .toList();
    }

    private static PlainField field(CamundaFormField field) {
        return new PlainField(
                field.getCamundaId(),
                Objects.requireNonNullElse(field.getCamundaLabel(), field.getCamundaId()),
                PlainField.Type.valueOf(field.getCamundaType().toUpperCase(Locale.ROOT)),
                field.getCamundaDefaultValue(),
                choices(field),
                constraints(field));
    }

    private static Map<String, String> choices(CamundaFormField field) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (CamundaValue value : field.getCamundaValues()) {
            choices.put(value.getCamundaId(), value.getCamundaName());
        }
        return choices;
    }

    private static Map<String, String> constraints(CamundaFormField field) {
        Map<String, String> constraints = new LinkedHashMap<>();
        if (field.getCamundaValidation() != null) {
            for (CamundaConstraint each : field.getCamundaValidation().getCamundaConstraints()) {
                constraints.put(each.getCamundaName(), Objects.requireNonNullElse(each.getCamundaConfig(), ""));
            }
        }
        return constraints;
    }
}
