package lv.varu.consultation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lv.varu.directory.Partnerships;
import lv.varu.directory.Places;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Names for the codes that a consultation keeps. */
@Component
@NamedInterface("shared")
public class ConsultationNames {
    private final Places places;
    private final Partnerships partnerships;

    ConsultationNames(Places places, Partnerships partnerships) {
        this.places = places;
        this.partnerships = partnerships;
    }

    public Names of(Consultation consultation, Locale locale) {
        return new Names(hosts(consultation, locale), owners(consultation, locale));
    }

    /** Whose document it is: places as they were called when the window closed, or the partnerships themselves. */
    List<String> hosts(Consultation consultation, Locale locale) {
        return consultation.isOwnHosted()
                ? owners(consultation, locale)
                : consultation.hosts().stream()
                        .map(code -> host(code, consultation, locale))
                        .toList();
    }

    public Map<String, String> hostsByCode(Consultation consultation, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        consultation.hosts().forEach(code -> names.put(code, host(code, consultation, locale)));
        return names;
    }

    /** Some have merged since. */
    public String host(String code, Consultation consultation, Locale locale) {
        return places.lookUp(code)
                .map(place -> place.nameOn(consultation.closesOn(), locale))
                .orElse(code);
    }

    private List<String> owners(Consultation consultation, Locale locale) {
        return consultation.owners().stream()
                .map(code -> partnerships.find(code).name(locale))
                .toList();
    }

    /** @param hosts whose document it is */
    @NamedInterface("shared")
    public record Names(List<String> hosts, List<String> owners) {}
}
