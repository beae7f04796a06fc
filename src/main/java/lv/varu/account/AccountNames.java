package lv.varu.account;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.varu.audit.Actor;
import lv.varu.audit.ActorNames;
import org.springframework.stereotype.Component;

/** Lets the trail call people by their names. */
@Component
class AccountNames implements ActorNames {
    private final People people;

    AccountNames(People people) {
        this.people = people;
    }

    @Override
    public Map<Actor, String> namesOf(Collection<Actor> actors) {
        Map<UUID, Actor> asked = actors.stream()
                .filter(actor -> actor.kind() == Actor.Kind.ACCOUNT)
                .collect(Collectors.toMap(
                        actor -> UUID.fromString(actor.id()), Function.identity(), (first, same) -> first));
        return people.find(asked.keySet()).values().stream()
                .collect(Collectors.toMap(person -> Actor.account(person.id()), Person::name));
    }
}
