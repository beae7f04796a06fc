package lv.varu.engine;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model as a picture, with what happened in it.
 *
 * @param xml the model, for a viewer
 * @param elements everything that can be reached, from left to right
 * @param flows ids of the arrows on which the case came; only for a picture of one case
 */
public record CaseDiagram(String xml, List<Element> elements, Set<String> flows) {

    public CaseDiagram {
        elements = List.copyOf(elements);
        flows = Set.copyOf(flows);
    }

    /** Where something stands now, or rests in the end. */
    public List<Element> current() {
        var standing =
                elements.stream().filter(element -> element.standing() > 0).toList();
        // A branch that waits for others tells nothing as long as the others do.
        var told = standing.stream()
                .filter(element -> element.kind() != Kind.DECISION)
                .toList();
        return told.isEmpty() ? standing : told;
    }

    /** What an element is to a reader: work, something that is waited for, a question, or the end. */
    public enum Kind {
        WORK,
        EVENT,
        DECISION,
        END
    }

    /**
     * @param within name of the sub-process that holds it
     * @param standing how many stand here now, or ended here
     * @param passed how many went through here
     * @param at when it was last reached; only for a picture of one case
     */
    public record Element(
            String id,
            String name,
            @Nullable String within,
            Kind kind,
            long standing,
            long passed,
            @Nullable Instant at) {

        public boolean reached() {
            return standing > 0 || passed > 0;
        }
    }
}
