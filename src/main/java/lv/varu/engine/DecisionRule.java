package lv.varu.engine;

import java.util.List;
import java.util.Map;

/**
 * A row of a decision table as it is written.
 *
 * @param inputs by the name of the variable, the values that fit; an input that fits everything is not among them
 * @param outputs by their names
 */
public record DecisionRule(String id, Map<String, List<String>> inputs, Map<String, String> outputs) {
    public boolean fits(Map<String, String> values) {
        return inputs.entrySet().stream()
                .allMatch(input -> input.getValue().contains(values.getOrDefault(input.getKey(), "")));
    }
}
