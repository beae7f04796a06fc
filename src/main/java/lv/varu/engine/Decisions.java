package lv.varu.engine;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Answers questions from the decision tables in the folder {@code processes}. */
@Component
public class Decisions {
    private final DecisionService service;

    Decisions(DecisionService service) {
        this.service = service;
    }

    /**
     * The one row of a table that fits.
     *
     * @throws NoRule when no row fits, which a table's last row should prevent
     */
    public Row ask(String table, Map<String, Object> inputs) {
        var result = service.evaluateDecisionTableByKey(table).variables(inputs).evaluate();
        if (result.isEmpty()) {
            throw new NoRule(table, inputs);
        }
        return new Row(result.getSingleResult());
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
