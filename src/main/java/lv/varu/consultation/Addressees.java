package lv.varu.consultation;

import java.util.Optional;
import java.util.stream.Stream;
import lv.varu.directory.Contacts;
import lv.varu.directory.MunicipalContact;
import lv.varu.directory.Places;
import lv.varu.directory.Topic;
import org.springframework.stereotype.Component;

/** To whom a host wants letters about its documents. */
@Component
public class Addressees {
    private final Contacts contacts;
    private final Places places;

    Addressees(Contacts contacts, Places places) {
        this.contacts = contacts;
        this.places = places;
    }

    /** A municipality that a reform ended is written to at those that took over. */
    public Optional<MunicipalContact> of(String host) {
        return places.lookUp(host)
                .filter(place -> !place.exists())
                .map(place -> place.successors().stream())
                .orElseGet(() -> Stream.of(host))
                .flatMap(place -> contacts.answering(place, Topic.PARTICIPATION, "DEVELOPMENT").stream())
                .findFirst();
    }
}
