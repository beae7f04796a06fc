package lv.varu.consultation.invitation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import lv.varu.consultation.Consultation;
import lv.varu.directory.Groups;
import lv.varu.directory.Invitees;
import lv.varu.directory.OrganisationKind;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import lv.varu.directory.Topic;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** By what staff may choose whom to invite, each choice with the number of organisations that it brings. */
@Component
@Transactional(readOnly = true)
public class InvitationChoices {
    private final Invitees invitees;
    private final Groups groups;
    private final Places places;
    private final MessageSource messages;

    InvitationChoices(Invitees invitees, Groups groups, Places places, MessageSource messages) {
        this.invitees = invitees;
        this.groups = groups;
        this.places = places;
        this.messages = messages;
    }

    public Map<String, Object> of(Consultation consultation, Locale locale) {
        var reach = invitees.reach(Set.copyOf(consultation.hosts()));
        return Map.of(
                "topics",
                choices(Topic.values(), "directory.topic.", reach::of, locale),
                "kinds",
                choices(OrganisationKind.values(), "directory.organisation-kind.", reach::of, locale),
                "places",
                places(consultation, locale),
                "groups",
                groups(consultation),
                "reachable",
                reach.total());
    }

    private <T extends Enum<T>> Map<String, String> choices(
            T[] codes, String prefix, Function<T, Integer> amount, Locale locale) {
        var choices = new LinkedHashMap<String, String>();
        for (var code : codes) {
            choices.put(code.name(), messages.getMessage(prefix + code, null, locale) + " – " + amount.apply(code));
        }
        return choices;
    }

    /** Each host and what lies in it. */
    private Map<String, String> places(Consultation consultation, Locale locale) {
        var choices = new LinkedHashMap<String, String>();
        consultation.hosts().stream()
                .filter(host -> places.lookUp(host).isPresent())
                .flatMap(host -> places.within(host).stream())
                .filter(code -> places.lookUp(code).filter(Place::exists).isPresent())
                .forEach(code -> choices.put(code, places.fullName(code, locale)));
        return choices;
    }

    private Map<String, String> groups(Consultation consultation) {
        var choices = new LinkedHashMap<String, String>();
        groups.of(consultation.owners())
                .forEach(group -> choices.put(group.id().toString(), group.name() + " – " + group.reachable()));
        return choices;
    }
}
