package lv.varu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.calendar.Riga;
import lv.varu.proposal.Call;
import lv.varu.proposal.Journey;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The turns of a consultation that people know of already: those in the office, and those who hear of them. */
@SampleTest
class AnnouncedTurnsTest {
    private static final String PASSWORD = "varu-paraugs";
    private static final String OPEN = "PARAUGS-KRASLAVA-IEKRP";
    private static final String WORK = "/darbs/apspriesanas/" + OPEN;
    private static final String PUBLIC = "/apspriesanas/" + OPEN;
    private static final String KRASLAVA = "lina@kraslava.example";
    private static final String PREILI = "elina@preili.example";

    @Autowired
    Mailbox mailbox;

    @Autowired
    Journey journey;

    @Autowired
    ProposalBook book;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Value("${varu.public-url}")
    String base;

    @Test
    void everybodyHearsOfMoreTimeAndOfALaterVersion() {
        String email = invited();
        try (var staff = signedIn(KRASLAVA);
                var resident = Visitor.onPhone(base);
                var organisation = Visitor.onPhone(base)) {
            staff.open(WORK);
            staff.follow("Pagarināt termiņu");
            staff.press("Pagarināt un paziņot visiem");
            staff.reads("Uzrakstiet iemeslu.");
            staff.page().locator("#closesOn").fill(day(45));
            staff.page().locator("#reason").fill("Pagastos vēl notiks sanāksmes.");
            staff.press("Pagarināt un paziņot visiem");
            staff.reads("Pagastos vēl notiks sanāksmes.");

            staff.follow("Jauna redakcija");
            staff.page().locator("#url").fill("https://kraslava-novads.example/iekrp-2");
            staff.page().locator("#changes").fill("Jauna 4. nodaļa par siltināšanu.");
            staff.page().locator("main form button.main").click();
            staff.reads("Jauna 4. nodaļa par siltināšanu.");

            resident.open(PUBLIC);
            resident.reads("Termiņš pagarināts");
            resident.reads("Jauna 4. nodaļa par siltināšanu.");
            assertThat(mailbox.read(email, "Jauna redakcija").text()).contains("Jūsu organizācija ir uzaicināta");
            organisation.open(mailbox.read(email, "Termiņš pagarināts").link("/ielugums/"));
            organisation.follow("Mums nav priekšlikumu");
            organisation.press("Mums nav priekšlikumu");
            organisation.reads("Paldies, pierakstījām");
        }
    }

    @Test
    void everybodyHearsOfACouncilMeetingUntilItIsCalledOff() {
        String email = invited();
        try (var staff = signedIn(KRASLAVA);
                var resident = Visitor.onPhone(base)) {
            staff.open(WORK + "/sanaksmes/jauna");
            staff.page().locator("input[name=kind][value=COUNCIL_MEETING]").check();
            staff.page().locator("#day").fill(day(10));
            staff.page().locator("#time").fill("10:00");
            staff.page().locator("#place").fill("Krāslavas novada dome, sēžu zāle");
            staff.page().locator("main form button.main").click();
            staff.reads("Sanāksme pievienota.");
            assertThat(mailbox.read(email, "Domes sēde").text()).contains("Krāslavas novada dome, sēžu zāle");
            resident.open(PUBLIC);
            resident.reads("Krāslavas novada dome, sēžu zāle");

            staff.page()
                    .locator("tr")
                    .filter(new Locator.FilterOptions().setHasText("sēžu zāle"))
                    .locator("th a")
                    .click();
            staff.follow("Dzēst sanāksmi");
            staff.press("Dzēst sanāksmi");
            staff.reads("Sanāksme dzēsta.");
            mailbox.read(email, "Nenotiks domes sēde");
            resident.page().reload();
            resident.doesNotRead("Krāslavas novada dome, sēžu zāle");
        }
    }

    @Test
    void aMistakeInTheNoticeIsCorrected() {
        try (var staff = signedIn(KRASLAVA);
                var resident = Visitor.onPhone(base)) {
            staff.open(WORK);
            staff.follow("Labot");
            staff.reads("Apspriešana ir izziņota.");
            assertThat(staff.page().locator("#closesOn")).hasCount(0);
            staff.page().locator("#contact-name").fill("Maruta Labotā");
            staff.page().locator("#contact-email").fill("maruta@kraslava.example");
            staff.page().locator("main form button.main").click();

            resident.open(PUBLIC);
            resident.reads("Maruta Labotā");
            resident.reads("Paziņojums labots");
        }
    }

    @Test
    void aSheetOfPaperIsEnteredAndTakenBack() {
        String words = "Lūdzam siltināt pagasta māju " + UUID.randomUUID();
        try (var staff = signedIn(KRASLAVA)) {
            staff.open(WORK + "/ievade");
            staff.page().locator("#text").fill(words);
            staff.page().locator("#submitter-name").fill("Ženija Papīre");
            staff.page().locator("#place").selectOption("KRASLAVA");
            staff.press("Reģistrēt un sākt nākamo");
            assertThat(staff.page().locator("#text")).hasValue("");
            staff.follow("Atsaukt");
            staff.press("Atsaukt");
            staff.open("/darbs/priekslikumi?q=" + words.substring(words.length() - 8));
            staff.doesNotRead(words);
        }
    }

