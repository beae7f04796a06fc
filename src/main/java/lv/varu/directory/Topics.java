package lv.varu.directory;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Topics as a column keeps them: their names, in the order of the enum. */
class Topics {
    private Topics() {}

    static String[] stored(Collection<Topic> topics) {
        return inOrder(topics).stream().map(Topic::name).toArray(String[]::new);
    }

    static Set<Topic> read(String[] stored) {
        return inOrder(Arrays.stream(stored).map(Topic::valueOf).toList());
    }

    static Set<Topic> inOrder(Collection<Topic> topics) {
        var ordered = EnumSet.noneOf(Topic.class);
        ordered.addAll(topics);
        return Collections.unmodifiableSet(ordered);
    }
}
