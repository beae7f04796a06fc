package lv.varu.directory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.directory.ReferenceFiles.PartnershipEntry;
import lv.varu.directory.ReferenceFiles.PlaceEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the trail keeps of the directory: people and how to reach them go where they can be erased. */
@Component
class DirectoryTrail {
    private final Trail trail;

    DirectoryTrail(Trail trail) {
        this.trail = trail;
    }

    static CaseKey chain(Organisation organisation) {
        return CaseKey.of("organisation", organisation.id());
    }

    static CaseKey chain(MunicipalContact contact) {
        return CaseKey.of("contact", contact.id());
    }

    void registered(Organisation organisation) {
        var details = organisation.details();
        trail.record(chain(organisation), "directory.organisation.registered", facts(details), personal(details));
    }

    void changed(Organisation organisation, OrganisationDetails before) {
        var after = organisation.details();
        var action = "directory.organisation.changed";
        change(chain(organisation), action, facts(before), facts(after), personal(before), personal(after));
    }

    void activated(Organisation organisation) {
        trail.record(
                chain(organisation),
                organisation.active() ? "directory.organisation.activated" : "directory.organisation.deactivated");
    }

    void registered(MunicipalContact contact) {
        var details = contact.details();
        trail.record(chain(contact), "directory.contact.added", facts(details), personal(details));
    }

    void changed(MunicipalContact contact, ContactDetails before) {
        var after = contact.details();
        var action = "directory.contact.changed";
        change(chain(contact), action, facts(before), facts(after), personal(before), personal(after));
    }

    void activated(MunicipalContact contact) {
        trail.record(
                chain(contact), contact.active() ? "directory.contact.activated" : "directory.contact.deactivated");
    }

    void placeImported(@Nullable PlaceEntry before, PlaceEntry after) {
        trail.change(
                CaseKey.of("place", after.code()),
                "directory.place.imported",
                before == null ? Map.of() : facts(before),
                facts(after));
    }

    void placeRenamed(String code, List<DatedName> before, List<DatedName> after) {
        trail.change(
                CaseKey.of("place", code),
                "directory.place.renamed",
                Map.of("names", names(before)),
                Map.of("names", names(after)));
    }

    void partnershipImported(@Nullable PartnershipEntry before, PartnershipEntry after) {
        trail.change(
                CaseKey.of("partnership", after.code()),
                "directory.partnership.imported",
                before == null ? Map.of() : facts(before),
                facts(after));
    }

    void partnershipChanged(PartnershipEntry before, PartnershipEntry after) {
        trail.change(
                CaseKey.of("partnership", after.code()), "directory.partnership.changed", facts(before), facts(after));
    }

    private static Map<String, String> facts(PlaceEntry place) {
        return map(
                "kind", place.kind(),
                "parent", place.parent(),
                "atvk", place.atvk(),
                "names", names(place.names()),
                "endedOn", place.endedOn(),
                "successors", String.join(", ", place.successors()));
    }

    private static Map<String, String> facts(PartnershipEntry partnership) {
        return map(
                "names", names(partnership.names()),
                "shortName", partnership.shortName(),
                "site", partnership.site(),
                "email", partnership.email(),
                "phone", partnership.phone(),
                "territory", String.join(", ", partnership.territory()),
                "counterparties", String.join(", ", partnership.counterparties()));
    }

    static String names(List<DatedName> names) {
        return names.stream()
                .map(name -> "%s / %s / %s%s"
                        .formatted(
                                name.lv(),
                                name.genitive(),
                                name.en(),
                                name.from() == null && name.to() == null
                                        ? ""
                                        : " (%s–%s)".formatted(text(name.from()), text(name.to()))))
                .collect(Collectors.joining("; "));
    }

    private void change(
            CaseKey chain,
            String action,
            Map<String, String> factsBefore,
            Map<String, String> factsAfter,
            Map<String, String> personalBefore,
            Map<String, String> personalAfter) {
        if (!factsBefore.equals(factsAfter)) {
            trail.change(chain, action, factsBefore, factsAfter);
        }
        if (!personalBefore.equals(personalAfter)) {
            trail.changePersonal(chain, action, personalBefore, personalAfter);
        }
    }

    private static Map<String, String> facts(OrganisationDetails details) {
        return map(
                "name", details.name(),
                "kind", details.kind(),
                "partnership", details.partnership(),
                "place", details.place(),
                "topics", topics(details.topics()),
                "registrationNumber", details.registrationNumber(),
                "language", details.language());
    }

    private static Map<String, String> personal(OrganisationDetails details) {
        return map("contactPerson", details.contactPerson(), "email", details.email(), "phone", details.phone());
    }

    private static Map<String, String> facts(ContactDetails details) {
        return map(
                "municipality", details.municipality(),
                "department", details.department(),
                "topics", topics(details.topics()),
                "manager", details.manager(),
                "language", details.language());
    }

    private static Map<String, String> personal(ContactDetails details) {
        return map(
                "name", details.name(),
                "position", details.position(),
                "email", details.email(),
                "phone", details.phone());
    }

    private static String topics(Set<Topic> topics) {
        return Arrays.stream(Topics.stored(topics)).collect(Collectors.joining(", "));
    }

    private static Map<String, String> map(@Nullable Object... namesAndValues) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(Objects.requireNonNull(namesAndValues[i]).toString(), text(namesAndValues[i + 1]));
        }
        return map;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
