package lv.varu.engine;

import java.time.Instant;
import java.util.Date;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * A process variable with its type: a flag for a gateway, a text, or the instant of a timer. Business data lives in our
 * tables, never here.
 */
public final class Variable<T> {
    private final String name;
    private final Function<T, Object> toEngine;
    private final Function<Object, T> fromEngine;

    private Variable(String name, Function<T, Object> toEngine, Function<Object, T> fromEngine) {
        this.name = name;
        this.toEngine = toEngine;
        this.fromEngine = fromEngine;
    }

    public static Variable<Boolean> flag(String name) {
        return new Variable<>(name, value -> value, value -> (Boolean) value);
    }

    public static Variable<String> text(String name) {
        return new Variable<>(name, value -> value, value -> (String) value);
    }

    public static Variable<Instant> instant(String name) {
        return new Variable<>(name, Date::from, value -> ((Date) value).toInstant());
    }

    public String name() {
        return name;
    }

    /** The value that the engine holds, or null when it was never set. */
    public @Nullable T in(VariableScope scope) {
        Object value = scope.getVariable(name);
        return value == null ? null : fromEngine.apply(value);
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, toEngine.apply(value));
    }

    public Value with(T value) {
        return new Value(name, toEngine.apply(value));
    }

    /** What a start or a message carries into the process. */
    public static VariableMap all(Value... values) {
        VariableMap map = Variables.createVariables();
        for (Value value : values) {
            map.putValue(value.name(), value.value());
        }
        return map;
    }

    /** One variable with its value. */
    public record Value(String name, Object value) {}
}
