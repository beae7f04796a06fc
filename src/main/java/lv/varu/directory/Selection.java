package lv.varu.directory;

import java.util.Set;
import java.util.UUID;

/**
 * Whom to invite: the active organisations with an e-mail address that care for one of the topics, are of one of the
 * kinds and work in one of the places, in a part of it or in a larger area that holds it; and those of the groups.
 * What is left empty does not narrow.
 *
 * @param places codes
 * @param onlyGroups nobody but the members of the groups
 */
public record Selection(
        Set<Topic> topics, Set<String> places, Set<OrganisationKind> kinds, Set<UUID> groups, boolean onlyGroups) {

    public Selection {
        topics = Set.copyOf(topics);
        places = Set.copyOf(places);
        kinds = Set.copyOf(kinds);
        groups = Set.copyOf(groups);
    }

    public static Selection in(Set<String> places) {
        return new Selection(Set.of(), places, Set.of(), Set.of(), false);
    }
}
