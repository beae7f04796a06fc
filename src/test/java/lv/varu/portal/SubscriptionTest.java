package lv.varu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.account.SignedIn;
import lv.varu.calendar.LatvianDates;
import lv.varu.calendar.Riga;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.PublicExamples;
import lv.varu.directory.Topic;
import lv.varu.mail.PostedLetters;
import lv.varu.mail.PostedLetters.Posted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@VaruTest
class SubscriptionTest {
    private static final String KEY = "/jaunumi/(?:apstiprinat/|atteikties/)?([A-Za-z0-9_-]{43})";

    private static final TestingAuthenticationToken ELINA = new TestingAuthenticationToken(
            (SignedIn.PersonHolder) () -> new Person(
                    UUID.fromString("00000000-0000-4000-8000-000000000052"),
                    "Elīna Vucāne",
                    "elina.v@example.org",
                    Role.STAFF,
                    "PREILI",
                    Locale.forLanguageTag("lv")),
            "",
            "ROLE_STAFF");

    @Autowired
    MockMvc mvc;

    @Autowired
    LatvianDates dates;

    @Autowired
    PublicExamples examples;

    @Autowired
    NewsRound round;

    @Autowired
    SubscriptionDesk desk;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PostedLetters letters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final String email = UUID.randomUUID() + "@lasitaji.example";

    @AfterEach
    void forgetReaders() {
        jdbc.sql("delete from portal_subscription").update();
    }

