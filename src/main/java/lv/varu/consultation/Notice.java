package lv.varu.consultation;

import java.util.List;
import java.util.Set;
import lv.varu.directory.OrganisationKind;
import lv.varu.directory.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What the public is told, where, and which organisations are asked in person.
 *
 * @param summary in plain language
 * @param invitedTopics organisations that care for one of them; none means any
 * @param invitedKinds organisations of one of these kinds; none means any
 */
public record Notice(
        String summary,
        @Nullable String summaryEn,
        List<Channel> channels,
        Set<Topic> invitedTopics,
        Set<OrganisationKind> invitedKinds) {

    public Notice {
        channels = List.copyOf(channels);
        invitedTopics = Set.copyOf(invitedTopics);
        invitedKinds = Set.copyOf(invitedKinds);
    }
}
