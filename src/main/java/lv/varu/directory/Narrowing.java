package lv.varu.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions of a list; only what was asked for becomes part of the statement, so that the indexes fit. */
class Narrowing {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    Narrowing fixed(String condition) {
        conditions.add(condition);
        return this;
    }

    /** @param condition names the parameter {@code :name} */
    Narrowing by(String condition, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            conditions.add(condition);
            parameters.put(name, value instanceof Enum<?> code ? code.name() : value);
        }
        return this;
    }

    /** One of the two; without any condition of its own the first holds for everything. */
    Narrowing either(@Nullable Narrowing one, Narrowing other) {
        if (one == null) {
            return all(other);
        }
        if (!one.conditions.isEmpty()) {
            conditions.add("((" + String.join(" and ", one.conditions) + ") or ("
                    + String.join(" and ", other.conditions) + "))");
            parameters.putAll(one.parameters);
            parameters.putAll(other.parameters);
        }
        return this;
    }

    private Narrowing all(Narrowing other) {
        conditions.addAll(other.conditions);
        parameters.putAll(other.parameters);
        return this;
    }

    Narrowing words(String column, @Nullable String query) {
        var number = 0;
        for (var word : Folding.words(query)) {
            by(column + " like :word" + number, "word" + number, "%" + literally(word) + "%");
            number++;
        }
        return this;
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    static String literally(String word) {
        return word.replace("\\", "\\\\").replace("_", "\\_").replace("%", "\\%");
    }
}
