package lv.varu.consultation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.varu.consultation.publication.Channel;
import lv.varu.directory.OrganisationKind;
import lv.varu.directory.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What the public is told, where, and which organisations are asked in person.
 *
 * @param summary in plain language
 * @param invitedTopics organisations that care for one of them; none means any
 * @param invitedKinds organisations of one of these kinds; none means any
 * @param invitedPlaces codes of places where they work; none means those of the hosts
 * @param invitedGroups groups whose members are invited besides
 * @param onlyGroups nobody but the members of the groups
 */
public record Notice(
        String summary,
        @Nullable String summaryEn,
        List<Channel> channels,
        Set<Topic> invitedTopics,
        Set<OrganisationKind> invitedKinds,
        Set<String> invitedPlaces,
        Set<UUID> invitedGroups,
        boolean onlyGroups) {

    public Notice {
        channels = List.copyOf(channels);
        invitedTopics = Set.copyOf(invitedTopics);
        invitedKinds = Set.copyOf(invitedKinds);
        invitedPlaces = Set.copyOf(invitedPlaces);
        invitedGroups = Set.copyOf(invitedGroups);
    }

    /** Invites by topic and kind alone. */
    public Notice(
            String summary,
            @Nullable String summaryEn,
            List<Channel> channels,
            Set<Topic> invitedTopics,
            Set<OrganisationKind> invitedKinds) {
        this(summary, summaryEn, channels, invitedTopics, invitedKinds, Set.of(), Set.of(), false);
    }
}
