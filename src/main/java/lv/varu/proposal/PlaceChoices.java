package lv.varu.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The places that a proposal of a consultation can be about, as one list to choose from. */
@Component
public class PlaceChoices {
    private final Places places;
    private final IntakeRules rules;

    PlaceChoices(Places places, IntakeRules rules) {
        this.places = places;
        this.rules = rules;
    }

    /** One group for each municipality; in it the municipality itself stands first and means all of it. */
    public List<Group> of(Call call, Locale locale) {
        return rules.municipalitiesOf(call).stream()
                .map(municipality -> group(municipality, locale))
                .toList();
    }

    private Group group(Place municipality, Locale locale) {
        List<Choice> parts = places.parishesOf(municipality.code()).stream()
                .map(part -> new Choice(part.code(), part.name(locale)))
                .toList();
        return new Group(municipality.code(), municipality.name(locale), parts);
    }

    public Optional<String> municipalityOf(@Nullable String place) {
        return places.lookUp(place)
                .flatMap(found -> places.municipalityOf(found.code()))
                .map(Place::code);
    }

    /** "Līksnas pagasts, Augšdaugavas novads". */
    public String name(String municipality, @Nullable String place, Locale locale) {
        List<String> names = new ArrayList<>();
        places.lookUp(place)
                .filter(part -> !part.code().equals(municipality))
                .ifPresent(part -> names.add(part.name(locale)));
        places.lookUp(municipality).ifPresent(whole -> names.add(whole.name(locale)));
        return String.join(", ", names);
    }

    /** "Līksnas pagasts", or the municipality when it is about all of it. */
    public String nearest(String municipality, @Nullable String place, Locale locale) {
        return places.find(place == null ? municipality : place).name(locale);
    }

    record Group(String code, String name, List<Choice> parts) {}

    record Choice(String code, String name) {}
}
