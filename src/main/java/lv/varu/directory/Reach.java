package lv.varu.directory;

import java.util.Map;

/** How many organisations of some places an invitation can reach, in all, by topic and by kind. */
public record Reach(int total, Map<Topic, Integer> byTopic, Map<OrganisationKind, Integer> byKind) {

    public int of(Topic topic) {
        return byTopic.getOrDefault(topic, 0);
    }

    public int of(OrganisationKind kind) {
        return byKind.getOrDefault(kind, 0);
    }
}
