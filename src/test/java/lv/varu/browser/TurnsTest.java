package lv.varu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.calendar.WorkingCalendar;
import lv.varu.engine.EngineJobs;
import lv.varu.importing.ImportWork;
import lv.varu.proposal.Call;
import lv.varu.proposal.Journey;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.finding.WordIndexing;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The turns that a case can take, each as the people on both sides see it. */
@SampleTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TurnsTest {
    private static final String PASSWORD = "varu-paraugs";
    private static final String OPEN = "PARAUGS-KRASLAVA-IEKRP";
    private static final String KRASLAVA = "lina@kraslava.example";
    private static final String PREILI = "elina@preili.example";

    @Autowired
    WordIndexing indexing;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Journey journey;

    @Autowired
    ProposalBook book;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    ImportWork imports;

    @Autowired
    EngineJobs jobs;

    @Value("${varu.public-url}")
    String base;

    @Test
    void theAuthorClarifiesWhatStaffDoNotUnderstand() {
        Call call = journey.open("PREILI");
        String title = unique("Laternas pie pieturas");
        var receipt = journey.confirmed(call, title);
        try (var staff = signedIn(PREILI);
                var author = Visitor.onPhone(base)) {
            staff.openTask("Izskatīt priekšlikumu", title);
            staff.tick("Lūgt iesniedzēju precizēt");
            staff.press("Pabeigt uzdevumu");
            staff.reads("Jāizlabo");
            staff.fill("Kas jāprecizē", "Pie kuras pieturas?");
            staff.press("Pabeigt uzdevumu");

            author.open("/priekslikums/" + receipt.trackingToken());
            author.follow("Lasīt jautājumu un precizēt");
            author.reads("Pie kuras pieturas?");
            author.field("Priekšlikums").fill("Lūdzam divas laternas pie Rožupes pieturas.");
            author.press("Nosūtīt precizējumu");
            author.reads("Paldies! Precizējums ir nosūtīts.");

            staff.openTask("Izskatīt priekšlikumu", title);
            staff.reads("Lūdzam divas laternas pie Rožupes pieturas.");
        }
    }

    @Test
    void copiesOfALetterAreMergedAndOneIsLetGoAgain() {
        try (var staff = signedIn(KRASLAVA)) {
            staff.open("/darbs/apspriesanas/" + OPEN + "/vienadi?q=Augusta");
            staff.follow("Apvienot šos: Ietve un apgaismojums Augusta ielā");
            assertThat(staff.page().getByText("Esmu Augusta ielas iedzīvotājs."))
                    .hasCount(1);
            staff.reads("un vēl:");
            staff.reads("Mans mazdēls šoruden tur nokrita no velosipēda.");
            staff.press("Apvienot");
            staff.reads("Uzrakstiet, kāpēc priekšlikumi saka to pašu.");
            staff.fill("Paskaidrojums iesniedzējiem", "Visi lūdz ietvi vienā un tajā pašā ielā.");
            staff.press("Apvienot");
            staff.reads("Pievienoti 5 priekšlikumi.");
            assertThat(mailbox.read("augusta3@pasts.example", "apvienots ar citu")
                            .text())
                    .contains("Visi lūdz ietvi");

            indexing.catchUp();
            staff.open("/darbs/priekslikumi?q=augusta3@pasts.example");
            staff.page().locator("ul.rows a.what").first().click();
            staff.follow("Atcelt apvienošanu");
            staff.sees("Atcelt apvienošanu?");
            staff.press("Atcelt apvienošanu");
            staff.reads("Apvienošana ir atcelta.");
        }
        mailbox.read("augusta3@pasts.example", "atkal virzās viens pats");
    }

    @Test
    void aProposalAboutTwoThingsGetsOneAnswerOutOfTwo() {
        Call call = journey.open("PREILI");
        String title = unique("Ietve un jumts");
        var receipt = journey.screened(call, title);
        try (var staff = signedIn(PREILI);
                var official = Visitor.onPhone(base);
                var author = Visitor.onPhone(base)) {
            staff.open("/darbs/priekslikumi/" + receipt.proposalId() + "/sadalit");
            part(staff, 0, "Ietve pie skolas");
            part(staff, 1, "Jumts skolai");
            staff.press("Sadalīt");
            staff.reads("Priekšlikums ir sadalīts.");

            official.open(forwarded(call));
            answer(official, "Ietve pie skolas", "Ņemts vērā", "Ietvi būvēsim maijā.");
            answer(official, "Jumts skolai", "Noraidīts", "Jumts ir mainīts pērn.");
            // The same person answers others in the sample.
            official.press("Nosūtīt pabeigtās");
            official.doesNotRead("Ietve pie skolas, lūdzu.");
            journey.published(call);

            author.open("/priekslikums/" + receipt.trackingToken());
            author.reads("Ietvi būvēsim maijā.");
            author.reads("Jumts ir mainīts pērn.");
        }
    }

    @Test
    void theAuthorTriesAgainWithWhatWasDeclined() {
        Call call = journey.open("PREILI");
        String title = unique("Laternas kaut kur");
        var declined = journey.screened(journey.confirmed(call, title), "Nav skaidrs, kur.");
        try (var author = Visitor.onPhone(base);
                var staff = signedIn(PREILI)) {
            author.open("/priekslikums/" + declined.trackingToken());
            author.reads("Nav skaidrs, kur.");
            author.follow("Labot un iesniegt vēlreiz");
            assertThat(author.field("Virsraksts")).hasValue(title);
            author.fill("Virsraksts", title + " pie Rožupes pieturas");
            author.tick("glabā un izmanto manus datus");
            author.tick("manu vārdu un adresi nodod pašvaldībai");
            Idea.send(author);
            author.sees("Priekšlikums ir");

            staff.openTask("Izskatīt priekšlikumu", title + " pie Rožupes pieturas");
        }
    }

    @Test
    void theMunicipalityAsksForDaysAndPassesOn() {
        Call call = journey.open("PREILI");
        String lamps = unique("Laternas");
        String bus = unique("Autobuss");
        UUID id = journey.screened(call, lamps).proposalId();
        journey.screened(call, bus);
        String page = forwarded(call);
        var until = calendar.plusWorkingDays(
                Objects.requireNonNull(book.find(id).orElseThrow().dueOn()), 5);
        String colleague = "kolege" + UUID.randomUUID() + "@preili-novads.example";
        try (var official = Visitor.onPhone(base);
                var manager = signedIn("velta@preili.example")) {
            official.open(page);
            official.follow("Lūgt vairāk dienu");
            only(official, lamps);
            official.page().locator("#until").fill(until.toString());
            official.press("Lūgt vairāk dienu");
            assertThat(official.page().locator(".error-summary")).isVisible();
            assertThat(official.page().locator("#until")).hasValue(until.toString());
            official.page().locator("#reason").fill("Inženieris ir atvaļinājumā.");
            official.press("Lūgt vairāk dienu");

            manager.openTask("Izlemt par papildu dienām", lamps);
            manager.reads("Inženieris ir atvaļinājumā.");
            manager.tick("Jā, piešķirt");
            manager.page().locator("#until").fill(until.toString());
            manager.press("Pabeigt uzdevumu");
            manager.reads("Lēmums ir paziņots pašvaldībai.");

            official.open(page);
            official.follow("Nodot kolēģim");
            only(official, bus);
            official.tick("Kādam, kura te nav");
            official.fill("Vārds, uzvārds", "Vija Kolēģe");
            official.fill("E-pasts", colleague);
            official.press("Nodot");
            official.reads("Vija Kolēģe");
        }
        try (var other = Visitor.onPhone(base)) {
            other.open(mailbox.read(colleague, "").link("/atbilde/"));
            other.reads(bus);
            other.doesNotRead(lamps);
        }
    }

    @Test
    void aNeighbourSupportsAfterConfirming() {
        String email = "kaimins" + UUID.randomUUID() + "@iedzivotaji.example";
        try (var neighbour = Visitor.onPhone(base)) {
            indexing.catchUp();
            neighbour.open("/apspriesanas/" + OPEN + "/priekslikumi?q=Siltināšanas");
            neighbour.page().locator("main a[href*='/priekslikumi/P-']").first().click();
            neighbour.page().locator("a[href$='/atbalstit']").first().click();
            neighbour.press("Atbalstu");
            assertThat(neighbour.page().locator(".error-summary")).isVisible();
            neighbour.fill("Vārds un uzvārds", "Zenta Kalve");
            neighbour.fill("E-pasts", email);
            neighbour.page().locator("#processing").check();
            neighbour.press("Atbalstu");
            neighbour.sees("Vēl viens solis: atveriet savu e-pastu");
            neighbour.open(mailbox.read(email, "Apstipriniet savu atbalstu").link("/priekslikums/atbalstit/"));
            neighbour.press("Jā, atbalstu");
            neighbour.reads("Paldies! Jūsu atbalsts ir ieskaitīts.");
        }
    }

    // Letters of the sample go out first.
    @Test
    @Order(Integer.MAX_VALUE)
    void anOrganisationAnswersAnUrgentCallFromTheLetter() {
        String title = unique("Vajag smilšu maisus");
        try (var staff = signedIn(KRASLAVA);
                var organisation = Visitor.onPhone(base)) {
            staff.open("/darbs/aicinajumi/jauns");
            staff.page().locator("#title").fill(title);
            staff.page().locator("#text").fill("Daugava kāpj, vajag cilvēkus ar lāpstām.");
            staff.page().locator("#options").fill("Varu atnākt ar lāpstu");
            staff.press("Apskatīt pirms sūtīšanas");
            staff.sees("Pirms sūtīšanas");
            staff.page().locator("main button.main").click();
            staff.sees(title);
            jobs.run("broadcast", staff.page().url().replaceAll(".*/", ""), "sendBatch");

            organisation.open(
                    mailbox.read("indras.stacija@biedribas.example", title).link("?var=0"));
            organisation.press("Nosūtīt atbildi");
            organisation.reads("Paldies! Atbilde ir saņemta");
            staff.page().reload();
            staff.reads("Biedrība „Indras stacija”");
            assertThat(staff.page().locator("tr").filter(new Locator.FilterOptions().setHasText("Indras stacija")))
                    .containsText("Varu atnākt ar lāpstu");
        }
    }

    @Test
    void whatStoodOnASheetIsReadByTheWholeParish() {
        String words = unique("Vajag tiltiņu pār grāvi");
        try (var staff = signedIn("anna@kaimini.example");
                var keeper = Visitor.onPhone(base);
                var resident = Visitor.onPhone(base)) {
            staff.open("/darbs/kastites?q=Līksn");
            staff.page().locator("ul.rows a.what").first().click();
            staff.press("Iztukšot tagad");

            // The first one is of the round before.
            mailbox.read("vija@liksna.example", "Laiks iztukšot");
            keeper.open(mailbox.read("vija@liksna.example", "Laiks iztukšot").link("/kastite/"));
            keeper.press("Pievienot lapu");
            keeper.reads("Ierakstiet, kas uz lapas rakstīts");
            keeper.page().locator("#text").fill(words);
            keeper.press("Pievienot lapu");
            keeper.reads("Lapa ir pievienota.");
            keeper.press("Viss, kastītē bija 1 lapa");
            keeper.sees("Paldies, kastīte ir iztukšota!");

            staff.openTask("Izskatīt kastītes lapas", "Līksnas pagasts");
            staff.page()
                    .locator("input[name='lines[0].decision'][value=DECLINE]")
                    .check();
            staff.page().locator("[name='lines[0].reason']").fill(words + ": tiltiņš jau tiek būvēts.");
            staff.press("Pabeigt uzdevumu");

            resident.open("/kastites/AUGSDAUGAVA-LIKSNA");
            resident.reads(words + ": tiltiņš jau tiek būvēts.");
        }
    }

    @Test
    void newsComeOnlyAfterConfirmingAndEndWithOnePress() {
        String email = "zinas" + UUID.randomUUID() + "@iedzivotaji.example";
        try (var reader = Visitor.withoutJavaScript(base)) {
            reader.open("/jaunumi");
            reader.fill("Jūsu e-pasta adrese", email);
            reader.press("Pieteikties ziņām");
            reader.sees("Vēl viens solis");
            reader.open(mailbox.read(email, "Apstipriniet").link("/jaunumi/apstiprinat/"));
            reader.press("Jā, sūtiet");
            reader.reads("Paldies! Turpmāk Jums rakstīsim.");
            reader.press("Atteikties no visām ziņām");
            reader.sees("Ziņas vairs nesūtīsim");
        }
    }

    @Test
    void aTableWithWrongRowsComesInAndGoesOutAgain() {
        String title = unique("Soliņš parkā");
        String table =
                "Virsraksts;Teksts;Kā saņemts\n" + title + ";Parkā vajag soliņu.;Sanāksmē\nBez teksta;;Sanāksmē\n";
        try (var staff = signedIn(KRASLAVA)) {
            staff.open("/darbs/imports/priekslikumi/" + OPEN);
            staff.page()
                    .setInputFiles(
                            "#file", new FilePayload("tabula.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
            staff.press("Augšupielādēt un pārbaudīt");
            staff.reads("Pārbaudām failu");
            imports.next();
            staff.page().reload();
            staff.reads("1 rinda ar kļūdām");
            staff.press("Importēt 1 rindu");
            imports.next();
            staff.page().reload();
            staff.follow("Atsaukt importu");
            staff.press("Atsaukt importu");
            imports.next();
            staff.page().reload();
            staff.reads("Imports ir atsaukts.");
            indexing.catchUp();
            staff.open("/darbs/priekslikumi?q=" + title.substring(title.length() - 8));
            staff.doesNotRead(title);
        }
    }

    @Test
    void aPersonGetsACopyOfWhatIsKept() {
        String email = "skaidrite.bule@pasts.example";
        try (var manager = signedIn("baiba@kraslava.example");
                var person = Visitor.onPhone(base)) {
            person.open("/privatums/pieprasijums");
            person.page().locator("input[name=wish][value=COPY]").check();
            person.page().locator("#email").fill(email);
            person.page().locator("main form button.main").click();
            person.open(mailbox.read(email, "Apstipriniet datu pieprasījumu").link("/privatums/apstiprinat/"));
            person.page().locator("main form button").first().click();

            manager.open("/darbs/datu-pieprasijumi?q=" + email);
            manager.page()
                    .locator("main a[href^='/darbs/datu-pieprasijumi/']:not([href$=jauns])")
                    .first()
                    .click();
            manager.page().locator("form[action$='/kopija'] button").click();
            person.open(mailbox.read(email, "Jūsu datu kopija").link("/privatums/kopija/"));
            person.sees("Jūsu datu kopija");
            var file = person.page()
                    .waitForDownload(
                            () -> person.page().locator("main form button").click());
            assertThat(file.suggestedFilename()).endsWith(".zip");
        }
    }

    private static String unique(String words) {
        return words + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Where its municipal contact answers, once the position has arrived. */
    private String forwarded(Call call) {
        journey.close(call);
        journey.forwarded(call, Map.of());
        UUID contact =
                book.of(call.id(), List.of(ProposalStatus.FORWARDED)).get(0).contactId();
        return "/atbilde/" + journey.answerToken(call, Objects.requireNonNull(contact));
    }

    private Visitor signedIn(String email) {
        var visitor = Visitor.atDesk(base);
        visitor.signIn(email, PASSWORD);
        return visitor;
    }

    private static void part(Visitor staff, int number, String title) {
        String part = "[name='parts[" + number + "].";
        staff.page().locator(part + "title']").fill(title);
        staff.page().locator(part + "text']").fill(title + ", lūdzu.");
        staff.page().locator(part + "topic']").selectOption("ROADS");
        staff.page().locator(part + "municipality']").selectOption("PREILI");
    }

    private static void answer(Visitor official, String title, String outcome, String rationale) {
        var entry = official.page().locator("details.task").filter(new Locator.FilterOptions().setHasText(title));
        if (entry.getAttribute("open") == null) {
            entry.locator("summary").first().click();
        }
        entry.getByLabel(outcome, new Locator.GetByLabelOptions().setExact(true))
                .check();
        entry.getByLabel("Pamatojums").fill(rationale);
    }

    /** Of several proposals. */
    private static void only(Visitor official, String title) {
        var boxes = official.page().locator("input[name=proposals]");
        for (var box : boxes.all()) {
            box.uncheck();
        }
        official.page()
                .getByRole(AriaRole.CHECKBOX)
                .and(official.page().getByLabel(title))
                .check();
    }
}
