package lv.varu.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps groups of organisations; only those who work for the partnership of a group see and change it. */
@Service
@Transactional
public class GroupDesk {
    private final Groups groups;
    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    GroupDesk(Groups groups, JdbcClient jdbc, Trail trail, Clock clock) {
        this.groups = groups;
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws UnknownEntry also for a group of another partnership */
    @Transactional(readOnly = true)
    public OrganisationGroup get(UUID id, Person by) {
        var group = groups.find(id).orElseThrow(() -> new UnknownEntry(id));
        Keepers.demand(by.worksFor(group.partnership()));
        return group;
    }

    /** Of two calls with the same id the second changes nothing. */
    public UUID create(UUID id, String partnership, String name, @Nullable String note, Person by) {
        Keepers.demand(by.worksFor(partnership));
        int created = jdbc.sql(
                        "insert into organisation_group (id, version, partnership, name, note, changed_at, changed_by)"
                                + " values (?, 0, ?, ?, ?, ?, ?) on conflict (id) do nothing")
                .params(Arrays.asList(
                        id, partnership, Entered.text(name), note(note), Timestamp.from(clock.instant()), by.id()))
                .update();
        if (created == 1) {
            trail.record(
                    key(id),
                    "directory.group.created",
                    Map.of("name", Entered.text(name), "note", Entered.text(note), "partnership", partnership));
        }
        return id;
    }

    void rename(UUID id, int version, String name, @Nullable String note, Person by) {
        var before = get(id, by);
        int changed = jdbc.sql("update organisation_group set name = ?, note = ?, version = version + 1,"
                        + " changed_at = ?, changed_by = ? where id = ? and version = ?")
                .params(Arrays.asList(
                        Entered.text(name), note(note), Timestamp.from(clock.instant()), by.id(), id, version))
                .update();
        if (changed == 0) {
            throw new Outdated(id, before.changedBy(), before.changedAt());
        }
        trail.change(
                key(id),
                "directory.group.changed",
                Map.of("name", before.name(), "note", Entered.text(before.note())),
                Map.of("name", Entered.text(name), "note", Entered.text(note)));
    }

    void delete(UUID id, Person by) {
        var group = get(id, by);
        jdbc.sql("delete from organisation_group where id = ?").param(id).update();
        trail.record(
                key(id), "directory.group.deleted", Map.of("name", group.name(), "organisations", group.members()));
    }

    /** How many were not in it before. */
    public int add(UUID id, Collection<UUID> organisations, Person by) {
        var group = get(id, by);
        int added = jdbc.sql("insert into organisation_group_member (group_id, organisation_id)"
                        + " select ?, o.id from organisation o where o.id = any (string_to_array(?, ',')::uuid[])"
                        + " on conflict do nothing")
                .params(id, ids(organisations))
                .update();
        if (added > 0) {
            trail.record(key(id), "directory.group.members-added", members(group, added, organisations));
        }
        return added;
    }

    int remove(UUID id, Collection<UUID> organisations, Person by) {
        var group = get(id, by);
        int removed = jdbc.sql("delete from organisation_group_member where group_id = ?"
                        + " and organisation_id = any (string_to_array(?, ',')::uuid[])")
                .params(id, ids(organisations))
                .update();
        if (removed > 0) {
            trail.record(key(id), "directory.group.members-removed", members(group, removed, organisations));
        }
        return removed;
    }

    private Map<String, Object> members(OrganisationGroup group, int count, Collection<UUID> organisations) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", group.name());
        facts.put("count", count);
        facts.put(
                "organisations",
                jdbc
                        .sql("select name from organisation where id = any (string_to_array(?, ',')::uuid[])"
                                + " order by name collate \"lv-x-icu\" limit 20")
                        .param(ids(organisations))
                        .query(String.class)
                        .list()
                        .stream()
                        .collect(Collectors.joining("; ")));
        return facts;
    }

    private static @Nullable String note(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static String ids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    static CaseKey key(UUID id) {
        return CaseKey.of("organisation-group", id);
    }
}
