package lv.varu.portal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import lv.varu.directory.Places;

/** Which places a document concerns. */
final class Territories {
    private Territories() {}

    /** The hosts, what came after them, and of a region or the state everything in it. */
    static Set<String> concerned(Collection<String> hosts, Places places) {
        var codes = new LinkedHashSet<String>(hosts);
        hosts.forEach(host -> places.lookUp(host).ifPresent(place -> {
            codes.addAll(place.successors());
            if (place.isLarger()) {
                codes.addAll(places.within(host));
            }
        }));
        return codes;
    }
}
