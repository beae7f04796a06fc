package lv.varu.directory;

import static lv.varu.directory.DirectoryExamples.organisation;
import static lv.varu.directory.DirectoryExamples.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.VaruTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@VaruTest
@Transactional
class OrganisationsTest {
    @Autowired
    Organisations organisations;

    @Autowired
    Invitees invitees;

    @Autowired
    DirectoryDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Test
    void findsWithoutDiacriticsByNamePersonAndPlace() {
        var word = unique("Ķirši");
        desk.register(organisation("Biedrība „" + word + "”", null));
        assertThat(namesFound(Folding.fold(word) + " skeltova")).containsExactly("Biedrība „" + word + "”");
        assertThat(namesFound(word + " PUDANE")).hasSize(1);
        assertThat(namesFound(word + " livani")).isEmpty();
        assertThat(namesFound(word + "%")).hasSize(1);
        assertThat(namesFound(word + " _")).isEmpty();
    }

    @Test
    void listsInLatvianAlphabeticalOrder() {
        var word = unique("secība");
        for (var first : List.of("Žagare", "Zaļā", "Čaka", "Cēsis", "Ābele", "Abava", "Šalkas", "Saule")) {
            desk.register(organisation(first + " " + word, null));
        }
        assertThat(namesFound(word))
                .extracting(name -> name.split(" ")[0])
                .containsExactly("Abava", "Ābele", "Cēsis", "Čaka", "Saule", "Šalkas", "Zaļā", "Žagare");
    }

    @Test
    void narrowsTheListByEverythingAtOnce() {
        var word = unique("sijāt");
        var kept = desk.register(organisation("Biedrība " + word, null, Topic.ROADS, Topic.OTHER));
        desk.register(organisation("Cita " + word, null, Topic.SOCIAL));
        var search = new OrganisationSearch(word, "KRASLAVA", OrganisationKind.NGO, Topic.OTHER, false);
        assertThat(organisations.search(search, PageRequest.of(0, 50)))
                .extracting(OrganisationRow::id)
                .containsExactly(kept);
        assertThat(organisations.search(search, PageRequest.of(1, 50))).isEmpty();
    }

    @Test
    void matchesThoseWhomAnInvitationCanReach() {
        var address = unique("uzaicinat") + "@biedriba.example";
        var roads = desk.register(organisation("Ceļi", address, Topic.ROADS, Topic.SOCIAL));
        var noAddress = desk.register(organisation("Bez adreses", null, Topic.ROADS));
        var social = desk.register(organisation("Cits temats", "s" + address, Topic.SOCIAL));
        assertThat(idsMatching(Set.of(Topic.ROADS, Topic.BUILDINGS), Set.of("KRASLAVA"), Set.of(OrganisationKind.NGO)))
                .contains(roads)
                .doesNotContain(noAddress, social);
        assertThat(idsMatching(Set.of(), Set.of(), Set.of()))
                .contains(roads, social)
                .doesNotContain(noAddress);
        assertThat(idsMatching(Set.of(), Set.of("PREILI"), Set.of())).doesNotContain(roads);
        assertThat(idsMatching(Set.of(), Set.of("KRASLAVA-SKELTOVA"), Set.of())).contains(roads);
        assertThat(idsMatching(Set.of(), Set.of(), Set.of(OrganisationKind.MEDIA)))
                .doesNotContain(roads);
        assertThat(organisations.findByEmail(address.toUpperCase(Locale.ROOT)).map(Organisation::id))
                .contains(roads);
    }

    @Test
    void staysQuickWithTenThousand() {
        jdbc.sql("""
                        insert into organisation (id, version, name, kind, partnership, place, topics, email, language, active,
                            search_text, changed_at)
                        select gen_random_uuid(), 0, 'Biedrība ' || md5(n::text), (array['NGO', 'MEDIA', 'COMPANY'])[1 + n % 3],
                            (array['KRASLAVA', 'PREILI', 'KAIMINI'])[1 + n % 3], 'KRASLAVA-SKELTOVA',
                            array[(array['ROADS', 'SOCIAL', 'OTHER'])[1 + n % 3]], n || '@biedriba.example', 'lv', true,
                            'biedriba ' || md5(n::text), now()
                        from generate_series(1, 10000) n""").update();
        // What the automatic vacuum does: an index with entries still pending looks too dear.
        jdbc.sql("select gin_clean_pending_list('organisation_search')").query(rows -> {});
        jdbc.sql("analyze organisation").update();
        assertThat(plan("active order by name collate \"lv-x-icu\", id limit 50"))
                .contains("organisation_name");
        assertThat(plan("active and partnership = 'PREILI' order by name collate \"lv-x-icu\", id limit 50"))
                .contains("organisation_partnership");
        assertThat(plan("active and search_text like '%a3f9c%' order by name collate \"lv-x-icu\", id limit 50"))
                .contains("organisation_search");
        assertThat(plan("active and email = '77@biedriba.example'")).contains("organisation_email");
        var page = organisations.search(OrganisationSearch.EVERYTHING, PageRequest.of(3, 50));
        assertThat(page.getTotalElements()).isGreaterThanOrEqualTo(10_000);
        assertThat(page.getContent()).hasSize(50);
    }

    private String plan(String condition) {
        return jdbc.sql("explain select * from organisation where " + condition).query(String.class).list().stream()
                .collect(Collectors.joining("\n"));
    }

    private List<String> namesFound(String words) {
        var search = new OrganisationSearch(words, null, null, null, false);
        return organisations
                .search(search, PageRequest.of(0, 50))
                .map(OrganisationRow::name)
                .getContent();
    }

    private List<UUID> idsMatching(Set<Topic> topics, Set<String> places, Set<OrganisationKind> kinds) {
        return invitees.matching(new Selection(topics, places, kinds, Set.of(), false)).stream()
                .map(Invitee::id)
                .toList();
    }
}
