package lv.varu.directory;

import java.util.List;
import java.util.Objects;
import lv.varu.directory.ReferenceFiles.PartnershipEntry;
import lv.varu.directory.ReferenceFiles.PlaceEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings places and partnerships to what the reference files say, at every start before the first request. Entries are
 * told apart by their codes; none is deleted, and what people edited stays theirs.
 */
@Component
class ReferenceImport implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(ReferenceImport.class);

    private final TerritoryStore store;
    private final Places places;
    private final Partnerships partnerships;
    private final DirectoryTrail trail;
    private final TransactionTemplate transaction;

    ReferenceImport(
            TerritoryStore store,
            Places places,
            Partnerships partnerships,
            DirectoryTrail trail,
            TransactionTemplate transaction) {
        this.store = store;
        this.places = places;
        this.partnerships = partnerships;
        this.trail = trail;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var changed = run(ReferenceFiles.places(), ReferenceFiles.partnerships());
        if (changed > 0) {
            log.info("Imported {} places and partnerships", changed);
        }
    }

    /** @return how many entries were new or different */
    int run(List<PlaceEntry> placeEntries, List<PartnershipEntry> partnershipEntries) {
        var changed = transaction.execute(status -> {
            store.lockForImport();
            return importPlaces(placeEntries) + importPartnerships(partnershipEntries);
        });
        return Objects.requireNonNull(changed);
    }

    private int importPlaces(List<PlaceEntry> entries) {
        var known = places.read();
        var edited = store.placesWithEditedNames();
        var changed = 0;
        for (var entry : entries) {
            var place = known.get(entry.code());
            var before = place == null ? null : PlaceEntry.of(place);
            var after = before != null && edited.contains(entry.code()) ? entry.with(before.names()) : entry;
            if (!after.equals(before)) {
                store.store(after);
                trail.placeImported(before, after);
                changed++;
            }
        }
        return changed;
    }

    private int importPartnerships(List<PartnershipEntry> entries) {
        var known = partnerships.read();
        var edited = store.partnershipsWithEditedContacts();
        var changed = 0;
        for (var entry : entries) {
            var partnership = known.get(entry.code());
            var before = partnership == null ? null : PartnershipEntry.of(partnership);
            var after = before != null && edited.contains(entry.code())
                    ? entry.with(before.site(), before.email(), before.phone())
                    : entry;
            if (!after.equals(before)) {
                store.store(after);
                trail.partnershipImported(before, after);
                changed++;
            }
        }
        return changed;
    }
}
