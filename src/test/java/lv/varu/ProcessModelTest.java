package lv.varu;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.varu.engine.Variable;
import lv.varu.task.TaskScreen;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.Script;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormField;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.util.ClassUtils;

/** Every model of the folder {@code processes} and the code mean the same things by the same names. */
@VaruTest
class ProcessModelTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("lv"), Locale.ENGLISH);
    private static final String MISSING = "?";

    /** The class that names what a model and the code call the same, by the key of the model. */
    private static final Map<String, String> OURS = Map.of(
            "consultation", "lv.varu.consultation.ConsultationProcess",
            "proposal", "lv.varu.proposal.ProposalProcess",
            "commitment", "lv.varu.commitment.CommitmentProcess",
            "broadcast", "lv.varu.broadcast.BroadcastProcess",
            "suggestion-box", "lv.varu.suggestion.SuggestionBoxProcess");

    @Autowired
    RepositoryService repository;

    @Autowired
    ApplicationContext beans;

    @Autowired
    MessageSource messages;

    @Autowired
    List<TaskScreen<?>> screens;

    @TestFactory
    Stream<DynamicContainer> models() {
        var ours = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(definition -> OURS.containsKey(definition.getKey()))
                .toList();
        assertThat(ours).hasSize(OURS.size());
        return ours.stream().map(this::model);
    }

    private DynamicContainer model(ProcessDefinition definition) {
        var model = repository.getBpmnModelInstance(definition.getId());
        String key = definition.getKey();
        return DynamicContainer.dynamicContainer(
                key,
                Stream.of(
                        test("everyDelegateNamesABean", () -> delegatesNameBeans(model)),
                        test("everyTaskHasANameInBothLanguages", () -> tasksHaveNames(model, key)),
                        test("everyFieldHasALabelInBothLanguages", () -> fieldsHaveLabels(model)),
                        test("everyFormKeyHasAScreen", () -> formKeysHaveScreens(model)),
                        test("everyConstantIsInTheModel", () -> constantsAreInTheModel(model, key)),
                        test(
                                "keepsItsHistoryForAKnownTime",
                                () -> assertThat(definition.getHistoryTimeToLive())
                                        .isPositive()),
                        test("everyElementHasAName", () -> elementsHaveNames(model)),
                        test("theDiagramIsComplete", () -> diagramIsComplete(model)),
                        test("noScripts", () -> noScripts(model)),
                        test("onlyAGroupOfAPartnershipGetsATask", () -> tasksBelongToGroups(model))));
    }

    private static DynamicTest test(String name, Runnable check) {
        return DynamicTest.dynamicTest(name, check::run);
    }

    private void delegatesNameBeans(BpmnModelInstance model) {
        Stream<String> services = all(model, ServiceTask.class).map(ServiceTask::getCamundaDelegateExpression);
        Stream<String> rules = all(model, BusinessRuleTask.class).map(BusinessRuleTask::getCamundaDelegateExpression);
        assertThat(Stream.concat(services, rules)).isNotEmpty().allSatisfy(expression -> {
            assertThat(expression).matches("\\$\\{\\w+}");
            String bean = expression.substring(2, expression.length() - 1);
            assertThat(beans.getBean(bean)).isInstanceOf(JavaDelegate.class);
        });
    }

    private void tasksHaveNames(BpmnModelInstance model, String key) {
        assertThat(all(model, UserTask.class)).isNotEmpty().allSatisfy(task -> {
            String code = "task." + key + "." + task.getId();
            LANGUAGES.forEach(
                    language -> assertThat(text(code, language)).as(code).isNotEqualTo(MISSING));
            assertThat(text(code, LANGUAGES.get(0))).as(code).isEqualTo(task.getName());
            assertThat(text(code, LANGUAGES.get(1))).as(code).isNotEqualTo(task.getName());
        });
    }

    private void fieldsHaveLabels(BpmnModelInstance model) {
        assertThat(all(model, CamundaFormField.class))
                .allSatisfy(field -> LANGUAGES.forEach(language -> {
                    String code = "task.field." + field.getCamundaId();
                    assertThat(text(code, language)).as(code).isNotEqualTo(MISSING);
                }));
    }

    private void formKeysHaveScreens(BpmnModelInstance model) {
        var known = screens.stream().map(TaskScreen::formKey).collect(Collectors.toSet());
        assertThat(all(model, UserTask.class).map(UserTask::getCamundaFormKey).filter(formKey -> formKey != null))
                .allMatch(known::contains);
    }

    private static void constantsAreInTheModel(BpmnModelInstance model, String key) {
        Class<?> names = ClassUtils.resolveClassName(
                Objects.requireNonNull(OURS.get(key)), ProcessModelTest.class.getClassLoader());
        assertThat(constants(names, "UserTask"))
                .containsExactlyInAnyOrderElementsOf(
                        all(model, UserTask.class).map(UserTask::getId).toList());
        assertThat(constants(names, "Message"))
                .containsExactlyInAnyOrderElementsOf(
                        all(model, Message.class).map(Message::getName).toList());
        String text = Bpmn.convertToString(model);
        assertThat(variables(names)).isNotEmpty().allMatch(text::contains);
    }

    private static List<String> constants(Class<?> names, String nested) {
        return Arrays.stream(names.getDeclaredClasses())
                .filter(type -> type.getSimpleName().equals(nested))
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    private static List<String> variables(Class<?> names) {
        List<String> found = new ArrayList<>();
        for (Field field : names.getDeclaredFields()) {
            if (field.getType() == Variable.class) {
                field.setAccessible(true);
                try {
                    found.add(((Variable<?>) field.get(null)).name());
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return found;
    }

    private static void elementsHaveNames(BpmnModelInstance model) {
        assertThat(all(model, Process.class)).allMatch(process -> process.getName() != null);
        assertThat(all(model, FlowNode.class)
                        .filter(node -> node.getName() == null || node.getName().isBlank())
                        .map(FlowElement::getId))
                .isEmpty();
        assertThat(all(model, Activity.class).map(FlowElement::getId)).allMatch(id -> !id.matches(".*_[0-9a-z]{7}"));
    }

    private static void diagramIsComplete(BpmnModelInstance model) {
        Set<String> drawn = new TreeSet<>();
        all(model, BpmnShape.class)
                .forEach(shape -> drawn.add(shape.getBpmnElement().getId()));
        all(model, BpmnEdge.class)
                .forEach(edge -> drawn.add(edge.getBpmnElement().getId()));
        Stream<FlowElement> elements = Stream.concat(all(model, FlowNode.class), all(model, SequenceFlow.class));
        assertThat(elements.map(FlowElement::getId)).isNotEmpty().allMatch(drawn::contains);
    }

    private static void noScripts(BpmnModelInstance model) {
        assertThat(model.getModelElementsByType(Script.class)).isEmpty();
        assertThat(model.getModelElementsByType(ScriptTask.class)).isEmpty();
        assertThat(model.getModelElementsByType(CamundaScript.class)).isEmpty();
    }

    private static void tasksBelongToGroups(BpmnModelInstance model) {
        assertThat(all(model, UserTask.class).map(UserTask::getCamundaCandidateGroups))
                .allMatch(group -> group.matches("\\$\\{(partnership|owner)}:(STAFF|MANAGER)"));
    }

    private static <T extends ModelElementInstance> Stream<T> all(BpmnModelInstance model, Class<T> type) {
        Collection<T> found = model.getModelElementsByType(type);
        return found.stream();
    }

    private String text(String code, Locale language) {
        String text = messages.getMessage(code, null, MISSING, language);
        return text == null ? MISSING : text;
    }
}
