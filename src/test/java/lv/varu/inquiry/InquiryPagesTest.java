package lv.varu.inquiry;

import static lv.varu.account.AccountExamples.opened;
import static lv.varu.account.AccountExamples.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.account.AccountDesk;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.calendar.Riga;
import lv.varu.consultation.PublicExamples;
import lv.varu.document.Documents;
import lv.varu.mail.Letter;
import lv.varu.mail.Outbox;
import lv.varu.mail.PostedLetters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** A resident asks, the office looks, answers and erases; the trail proves it. */
@VaruTest
class InquiryPagesTest {
    private static final String WORK = "/darbs/datu-pieprasijumi";
    private static final String LINK = "/privatums/(?:apstiprinat|kopija)/([A-Za-z0-9_-]+)";

    private final String email = "janis." + UUID.randomUUID() + "@example.org";

    @Autowired
    MockMvc pages;

    @Autowired
    AccountDesk accounts;

    @Autowired
    PublicExamples consultations;

    @Autowired
    Documents documents;

    @Autowired
    Outbox outbox;

    @Autowired
    PostedLetters posted;

    @Autowired
    Trail trail;

    @Autowired
    InquiryKeeping keeping;

    @Autowired
    Inquiries inquiries;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private Person manager;

    @BeforeEach
    void open() {
        manager = opened(accounts, Role.MANAGER, "PREILI");
    }

    @Test
    void answersWithACopyWhatAResidentAsksFromThePrivacyNotice() throws Exception {
        UUID proposal = proposal();
        pages.perform(get("/privatums")).andExpect(content().string(containsString("/privatums/pieprasijums")));
        ask("COPY", "lv");
        UUID id = jdbc.queryForObject("select id from inquiry where email = ?", UUID.class, email);
        assertThat(letters(id)).containsExactly("Apstipriniet datu pieprasījumu");
        String token = token(id);

        pages.perform(get("/privatums/apstiprinat/" + token))
                .andExpect(content().string(containsString("Jūs vēlaties saņemt savu datu kopiju.")));
        pages.perform(post("/privatums/apstiprinat/" + token).with(csrf()))
                .andExpect(content().string(containsString("Pieprasījums ir saņemts")));
        pages.perform(post("/privatums/apstiprinat/" + token).with(csrf())).andExpect(status().isOk());
        assertThat(letters(id)).contains("Jūsu datu pieprasījums ir saņemts");
        assertThat(recipients(id)).contains(manager.email());

        pages.perform(get(WORK).param("q", email).with(signedIn(manager)))
                .andExpect(content().string(containsString(WORK + "/" + id)));
        pages.perform(get(WORK + "/" + id).with(signedIn(manager)))
                .andExpect(content().string(containsString("Gājēju pāreja")))
                .andExpect(content().string(containsString("+371 20000001")))
                .andExpect(content().string(containsString("karte.png")))
                .andExpect(content().string(containsString("paliek bez vārda un saziņas datiem")))
                .andExpect(content().string(not(containsString("??"))))
                .andExpect(content().string(not(containsString("privacy."))));

        pages.perform(post(WORK + "/" + id + "/kopija").with(signedIn(manager)).with(csrf()))
                .andExpect(redirectedUrl(WORK + "/" + id));
        assertThat(letters(id)).contains("Jūsu datu kopija");
        var copy = "/privatums/kopija/" + token(id);
        pages.perform(get(copy)).andExpect(content().string(containsString("Lejupielādēt")));
        var zip = unzip(pages.perform(post(copy).with(csrf())).andReturn().getResponse());
        assertThat(zip.keySet()).contains("dati.html", "dati.json", "faili/1-karte.png");
        assertThat(zip.get("dati.json")).contains("\"proposal-author\"", proposal.toString(), "+371 20000001");
        assertThat(zip.get("dati.html")).contains("Gājēju pāreja", "Piekrišana datu apstrādei");
        assertThat(actions(id))
                .contains(
                        "inquiry.asked",
                        "inquiry.confirmed",
                        "inquiry.opened",
                        "inquiry.answered",
                        "inquiry.copy-taken");
    }

