package lv.varu.engine;

import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers questions from the decision tables in the folder {@code processes}. */
@Component
public class Decisions {
    private final DecisionService service;
    private final TransactionTemplate apart;

    Decisions(DecisionService service, PlatformTransactionManager transactions) {
        this.service = service;
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
