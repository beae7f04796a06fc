package lv.varu.task;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field that a model declares.
 *
 * @param label a message's key or the text itself
 * @param choices the values of an enum with the names that the model gives them
 * @param constraints {@code required}, {@code readonly} and the limits, as written in the model
 */
record PlainField(
        String id,
        String label,
        Type type,
        @Nullable String initial,
        Map<String, String> choices,
        Map<String, String> constraints) {

    enum Type {
        STRING,
        LONG,
        BOOLEAN,
        DATE,
        ENUM
    }

    boolean isRequired() {
        return has("required");
    }

    boolean isReadOnly() {
        return has("readonly");
    }

    private boolean has(String name) {
        return constraints.containsKey(name) && !"false".equals(constraints.get(name));
    }

    Optional<Long> limit(String name) {
        return Optional.ofNullable(constraints.get(name)).map(Long::valueOf);
    }

    /** A value that a gateway may ask for; all else stays out of the engine. */
    boolean isDecision() {
        return type == Type.BOOLEAN || type == Type.ENUM;
    }
}