    @Test
    void erasesAfterALookAtWhatGoesAndWhatStays() throws Exception {
        UUID proposal = proposal();
        UUID organisation = jdbc.queryForObject(
                "insert into organisation (id, version, name, kind, partnership, place, topics, contact_person, email,"
                        + " language, active, search_text, changed_at) values (gen_random_uuid(), 0, 'Biedrība Zīle', 'NGO',"
                        + " 'PREILI', 'PREILI', '{}', 'Jānis Zīle', ?, 'lv', true, ?, now()) returning id",
                UUID.class,
                email,
                email);
        Person staff =
                accounts.open("Jānis Zīle", email, "zila upe tek klusi", Role.STAFF, "PREILI", manager.language());
        UUID id = register("ERASURE", "en");
        assertThat(letters(id)).containsExactly("Your data request has been received");

        pages.perform(get(WORK + "/" + id + "/dzest").with(signedIn(manager)))
                .andExpect(content().string(containsString("Paliks bez personas datiem")))
                .andExpect(content().string(containsString("Konts ir lietošanā")));
        pages.perform(post(WORK + "/" + id + "/dzest")
                        .with(signedIn(manager))
                        .with(csrf())
                        .param("keep", "letter"))
                .andExpect(content().string(containsString("Ierakstiet, kāpēc atzīmētais jāpatur.")))
                .andExpect(content().string(containsString("Apstipriniet, ka esat pārliecinājies.")));
        assertThat(submitters(proposal)).isEqualTo(1);

        pages.perform(post(WORK + "/" + id + "/dzest")
                        .with(signedIn(manager))
                        .with(csrf())
                        .param("sure", "true"))
                .andExpect(redirectedUrl(WORK + "/" + id));
        assertThat(submitters(proposal)).isZero();
        assertThat(jdbc.queryForObject("select title from proposal where id = ?", String.class, proposal))
                .contains("Gājēju pāreja");
        assertThat(documents.of(CaseKey.of("proposal", proposal))).isEmpty();
        assertThat(jdbc.queryForObject(
                        "select count(*) from mail_letter where recipient_email = ? and about <> ?",
                        Long.class,
                        email,
                        "inquiry:" + id))
                .isZero();
        assertThat(jdbc.queryForMap("select name, contact_person, email from organisation where id = ?", organisation))
                .containsEntry("name", "Biedrība Zīle")
                .containsEntry("contact_person", null)
                .containsEntry("email", null);
        assertThat(jdbc.queryForObject("select name from account where id = ?", String.class, staff.id()))
                .isEqualTo("Jānis Zīle");
        assertThat(letters(id)).contains("Your data has been erased");
        assertThat(letterText(id)).contains("Proposals: 1", "An administrator has to close it first");
        assertThat(actions(id)).contains("inquiry.answered");
        var erased = transaction.execute(status -> trail.of(CaseKey.of("proposal", proposal), PageRequest.of(0, 20)));
        assertThat(erased.getContent()).anyMatch(TrailEntry::erased);

        pages.perform(post(WORK + "/" + id + "/dzest")
                        .with(signedIn(manager))
                        .with(csrf())
                        .param("sure", "true"))
                .andExpect(redirectedUrl(WORK))
                .andExpect(flash().attribute("flash", containsString("jau ir atbildēts")));
    }

    @Test
    void keepsWhatTheOfficeMustKeepAndSaysWhy() throws Exception {
        letter();
        UUID id = register("ERASURE", "lv");
        pages.perform(post(WORK + "/" + id + "/dzest")
                        .with(signedIn(manager))
                        .with(csrf())
                        .param("keep", "letter")
                        .param("reason", "Tiesvedība ar pašvaldību")
                        .param("sure", "true"))
                .andExpect(redirectedUrl(WORK + "/" + id));
        assertThat(jdbc.queryForObject(
                        "select count(*) from mail_letter where recipient_email = ? and about like 'inquirytest:%'",
                        Long.class, email))
                .isOne();
        assertThat(letterText(id)).contains("Paturējām", "Tiesvedība ar pašvaldību");
    }

