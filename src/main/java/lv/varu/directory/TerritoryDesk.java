package lv.varu.directory;

import java.util.List;
import lv.varu.account.Person;
import lv.varu.directory.ReferenceFiles.PartnershipEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the names of places and how partnerships are reached. */
@Service
@Transactional
class TerritoryDesk {
    private final Places places;
    private final Partnerships partnerships;
    private final TerritoryStore store;
    private final Keepers keepers;
    private final DirectoryTrail trail;

    TerritoryDesk(
            Places places, Partnerships partnerships, TerritoryStore store, Keepers keepers, DirectoryTrail trail) {
        this.places = places;
        this.partnerships = partnerships;
        this.store = store;
        this.keepers = keepers;
        this.trail = trail;
    }

    void rename(String code, int version, List<DatedName> names, Person by) {
        Keepers.demand(keepers.keepsPlaces(by));
        var before = places.fresh(code).names();
        var after = names.stream().sorted(DatedName.BY_TIME).toList();
        if (before.equals(after)) {
            return;
        }
        if (!store.rename(code, version, after)) {
            throw new Outdated(code, null, null);
        }
        trail.placeRenamed(code, before, after);
    }

    void change(String code, int version, String site, String email, String phone, Person by) {
        Keepers.demand(keepers.keepsPartnership(by, code));
        var before = PartnershipEntry.of(partnerships.fresh(code));
        var after = before.with(site, email, phone);
        if (before.equals(after)) {
            return;
        }
        if (!store.changeContacts(code, version, site, email, phone)) {
            throw new Outdated(code, null, null);
        }
        trail.partnershipChanged(before, after);
    }
}
