package lv.varu.inquiry;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lv.varu.audit.CaseKey;
import lv.varu.privacy.Finding;
import lv.varu.privacy.PersonalData;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks every feature. */
@Component
class Dossiers {
    private final ObjectProvider<PersonalData> sources;

    Dossiers(ObjectProvider<PersonalData> sources) {
        this.sources = sources;
    }

    @Transactional
    Dossier of(String email) {
        var found = new LinkedHashMap<PersonalData, List<Finding>>();
        sources.orderedStream().forEach(source -> found.put(source, source.find(email)));
        var staying = found.values().stream()
                .flatMap(List::stream)
                .filter(finding -> finding.fate() == Finding.Fate.STAYS)
                .map(Finding::about)
                .collect(Collectors.toSet());
        found.replaceAll((source, findings) ->
                source instanceof TrailPeople ? TrailPeople.stayingWith(staying, findings) : findings);
        return new Dossier(email, found);
    }

    /** Ends everything but what stays and what is of these kinds. */
    @Transactional(propagation = Propagation.MANDATORY)
    void erase(Dossier dossier, Collection<String> keptKinds) {
        Set<CaseKey> kept = dossier.groups().stream()
                .filter(group -> keptKinds.contains(group.kind()))
                .flatMap(group -> group.findings().stream())
                .map(Finding::about)
                .collect(Collectors.toSet());
        dossier.bySource().forEach((source, findings) -> {
            var going = findings.stream()
                    .filter(found -> found.fate() != Finding.Fate.STAYS && !keptKinds.contains(found.kind()))
                    .filter(found -> !(source instanceof TrailPeople && kept.contains(found.about())))
                    .toList();
            if (!going.isEmpty()) {
                source.erase(dossier.email(), going);
            }
        });
    }
}
