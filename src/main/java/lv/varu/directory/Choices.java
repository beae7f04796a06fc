package lv.varu.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import lv.varu.account.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the selects of the directory's forms and filters offer: value and text, in the order of reading. */
@Component
class Choices {
    static final List<String> LANGUAGES = List.of("lv", "en");

    private final Places places;
    private final Partnerships partnerships;
    private final Contacts contacts;
    private final Keepers keepers;

    Choices(Places places, Partnerships partnerships, Contacts contacts, Keepers keepers) {
        this.places = places;
        this.partnerships = partnerships;
        this.contacts = contacts;
        this.keepers = keepers;
    }

    /** Every place that exists, each after the one that holds it. */
    Map<String, String> places(Locale locale) {
        var options = new LinkedHashMap<String, String>();
        places.all().stream()
                .filter(place -> place.parent() == null && place.exists())
                .forEach(root -> addBranch(options, root, locale));
        return options;
    }

    private void addBranch(Map<String, String> options, Place place, Locale locale) {
        options.put(place.code(), places.fullName(place.code(), locale));
        places.childrenOf(place.code()).stream()
                .filter(Place::exists)
                .forEach(child -> addBranch(options, child, locale));
    }

    Map<String, String> partnerships(Locale locale) {
        return partnerships.all().stream().collect(inOrder(locale));
    }

    /** The partnerships for which the person may keep organisations. */
    Map<String, String> keptPartnerships(Person person, Locale locale) {
        return partnerships.all().stream()
                .filter(partnership -> keepers.keepsOrganisationsOf(person, partnership.code()))
                .collect(inOrder(locale));
    }

    /** The places whose offices answer proposals: municipalities, the region, the state. */
    Map<String, String> municipalities(Locale locale) {
        return places.all().stream()
                .filter(place -> place.exists() && place.kind().mayHoldContacts())
                .collect(Collectors.toMap(Place::code, place -> place.name(locale), (a, b) -> a, LinkedHashMap::new));
    }

    Map<String, String> keptMunicipalities(Person person, Locale locale) {
        var kept = municipalities(locale);
        kept.keySet().removeIf(code -> !keepers.keepsContactsOf(person, code));
        return kept;
    }

    /** Who may be told of late answers: colleagues in the municipalities that the person keeps. */
    Map<String, String> managers(Person person, @Nullable UUID except, Locale locale) {
        var options = new LinkedHashMap<String, String>();
        for (var municipality : keptMunicipalities(person, locale).entrySet()) {
            contacts.of(municipality.getKey()).stream()
                    .filter(contact -> !contact.id().equals(except))
                    .forEach(contact -> options.put(contact.id().toString(), label(contact, municipality.getValue())));
        }
        return options;
    }

    private static String label(MunicipalContact contact, String municipality) {
        return contact.position() == null
                ? "%s (%s)".formatted(contact.name(), municipality)
                : "%s, %s (%s)".formatted(contact.name(), contact.position(), municipality);
    }

    private static Collector<Partnership, ?, Map<String, String>> inOrder(Locale locale) {
        return Collectors.toMap(
                Partnership::code, partnership -> partnership.name(locale), (a, b) -> a, LinkedHashMap::new);
    }
}
