package lv.varu.audit;

import java.util.Collection;
import java.util.Map;

/** What the pages of the trail call an actor; the features that keep people and links each contribute theirs. */
public interface ActorNames {
    Map<Actor, String> namesOf(Collection<Actor> actors);
}
