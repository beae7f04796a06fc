package lv.varu.task;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/**
 * Beans of the features, found by their key when they are first needed: a feature that contributes a screen may itself
 * use the task list, so neither can wait for the other at the start.
 */
final class Contributed<T> {
    private final SingletonSupplier<Map<String, T>> beans;

    Contributed(ObjectProvider<T> beans, Function<T, String> key) {
        this.beans = SingletonSupplier.of(() -> beans.stream().collect(toUnmodifiableMap(key, Function.identity())));
    }

    Optional<T> find(String wanted) {
        return Optional.ofNullable(beans.obtain().get(wanted));
    }
}
