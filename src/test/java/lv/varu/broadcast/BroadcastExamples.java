package lv.varu.broadcast;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.varu.RouteExamples;
import lv.varu.account.AccountDesk;
import lv.varu.account.AccountExamples;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.calendar.Riga;
import lv.varu.directory.OrganisationKind;
import lv.varu.directory.Topic;
import lv.varu.mail.PostedLetters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Organisations and calls to them, for tests. */
@Component
class BroadcastExamples implements RouteExamples {
    private final BroadcastDesk desk;
    private final AccountDesk accounts;
    private final PostedLetters letters;
    private final JdbcClient jdbc;
    private final Clock clock;

    BroadcastExamples(BroadcastDesk desk, AccountDesk accounts, PostedLetters letters, JdbcClient jdbc, Clock clock) {
        this.desk = desk;
        this.accounts = accounts;
        this.letters = letters;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Person opened(Role role, String partnership) {
        return AccountExamples.opened(accounts, role, partnership);
    }

    /** Only these are of the rare kind and topic, as long as the test runs. */
    List<UUID> organisations(String partnership, int count, String language) {
        return jdbc.sql("insert into organisation (id, version, name, kind, partnership, place, topics, contact_person,"
                        + " email, language, active, search_text, changed_at)"
                        + " select gen_random_uuid(), 0, 'Biedrība „Palīgs ' || n || '”', 'RESIDENTS_COUNCIL', :partnership,"
                        + " 'KRASLAVA', '{PARTICIPATION}', 'Ilga Pudāne', gen_random_uuid() || '@paligs.example', :language,"
                        + " true, '', now() from generate_series(1, :count) n returning id")
                .param("partnership", partnership)
                .param("language", language)
                .param("count", count)
                .query(UUID.class)
                .list();
    }

    void remove(List<UUID> organisations) {
        jdbc.sql("delete from organisation where id = any(?)")
                .param(organisations.toArray(UUID[]::new))
                .update();
    }

    static Called rare() {
        return new Called(false, Set.of(Topic.PARTICIPATION), Set.of(OrganisationKind.RESIDENTS_COUNCIL), Set.of());
    }

    static CallText words() {
        return new CallText(
                "Vajadzīgas naktsmājas",
                "Šonakt Krāslavā ierodas 40 bēgļu.\n\nVajadzīgas gultas un siltas vakariņas.",
                List.of("Varam uzņemt ģimeni", "Varam atvest ēdienu"));
    }

    UUID sent(Person writer) {
        UUID id = UUID.randomUUID();
        desk.send(id, words(), rare(), today().plusDays(2), writer);
        return id;
    }

    LocalDate today() {
        return Riga.today(clock);
    }

    String emailOf(UUID broadcast, int number) {
        return jdbc.sql("select email from broadcast_recipient where broadcast_id = ? order by number offset ? limit 1")
                .params(broadcast, number)
                .query(String.class)
                .single();
    }

    String token(String email) {
        return letters.to(email).get(0).found("/palidziba/([A-Za-z0-9_-]+)").orElseThrow();
    }

    /** The newest letter. */
    String textTo(String email) {
        return letters.to(email).get(0).whole();
    }

    List<String> lettersTo(String email) {
        return jdbc.sql("select template || ' ' || language from mail_letter where recipient_email = ?"
                        + " order by posted_at, id")
                .param(email)
                .query(String.class)
                .list();
    }

    long letters(UUID broadcast) {
        return jdbc.sql("select count(*) from mail_letter where about = ?")
                .param("broadcast:" + broadcast)
                .query(Long.class)
                .single();
    }

    void letTimePass(UUID broadcast) {
        jdbc.sql("update broadcast_recipient set reminded_at = reminded_at - interval '1 day' where broadcast_id = ?")
                .param(broadcast)
                .update();
    }

    @Override
    public Map<String, String> addresses() {
        List<UUID> organisations = organisations("KAIMINI", 2, "lv");
        UUID id = sent(opened(Role.STAFF, "KAIMINI"));
        remove(organisations);
        String page = "/darbs/aicinajumi/" + id;
        return Map.of(
                "/darbs/aicinajumi/{id}", page,
                "/darbs/aicinajumi/{id}/atbildes.csv", page + "/atbildes.csv",
                "/darbs/aicinajumi/{id}/atbildes.xlsx", page + "/atbildes.xlsx",
                "/darbs/aicinajumi/{id}/atgadinat", page + "/atgadinat",
                "/darbs/aicinajumi/{id}/slegt", page + "/slegt");
    }
}
