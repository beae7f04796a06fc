package lv.varu.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lv.varu.audit.CodeNames;
import org.springframework.stereotype.Component;

/** The trail keeps codes of places and partnerships; its readers see what they are called. */
@Component
class DirectoryNames implements CodeNames {
    private static final Set<String> OF_PLACES = Set.of("host", "hosts", "place", "places", "municipality");
    private static final Set<String> OF_PARTNERSHIPS = Set.of("partnership", "partnerships", "owner", "owners");

    private final Places places;
    private final Partnerships partnerships;

    DirectoryNames(Places places, Partnerships partnerships) {
        this.places = places;
        this.partnerships = partnerships;
    }

    @Override
    public boolean has(String field) {
        return OF_PLACES.contains(field) || OF_PARTNERSHIPS.contains(field);
    }

    @Override
    public Optional<String> nameOf(String field, String code, Locale locale) {
        return OF_PLACES.contains(field)
                ? places.lookUp(code).map(place -> place.name(locale))
                : partnerships.lookUp(code).map(partnership -> partnership.name(locale));
    }
}