    @Test
    void aPassageIsHiddenFromEverybodyButThoseConcerned() {
        var said = jdbc.sql("select p.id, p.receipt, p.text from proposal p join consultation c on c.id = p.call_id"
                        + " where c.code = ? and p.status = 'SCREENED' order by p.number limit 1")
                .param(OPEN)
                .query()
                .singleRow();
        String passage = said.get("text").toString().split(" ")[0];
        try (var staff = signedIn(KRASLAVA);
                var resident = Visitor.onPhone(base)) {
            staff.open("/darbs/priekslikumi/" + said.get("id"));
            staff.follow("Ko lasa visi");
            staff.page().locator("#passage").fill(passage);
            staff.page().locator("input[name=reason]").first().check();
            staff.press("Paslēpt");
            staff.reads("Rādīt atkal");

            resident.open(PUBLIC + "/priekslikumi/" + said.get("receipt"));
            resident.reads("[…]");
        }
    }

    @Test
    void theMunicipalityIsAskedAgainAndTheAuthorSaysWhetherTheAnswerHelps() {
        Call call = journey.open("PREILI");
        String title = "Laternas " + UUID.randomUUID();
        var receipt = journey.screened(call, title);
        UUID id = receipt.proposalId();
        journey.close(call);
        journey.forwarded(call, Map.of());
        UUID contact = Objects.requireNonNull(
                book.of(call.id(), List.of(ProposalStatus.FORWARDED)).get(0).contactId());
        String page = "/atbilde/" + journey.answerToken(call, contact);
        try (var staff = signedIn(PREILI);
                var official = Visitor.onPhone(base);
                var author = Visitor.onPhone(base)) {
            answer(official, page, id, title, "Redzēs.");
            staff.open("/darbs/priekslikumi/" + id);
            staff.follow("Jautāt vēlreiz");
            staff.page().locator("#question").fill("Kurā gadā?");
            staff.press("Nosūtīt jautājumu");
            answer(official, page, id, title, "Laternas uzstādīs 2027. gadā.");
            journey.published(call);

            author.open("/priekslikums/" + receipt.trackingToken());
            author.reads("Laternas uzstādīs 2027. gadā.");
            author.press("Nosūtīt vērtējumu");
            author.reads("Izvēlieties vienu no pieciem vērtējumiem");
            author.page().locator("input[name=score][value='4']").check();
            author.press("Nosūtīt vērtējumu");
            author.reads("Paldies! Vērtējums ir saņemts.");
            staff.open("/darbs/priekslikumi/" + id);
            staff.reads("4 no 5");
            staff.reads("Vēstules par šo priekšlikumu");
        }
    }

    @Test
    void aPromiseThatEndedTooEarlyIsFollowedAgain() {
        var done = jdbc.sql("select id from commitment where state = 'DONE' and 'PREILI' = any(owners) limit 1")
                .query(UUID.class)
                .single();
        try (var staff = signedIn(PREILI);
                var resident = Visitor.onPhone(base)) {
            staff.open("/darbs/solijumi/" + done);
            staff.page().locator("#atsakt input[value=UNDER_WAY]").check();
            staff.press("Atsākt un paziņot iesniedzējam");
            staff.reads("Uzrakstiet, kāpēc solījumam atkal seko.");
            staff.page().locator("#words").fill("Darbi apstājās pusceļā.");
            staff.press("Atsākt un paziņot iesniedzējam");
            staff.reads("Solījumam atkal sekojam");

            resident.open("/paveiktais?stavoklis=UNDER_WAY");
            resident.reads("Darbi apstājās pusceļā.");
        }
    }

    /** An invited organisation that has not said anything yet. */
    private String invited() {
        String email = "klusa" + UUID.randomUUID() + "@biedribas.example";
        jdbc.sql("insert into consultation_invitation (id, consultation_id, organisation_id, organisation_name, email,"
                        + " language, sent_at, delivery) select gen_random_uuid(), id, gen_random_uuid(),"
                        + " 'Biedrība „Klusā”', ?, 'lv', now(), 'SENT' from consultation where code = ?")
                .params(email, OPEN)
                .update();
        return email;
    }

    private void answer(Visitor official, String page, UUID id, String title, String rationale) {
        official.open(page);
        var entry = official.page().locator("details.task").filter(new Locator.FilterOptions().setHasText(title));
        if (entry.getAttribute("open") == null) {
            entry.locator("summary").first().click();
        }
        entry.getByLabel("Ņemts vērā", new Locator.GetByLabelOptions().setExact(true))
                .check();
        entry.getByLabel("Pamatojums").fill(rationale);
        official.press("Nosūtīt pabeigtās");
        await().until(() -> book.find(id).orElseThrow().status() == ProposalStatus.ANSWERED);
    }

    private String day(int ahead) {
        LocalDate day = Riga.today(clock).plusDays(ahead);
        return day.toString();
    }

    private Visitor signedIn(String email) {
        var visitor = Visitor.atDesk(base);
        visitor.signIn(email, PASSWORD);
        return visitor;
    }
}
