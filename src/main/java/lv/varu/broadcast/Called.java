package lv.varu.broadcast;

import java.util.Set;
import lv.varu.directory.OrganisationKind;
import lv.varu.directory.Topic;

/**
 * Which organisations are called; what is left empty does not narrow.
 *
 * @param everywhere also those that other partnerships keep
 */
public record Called(boolean everywhere, Set<Topic> topics, Set<OrganisationKind> kinds, Set<String> places) {
    public Called {
        topics = Set.copyOf(topics);
        kinds = Set.copyOf(kinds);
        places = Set.copyOf(places);
    }
}
