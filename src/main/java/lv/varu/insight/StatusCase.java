package lv.varu.insight;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lv.varu.consultation.position.Delivery;
import lv.varu.engine.CaseDiagram;
import org.jspecify.annotations.Nullable;

/**
 * One consultation with its pictures.
 *
 * @param course where it stands; none for one that was over before the program came
 * @param whereabouts where its proposals stand
 * @param deliveries the position on its way to each host
 * @param hosts their names by code
 */
record StatusCase(
        StatusRow row,
        @Nullable CaseDiagram course,
        Whereabouts.Picture whereabouts,
        List<Delivery> deliveries,
        Map<String, String> hosts) {

    /** What has been done, in the order in which it was done. */
    public List<CaseDiagram.Element> done() {
        return course == null
                ? List.of()
                : course.elements().stream()
                        .filter(element -> element.passed() > 0
                                && element.kind() != CaseDiagram.Kind.DECISION
                                && element.at() != null)
                        .sorted(Comparator.comparing(element -> Objects.requireNonNull(element.at())))
                        .toList();
    }

    /** Tasks that wait at the element. */
    public List<StatusRow.Duty> duties(String element) {
        return row.duties().stream()
                .filter(duty -> duty.element().equals(element))
                .toList();
    }

    /** For the viewer: element, how many stand there, how many passed. */
    static String marks(CaseDiagram diagram) {
        var current = diagram.current();
        return diagram.elements().stream()
                .filter(CaseDiagram.Element::reached)
                .map(element -> element.id() + " " + (current.contains(element) ? element.standing() : 0) + " "
                        + element.passed())
                .collect(Collectors.joining(";"));
    }

    public String courseMarks() {
        return course == null ? "" : marks(course);
    }

    public String courseFlows() {
        return course == null ? "" : String.join(" ", course.flows());
    }

    public @Nullable CaseDiagram proposals() {
        return whereabouts.diagram();
    }

    public @Nullable Instant countedAt() {
        return whereabouts.countedAt();
    }

    public String proposalMarks() {
        var proposals = proposals();
        return proposals == null ? "" : marks(proposals);
    }
}
