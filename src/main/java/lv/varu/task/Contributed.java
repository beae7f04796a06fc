package lv.varu.task;

import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Beans of the features, found by their key when they are needed: a feature that contributes a screen may itself use the
 * task list, so neither can wait for the other at the start.
 */
final class Contributed<T> {
    private final ObjectProvider<T> beans;
    private final Function<T, String> key;

    Contributed(ObjectProvider<T> beans, Function<T, String> key) {
        this.beans = beans;
        this.key = key;
    }

    Optional<T> find(String wanted) {
        return beans.stream().filter(bean -> key.apply(bean).equals(wanted)).findFirst();
    }
}