    @Test
    void saysThatNothingIsKept() throws Exception {
        UUID id = register("COPY", "lv");
        jdbc.update("delete from mail_letter where about = ?", "inquiry:" + id);
        pages.perform(get(WORK + "/" + id).with(signedIn(manager)));
        pages.perform(post(WORK + "/" + id + "/atteikt").with(signedIn(manager)).with(csrf()))
                .andExpect(content().string(containsString("Ierakstiet iemeslu.")));
        pages.perform(post(WORK + "/" + id + "/pagarinat")
                        .with(signedIn(manager))
                        .with(csrf())
                        .param("reason", "Daudz ierakstu"))
                .andExpect(redirectedUrl(WORK + "/" + id));
        assertThat(letters(id)).containsExactly("Jūsu datu pieprasījumam vajadzīgs ilgāks laiks");
        pages.perform(post(WORK + "/" + id + "/atteikt")
                        .with(signedIn(manager))
                        .with(csrf())
                        .param("reason", "Nevar pārliecināties par cilvēku"))
                .andExpect(redirectedUrl(WORK + "/" + id));
        assertThat(letters(id)).contains("Atbilde uz Jūsu datu pieprasījumu");
    }

    @Test
    void refusesFromTheFormWhatIsNotComplete() throws Exception {
        pages.perform(post("/privatums/pieprasijums").with(csrf()).param("email", "nav adrese"))
                .andExpect(content().string(containsString("Izvēlieties, ko cilvēks vēlas.")))
                .andExpect(content().string(containsString("Ierakstiet adresi kā vards@piemers.lv.")))
                .andExpect(content().string(containsString("value=\"nav adrese\"")));
        pages.perform(post(WORK + "/jauns")
                        .with(signedIn(manager))
                        .with(csrf())
                        .param("email", email)
                        .param("receivedOn", LocalDate.now(clock).plusDays(30).toString()))
                .andExpect(content().string(containsString("Šī diena vēl nav pienākusi.")))
                .andExpect(content().string(containsString("Ierakstiet, kā pārliecinājāties par cilvēku.")));
    }

    @Test
    void sendsOneLetterToWhoeverAsksTwiceAndForgetsWhatNobodyConfirms() throws Exception {
        ask("ERASURE", "en");
        ask("ERASURE", "en");
        UUID id = jdbc.queryForObject("select id from inquiry where email = ?", UUID.class, email);
        assertThat(letters(id)).containsExactly("Confirm your data request");

        jdbc.update("update inquiry set confirm_by = now() - interval '1 day' where id = ?", id);
        keeping.letGo();
        assertThat(inquiries.findById(id)).isEmpty();
        assertThat(letters(id)).isEmpty();
        assertThat(actions(id)).contains("inquiry.forgotten");
    }

    @Test
    void remindsTheOfficeBeforeTheLastDayOnce() throws Exception {
        UUID id = register("COPY", "lv");
        jdbc.update(
                "update inquiry set due_on = ? where id = ?", Riga.today(clock).plusDays(2), id);
        keeping.remind();
        keeping.remind();
        assertThat(jdbc.queryForList(
                        "select subject from mail_letter where about = ? and recipient_email = ?",
                        String.class,
                        "inquiry:" + id,
                        manager.email()))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Datu pieprasījums jāatbild līdz");
    }

    @Test
    void keepsStaffOutAndAsksNothingPerRow() throws Exception {
        pages.perform(get(WORK).with(signedIn(opened(accounts, Role.STAFF, "PREILI"))))
                .andExpect(status().isForbidden());
        UUID id = register("COPY", "lv");
        pages.perform(get(WORK + "/" + id).with(signedIn(opened(accounts, Role.STAFF, "PREILI"))))
                .andExpect(status().isForbidden());
        pages.perform(get(WORK).with(signedIn(manager)));
        long few = Statements.of(() -> pages.perform(get(WORK).with(signedIn(manager))));
        for (int i = 0; i < 5; i++) {
            register("COPY", "lv");
        }
        assertThat(Statements.of(() -> pages.perform(get(WORK).with(signedIn(manager)))))
                .isEqualTo(few);
    }

