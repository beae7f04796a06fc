package lv.varu.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers questions from the decision tables in the folder {@code processes}. */
@Component
public class Decisions {
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    private final DecisionService service;
    private final RepositoryService repository;
    private final TransactionTemplate apart;

    Decisions(DecisionService service, RepositoryService repository, PlatformTransactionManager transactions) {
        this.service = service;
        this.repository = repository;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /**
     * The one row of a table that fits.
     *
     * @throws NoRule when no row fits, which a table's last row should prevent
     */
    public Row ask(String table, Map<String, Object> inputs) {
        // The engine writes down every answer, which the transaction of a page that only reads would refuse.
        var result = TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                ? Objects.requireNonNull(apart.execute(status -> evaluate(table, inputs)))
                : evaluate(table, inputs);
        if (result.isEmpty()) {
            throw new NoRule(table, inputs);
        }
        return new Row(result.getSingleResult());
    }

    /** The rows of a table whose inputs are only texts to compare with, in the order in which they are tried. */
    public List<DecisionRule> rules(String table) {
        var definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .latestVersion()
                .singleResult();
        DecisionTable model = repository
                .getDmnModelInstance(definition.getId())
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
        var inputs = model.getInputs().stream()
                .map(input -> input.getInputExpression().getText().getTextContent())
                .toList();
        var outputs = model.getOutputs().stream().map(Output::getName).toList();
        return model.getRules().stream()
                .map(rule -> new DecisionRule(rule.getId(), inputsOf(rule, inputs), outputsOf(rule, outputs)))
                .toList();
    }

    private static Map<String, List<String>> inputsOf(Rule rule, List<String> names) {
        Map<String, List<String>> inputs = new HashMap<>();
        var entries = rule.getInputEntries().iterator();
        for (String name : names) {
            String text = entries.next().getText().getTextContent().strip();
            if (text.isEmpty() || text.equals("-")) {
                continue;
            }
            if (!LITERALS.matcher(text).matches()) {
                throw new IllegalStateException(rule.getId() + " compares " + name + " with more than texts: " + text);
            }
            inputs.put(name, literals(text));
        }
        return Map.copyOf(inputs);
    }

    private static Map<String, String> outputsOf(Rule rule, List<String> names) {
        Map<String, String> outputs = new HashMap<>();
        var entries = rule.getOutputEntries().iterator();
        for (String name : names) {
            String text = entries.next().getText().getTextContent().strip();
            outputs.put(name, LITERALS.matcher(text).matches() ? literals(text).get(0) : text);
        }
        return Map.copyOf(outputs);
    }

    private static List<String> literals(String text) {
        return LITERAL.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private DmnDecisionTableResult evaluate(String table, Map<String, Object> inputs) {
        return service.evaluateDecisionTableByKey(table).variables(inputs).evaluate();
    }

    /** The outputs of the row that fits. */
    public static final class Row {
        private final DmnDecisionRuleResult outputs;

        private Row(DmnDecisionRuleResult outputs) {
            this.outputs = outputs;
        }

        public String text(String output) {
            return outputs.getEntry(output);
        }

        public int number(String output) {
            return outputs.<Number>getEntry(output).intValue();
        }
    }

    /** A table has no row for these inputs. */
    public static class NoRule extends IllegalStateException {
        NoRule(String table, Map<String, Object> inputs) {
            super(table + " " + inputs);
        }
    }
}
