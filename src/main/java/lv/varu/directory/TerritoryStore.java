package lv.varu.directory;

import java.util.List;
import java.util.Set;
import lv.varu.directory.ReferenceFiles.PartnershipEntry;
import lv.varu.directory.ReferenceFiles.PlaceEntry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes places and partnerships. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class TerritoryStore {
    private static final long IMPORT_LOCK = 0x5641_5255_0030L;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    TerritoryStore(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Waits until no other node imports; held to the end of the transaction. */
    void lockForImport() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(IMPORT_LOCK).query(row -> {});
    }

    Set<String> placesWithEditedNames() {
        return jdbc.sql("select code from place where names_edited")
                .query(String.class)
                .set();
    }

    Set<String> partnershipsWithEditedContacts() {
        return jdbc.sql("select code from partnership where contacts_edited")
                .query(String.class)
                .set();
    }

    void store(PlaceEntry place) {
        jdbc.sql("""
                        insert into place (code, kind, parent, atvk, ended_on) values (?, ?, ?, ?, ?)
                        on conflict (code) do update set kind = excluded.kind, parent = excluded.parent,
                            atvk = excluded.atvk, ended_on = excluded.ended_on, version = place.version + 1""")
                .params(place.code(), place.kind().name(), place.parent(), place.atvk(), place.endedOn())
                .update();
        StoredNames.PLACE.replace(jdbc, place.code(), place.names());
        jdbc.sql("delete from place_successor where place = ?")
                .param(place.code())
                .update();
        for (var successor : place.successors()) {
            jdbc.sql("insert into place_successor (place, successor) values (?, ?)")
                    .params(place.code(), successor)
                    .update();
        }
        events.publishEvent(new TerritoryChanged());
    }

    void store(PartnershipEntry partnership) {
        jdbc.sql("""
                        insert into partnership (code, short_name, site, email, phone) values (?, ?, ?, ?, ?)
                        on conflict (code) do update set short_name = excluded.short_name, site = excluded.site,
                            email = excluded.email, phone = excluded.phone, version = partnership.version + 1""")
                .params(
                        partnership.code(),
                        partnership.shortName(),
                        partnership.site(),
                        partnership.email(),
                        partnership.phone())
                .update();
        StoredNames.PARTNERSHIP.replace(jdbc, partnership.code(), partnership.names());
        jdbc.sql("delete from partnership_place where partnership = ?")
                .param(partnership.code())
                .update();
        addPlaces(partnership.code(), partnership.territory(), false);
        addPlaces(partnership.code(), partnership.counterparties(), true);
        events.publishEvent(new TerritoryChanged());
    }

    private void addPlaces(String partnership, List<String> places, boolean counterparty) {
        for (int i = 0; i < places.size(); i++) {
            jdbc.sql("insert into partnership_place (partnership, place, position, counterparty) values (?, ?, ?, ?)")
                    .params(partnership, places.get(i), i, counterparty)
                    .update();
        }
    }

    /** @return whether it still had that version */
    boolean rename(String place, int version, List<DatedName> names) {
        var found = jdbc.sql(
                        "update place set names_edited = true, version = version + 1 where code = ? and version = ?")
                .params(place, version)
                .update();
        if (found == 1) {
            StoredNames.PLACE.replace(jdbc, place, names);
            events.publishEvent(new TerritoryChanged());
        }
        return found == 1;
    }

    /** @return whether it still had that version */
    boolean changeContacts(String partnership, int version, String site, String email, String phone) {
        var found =
                jdbc.sql("""
                        update partnership set site = ?, email = ?, phone = ?, contacts_edited = true, version = version + 1
                        where code = ? and version = ?""").params(site, email, phone, partnership, version).update();
        if (found == 1) {
            events.publishEvent(new TerritoryChanged());
        }
        return found == 1;
    }
}