    @Test
    void writesNothingUntilTheHolderOfTheAddressConfirms() throws Exception {
        mvc.perform(request(email, "news=OPENED&places=PREILI&topics=ROADS"))
                .andExpect(redirectedUrl("/jaunumi/nosutits"));
        mvc.perform(get("/jaunumi/nosutits"))
                .andExpect(status().isOk())
                .andExpect(content().string(has("e-pastu")));
        examples.open("Klusuma plāns", 30);
        tellAll();
        assertThat(letters()).containsExactly("portal.letter.confirm");

        String key = newestKey();
        mvc.perform(get("/jaunumi/apstiprinat/" + key))
                .andExpect(content().string(has(email)))
                .andExpect(content().string(has("Preiļu novads")))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("X-Robots-Tag", containsString("noindex")));
        assertThat(confirmed()).isFalse();
        String choices = mvc.perform(post("/jaunumi/apstiprinat/" + key).with(csrf()))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(confirmed()).isTrue();
        mvc.perform(get(choices)).andExpect(content().string(has("Par ko Jums rakstām")));
        assertThat(trail()).contains("portal.subscription-requested", "portal.subscription-confirmed");
    }

    @Test
    void tellsOfAnOpeningOnceAndOnlyThoseWhomItConcerns() throws Exception {
        tellAll();
        reader("lv", List.of(Topic.ROADS), List.of("PREILI"), NewsKind.OPENED);
        String elsewhere = other(List.of(), List.of("KRASLAVA"), NewsKind.OPENED);
        String otherTopic = other(List.of(Topic.SOCIAL), List.of(), NewsKind.OPENED);
        String onlyAnswers = other(List.of(), List.of(), NewsKind.ANSWERED);
        String everything = other(List.of(), List.of(), NewsKind.OPENED);
        Consultation opened = examples.open("Ceļu plāns", 30);

        tellAll();
        tellAll();

        assertThat(letterTo(email))
                .contains("Sākas apspriešana: Ceļu plāns", opened.code(), "Attīstības programma nosaka");
        assertThat(lettersTo(email)).hasSize(1);
        assertThat(lettersTo(everything)).hasSize(1);
        assertThat(lettersTo(elsewhere)).isEmpty();
        assertThat(lettersTo(otherTopic)).isEmpty();
        assertThat(lettersTo(onlyAnswers)).isEmpty();
        assertThat(jdbc.sql("select action from audit_entry where chain = ?")
                        .param("consultation:" + opened.id())
                        .query(String.class)
                        .list())
                .contains("portal.news-sent");
    }

    @Test
    void tellsTheWholeCourseInTheReadersLanguageAndNothingTwice() {
        reader("en", List.of(), List.of(), NewsKind.CHOICES.toArray(NewsKind[]::new));
        Consultation consultation = examples.open("Gara gaita", 30);
        tellAll();
        live("closes_on = closes_on + 10", consultation);
        tellAll();
        live("opens_on = opens_on - 60, closes_on = opens_on + 2", consultation);
        tellAll();
        tellAll();
        live("status = 'ANSWERED', answered_at = now()", consultation);
        tellAll();
        tellAll();

        assertThat(about("Gara gaita"))
                .containsExactly(
                        "A consultation begins: Gara gaita (in English)",
                        "The deadline has been extended: Gara gaita (in English)",
                        "The deadline is near: Gara gaita (in English)",
                        "The answers are published: Gara gaita (in English)");
    }

    @Test
    void tellsOfAWithdrawalThoseWhoWereToldOfTheOpening() {
        reader("lv", List.of(), List.of(), NewsKind.OPENED);
        Consultation consultation = examples.open("Atsauktais plāns", 30);
        tellAll();
        live("status = 'WITHDRAWN'", consultation);
        tellAll();
        tellAll();

        assertThat(about("Atsauktais plāns"))
                .containsExactly("Sākas apspriešana: Atsauktais plāns", "Apspriešana ir atsaukta: Atsauktais plāns");
    }

    @Test
    void tellsOfMeetingsThoseWhoHearOfNewConsultations() throws Exception {
        reader("lv", List.of(Topic.ROADS), List.of("PREILI"), NewsKind.OPENED);
        String english = UUID.randomUUID() + "@lasitaji.example";
        add(english, "en", List.of(), List.of(), NewsKind.OPENED);
        String elsewhere = other(List.of(), List.of("KRASLAVA"), NewsKind.OPENED);
        String onlyAnswers = other(List.of(), List.of(), NewsKind.ANSWERED);
        Consultation consultation = examples.open("Sanāksmju plāns", 30);
        tellAll();
        String meetings = "/darbs/apspriesanas/" + consultation.code() + "/sanaksmes/";
        mvc.perform(meeting(meetings + "jauna", 4));
        mvc.perform(meeting(meetings + "jauna", 5).param("announced", "true"));
        tellAll();
        tellAll();
        mvc.perform(meeting(meetings + newest(consultation) + "/labot", 6).param("announced", "true"));
        mvc.perform(post(meetings + newest(consultation) + "/dzest")
                .param("announced", "true")
                .with(csrf())
                .with(authentication(ELINA)));
        live("closes_on = closes_on + 10", consultation);
        tellAll();

        assertThat(about("Sanāksmju plāns"))
                .containsExactly(
                        "Sākas apspriešana: Sanāksmju plāns",
                        "Domes sēde " + day(5) + ": Sanāksmju plāns",
                        "Jauns laiks vai vieta: domes sēde " + day(6) + ": Sanāksmju plāns",
                        "Nenotiks domes sēde " + day(6) + ": Sanāksmju plāns");
        assertThat(lettersTo(email).get(2))
                .contains("būs domes sēde. Aicinām piedalīties.", "plkst. 17:00", "- Preiļu kultūras centrs");
        assertThat(lettersTo(english))
                .anySatisfy(letter -> assertThat(letter)
                        .contains("Council meeting on", "there will be a council meeting", "- Preiļu kultūras centrs"));
        assertThat(lettersTo(elsewhere)).isEmpty();
        assertThat(lettersTo(onlyAnswers)).isEmpty();
        mvc.perform(get("/jaunumi")).andExpect(content().string(has("jauna sanāksme")));
    }

    private String day(int fromToday) {
        return dates.date(Riga.today(clock).plusDays(fromToday), Locale.forLanguageTag("lv"));
    }

    private MockHttpServletRequestBuilder meeting(String path, int fromToday) {
        return post(path)
                .param("day", Riga.today(clock).plusDays(fromToday).toString())
                .param("time", "17:00")
                .param("format", "IN_PERSON")
                .param("kind", "COUNCIL_MEETING")
                .param("place", "Preiļu kultūras centrs")
                .with(csrf())
                .with(authentication(ELINA));
    }

    private UUID newest(Consultation consultation) {
        return jdbc.sql("select id from consultation_meeting where consultation_id = ? order by held_at desc limit 1")
                .param(consultation.id())
                .query(UUID.class)
                .single();
    }

    @Test
    void endsByTheButtonOfAMailProgramThatHasNoCookieAndMayAskTwice() throws Exception {
        reader("lv", List.of(), List.of(), NewsKind.OPENED);
        examples.open("Pēdējā ziņa", 30);
        tellAll();
        String unsubscribe = jdbc.sql("select unsubscribe from mail_letter where recipient_email = ?")
                .param(email)
                .query(String.class)
                .single();
        String path = unsubscribe.substring(unsubscribe.indexOf("/jaunumi"));

        mvc.perform(get(path)).andExpect(status().isOk()).andExpect(content().string(has("Vai vairs nesūtīt")));
        mvc.perform(post(path).param("List-Unsubscribe", "One-Click")).andExpect(status().isOk());
        mvc.perform(post(path).param("List-Unsubscribe", "One-Click")).andExpect(status().isOk());

        assertThat(jdbc.sql("select count(*) from portal_subscription where email = ?")
                        .param(email)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(lettersTo(email)).isEmpty();
        mvc.perform(get("/jaunumi/" + path.substring(path.lastIndexOf('/') + 1)))
                .andExpect(status().isGone());
        mvc.perform(post("/jaunumi/" + path.substring(path.lastIndexOf('/') + 1)))
                .andExpect(status().isForbidden());
    }

    @Test
    void changesTheChoicesByLink() throws Exception {
        UUID id = reader("lv", List.of(), List.of(), NewsKind.OPENED);
        String key = transaction.execute(status -> desk.keyTo(id));

        mvc.perform(fields("/jaunumi/" + key, "news=ANSWERED&places=LIVANI&places=NAV"))
                .andExpect(redirectedUrl("/jaunumi/" + key));
        assertThat(found().orElseThrow().choices())
                .isEqualTo(new Subscription.Choices(List.of(), List.of("LIVANI"), List.of(NewsKind.ANSWERED)));
        mvc.perform(fields("/jaunumi/" + key, "places=LIVANI"))
                .andExpect(status().isOk())
                .andExpect(content().string(has("Atzīmējiet vismaz vienu ziņu veidu.")));
    }

    @Test
    void tellsNobodyWhoElseGetsNewsAndFloodsNoMailbox() throws Exception {
        reader("lv", List.of(), List.of("PREILI"), NewsKind.OPENED);
        for (int i = 0; i < 3; i++) {
            mvc.perform(request(email, "news=ANSWERED")).andExpect(redirectedUrl("/jaunumi/nosutits"));
        }
        assertThat(letters()).containsExactly("portal.letter.known");
        assertThat(found().orElseThrow().choices().places()).containsExactly("PREILI");
    }

    @Test
    void saysBesideTheFieldWhatIsWrongAndKeepsWhatWasTyped() throws Exception {
        mvc.perform(request("anna@", "places=KRASLAVA"))
                .andExpect(status().isOk())
                .andExpect(content().string(has("Pārbaudiet e-pasta adresi")))
                .andExpect(content().string(has("Atzīmējiet vismaz vienu ziņu veidu.")))
                .andExpect(content().string(has("value=\"anna@\"")));
        mvc.perform(get("/jaunumi?pasvaldiba=PREILI&lang=en"))
                .andExpect(content().string(has("Get news by e-mail")))
                .andExpect(content().string(not(has("??"))));
    }

    @Test
    void erasesWhatNobodyConfirmed() throws Exception {
        mvc.perform(request(email, "news=OPENED"));
        jdbc.sql("update portal_subscription set requested_at = requested_at - interval '4 days' where email = ?")
                .param(email)
                .update();
        desk.eraseUnconfirmed();

        assertThat(found()).isEmpty();
        assertThat(letters()).isEmpty();
    }

    @Test
    void writesToThousandsInPieces() {
        jdbc.sql("""
                insert into portal_subscription (id, email, language, topics, places, news, requested_at, confirmed_at)
                select gen_random_uuid(), n || '@tukstosi.example', 'lv', '{}', '{}', '{OPENED}', now(), now() - interval '1 minute'
                from generate_series(1, 1001) n""").update();
        examples.open("Visiem domāts plāns", 30);
        round.look();
        int rounds = 0;
        while (round.tell()) {
            rounds++;
        }

        assertThat(rounds).isGreaterThan(5);
        assertThat(jdbc.sql("select count(distinct recipient_email) from mail_letter"
                                + " where recipient_email like '%@tukstosi.example' and subject like '%Visiem domāts%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1001);
    }

    private void tellAll() {
        round.look();
        while (round.tell()) {
            // until nothing is left
        }
    }

    private UUID reader(String language, List<Topic> topics, List<String> places, NewsKind... news) {
        return add(email, language, topics, places, news);
    }

    private String other(List<Topic> topics, List<String> places, NewsKind... news) {
        String address = UUID.randomUUID() + "@lasitaji.example";
        add(address, "lv", topics, places, news);
        return address;
    }

    private UUID add(String address, String language, List<Topic> topics, List<String> places, NewsKind... news) {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            subscriptions.add(new Subscription(
                    id,
                    address,
                    Locale.forLanguageTag(language),
                    new Subscription.Choices(topics, places, List.of(news)),
                    clock.instant(),
                    null));
            subscriptions.confirm(id, clock.instant().minus(Duration.ofMinutes(1)));
        });
        return id;
    }

    private void live(String change, Consultation consultation) {
        jdbc.sql("update consultation set " + change + " where id = ?")
                .param(consultation.id())
                .update();
    }

    private Optional<Subscription> found() {
        return transaction.execute(status -> subscriptions.find(email));
    }

    private boolean confirmed() {
        return jdbc.sql("select confirmed_at is not null from portal_subscription where email = ?")
                .param(email)
                .query(Boolean.class)
                .single();
    }

    private List<String> letters() {
        return jdbc.sql("select template from mail_letter where recipient_email = ? order by number")
                .param(email)
                .query(String.class)
                .list();
    }

    private List<String> about(String title) {
        return jdbc.sql("select subject from mail_letter where recipient_email = ? and subject like ? order by number")
                .params(email, "%" + title + "%")
                .query(String.class)
                .list();
    }

    private List<String> lettersTo(String address) {
        return letters.to(address).stream()
                .filter(letter -> letter.subject().contains("plāns"))
                .map(Posted::whole)
                .toList();
    }

    private String letterTo(String address) {
        return lettersTo(address).get(0);
    }

    private String newestKey() {
        return letters.to(email).get(0).found(KEY).orElseThrow();
    }

    private List<String> trail() {
        return jdbc.sql("""
                select action from audit_entry where chain =
                    (select 'subscription:' || id from portal_subscription where email = ?)""").param(email).query(String.class).list();
    }

    private static MockHttpServletRequestBuilder request(String email, String fields) {
        return fields("/jaunumi", fields).param("email", email);
    }

    private static MockHttpServletRequestBuilder fields(String address, String fields) {
        var request = post(address).with(csrf());
        for (String field : fields.split("&")) {
            request.param(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        return request;
    }

    private static org.hamcrest.Matcher<String> has(String text) {
        return containsString(text);
    }
}
