package lv.varu.consultation;

import java.util.List;
import java.util.Locale;
import lv.varu.directory.Partnerships;
import lv.varu.directory.Places;
import org.springframework.stereotype.Component;

/** Names for the codes that a consultation keeps. */
@Component
class ConsultationNames {
    private final Places places;
    private final Partnerships partnerships;

    ConsultationNames(Places places, Partnerships partnerships) {
        this.places = places;
        this.partnerships = partnerships;
    }

    Names of(Consultation consultation, Locale locale) {
        return new Names(
                hosts(consultation, locale),
                consultation.owners().stream()
                        .map(code -> partnerships.find(code).name(locale))
                        .toList());
    }

    /** As the places were called when the window closed, for some have merged since. */
    List<String> hosts(Consultation consultation, Locale locale) {
        return consultation.hosts().stream()
                .map(code -> places.lookUp(code)
                        .map(place -> place.nameOn(consultation.closesOn(), locale))
                        .orElse(code))
                .toList();
    }

    /** @param hosts whose document it is */
    record Names(List<String> hosts, List<String> owners) {}
}