    private void ask(String wish, String language) throws Exception {
        pages.perform(post("/privatums/pieprasijums")
                        .with(csrf())
                        .param("wish", wish)
                        .param("email", email.toUpperCase(java.util.Locale.ROOT))
                        .param("lang", language))
                .andExpect(redirectedUrl("/privatums/pieprasijums/nosutits"));
    }

    private UUID register(String wish, String language) throws Exception {
        var target = pages.perform(post(WORK + "/jauns")
                        .with(signedIn(manager))
                        .with(csrf())
                        .param("wish", wish)
                        .param("way", "LETTER")
                        .param("email", email)
                        .param("language", language)
                        .param("verification", "Paraksts uz vēstules")
                        .param(
                                "receivedOn",
                                Riga.today(clock).minus(Period.ofDays(2)).toString()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return UUID.fromString(target.substring(target.lastIndexOf('/') + 1));
    }

    private UUID proposal() {
        UUID id = consultations.proposal(
                consultations.open("Preiļu programma", 20), "SCREENED", "Gājēju pāreja " + UUID.randomUUID(), null);
        jdbc.update("delete from proposal_consent where proposal_id = ?", id);
        jdbc.update("delete from proposal_submitter where proposal_id = ?", id);
        jdbc.update(
                "insert into proposal_submitter (proposal_id, name, email, phone, publish_name)"
                        + " values (?, 'Jānis Zīle', ?, '+371 20000001', false)",
                id,
                email.toUpperCase(java.util.Locale.ROOT));
        jdbc.update(
                "insert into proposal_consent (proposal_id, purpose, text_version, given_at)"
                        + " values (?, 'PROCESSING', '2026-1', now())",
                id);
        transaction.executeWithoutResult(status -> {
            documents.store(CaseKey.of("proposal", id), "karte.png", PNG);
            outbox.post(Letter.about(CaseKey.of("proposal", id), "mailtest.letter", email, "Jānis Zīle")
                    .with("title", "Ceļš")
                    .with("name", "Jānis")
                    .with("text", "Teksts")
                    .with("page", java.net.URI.create("https://varu.example/"))
                    .seal());
        });
        return id;
    }

    private void letter() {
        transaction.executeWithoutResult(status -> outbox.post(
                Letter.about(CaseKey.of("inquirytest", UUID.randomUUID()), "mailtest.letter", email, "Jānis")
                        .with("title", "Ceļš")
                        .with("name", "Jānis")
                        .with("text", "Teksts")
                        .with("page", java.net.URI.create("https://varu.example/"))
                        .seal()));
    }

    private int submitters(UUID proposal) {
        return jdbc.queryForObject(
                "select count(*) from proposal_submitter where proposal_id = ?", Integer.class, proposal);
    }

    private List<String> letters(UUID id) {
        return jdbc.queryForList(
                "select subject from mail_letter where about = ? and recipient_email = ? order by number",
                String.class,
                "inquiry:" + id,
                email);
    }

    private String letterText(UUID id) {
        return posted.about("inquiry:" + id).get(0).text();
    }

    private List<String> recipients(UUID id) {
        return jdbc.queryForList(
                "select recipient_email from mail_letter where about = ?", String.class, "inquiry:" + id);
    }

    private String token(UUID id) {
        var letters = posted.about("inquiry:" + id).stream()
                .filter(letter -> letter.email().equals(email))
                .toList();
        return PostedLetters.found(LINK, letters).orElseThrow();
    }

    private List<String> actions(UUID id) {
        return transaction
                .execute(status -> trail.of(CaseKey.of("inquiry", id), PageRequest.of(0, 1000)))
                .map(TrailEntry::action)
                .getContent();
    }

    private static Map<String, String> unzip(MockHttpServletResponse response) throws Exception {
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static final byte[] PNG = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
