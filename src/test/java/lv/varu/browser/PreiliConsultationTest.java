package lv.varu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lv.varu.account.Role;
import lv.varu.audit.TrailVerifier;
import lv.varu.directory.Department;
import lv.varu.directory.Topic;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The consultation about the development programme of Preiļi in 2021, from its registration to its report. */
@BrowserTest
class PreiliConsultationTest {
    private static final String TITLE = "Preiļu novada attīstības programma 2022.–2029. gadam";
    private static final String CODE = "2021-PREILI-AP";
    private static final String PUBLIC = "/apspriesanas/" + CODE;
    private static final String FORM = PUBLIC + "/priekslikums";
    private static final String REASON = "Apgaismojums Brīvības ielā programmā jau ir paredzēts.";

    private static final List<String> TOPICS =
            List.of("Ceļi un ielas", "Ēkas un koplietošanas telpas", "Apkārtnes sakopšana", "Izglītība un kultūra");

    private static final String STAFF = "elina@preili.example";
    private static final String COLLEAGUE = "roberts@preili.example";
    private static final String MANAGER = "velta@preili.example";
    private static final String ADMINISTRATOR = "gatis@varu.example";
    private static final String ACTIVE_NGO = "saulgriezi@biedribas.example";
    private static final String SILENT_NGO = "jumis@biedribas.example";
    private static final String HEAD = "zane.berzina@preili-novads.example";
    private static final String ROADS = "kristaps.ozols@preili-novads.example";
    private static final String CULTURE = "ilona.grinberga@preili-novads.example";

    private static final Idea ROAD = new Idea(
            "Grants ceļš no Smelteriem līdz Aizkalnei",
            "Pavasarī ceļš ir neizbraucams, skolēnu autobuss brauc ar līkumu. Lūdzam iekļaut ceļa pārbūvi programmā.",
            "Ceļi un ielas",
            "Saunas pagasts",
            "Jānis Mūrnieks",
            "janis@iedzivotaji.example",
            "„Ceriņi”, Saunas pagasts");
    private static final Idea STAGE = new Idea(
            "Brīvdabas estrāde Aglonā",
            "Biedrība pati uzbūvēs solus, vajadzīgi materiāli un zeme pie ezera.",
            "Izglītība un kultūra",
            "Aglonas pagasts",
            "Vita Ozola",
            ACTIVE_NGO,
            "Daugavpils iela 4, Aglona");
    private static final Idea PARK = new Idea(
            "Sakopt parku pie Preiļu pils",
            "Vajag soliņus, atkritumu urnas un celiņu, pa kuru var izbraukt ar bērnu ratiņiem.",
            "Apkārtnes sakopšana",
            "Preiļi",
            "Anna Vaivode",
            "anna@iedzivotaji.example",
            "Rēzeknes iela 12, Preiļi");
    private static final Idea STAIRS = new Idea(
            "A ramp at the culture house of Riebiņi",
            "People in wheelchairs cannot enter the house. A ramp at the side door would be enough.",
            "Buildings and common areas",
            "Riebiņi Parish",
            "Emma Smith",
            "emma@iedzivotaji.example",
            "Saules iela 8, Riebiņi");
    private static final Idea LAMPS = new Idea(
            "Apgaismojums Brīvības ielā",
            "Vakaros iela ir tumša, bērni iet no mūzikas skolas.",
            "Ceļi un ielas",
            "Preiļi",
            "Pēteris Kalvāns",
            "peteris@iedzivotaji.example",
            "Brīvības iela 3, Preiļi");

    @Autowired
    Time time;

    @Autowired
    Cast cast;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TrailVerifier verifier;

    @Value("${varu.public-url}")
    String base;

    private Visitor staff;
    private Visitor manager;
    private String roadsLink;
    private String cultureLink;
    private String emmasPage;

    @BeforeAll
    void gatherEverybody() {
        time.moveTo("2021-11-04T09:00");
        cast.account("Elīna Strazda", STAFF, Role.STAFF, "PREILI");
        cast.account("Roberts Lācis", COLLEAGUE, Role.STAFF, "PREILI");
        cast.account("Velta Krastiņa", MANAGER, Role.MANAGER, "PREILI");
        cast.account("Gatis Osis", ADMINISTRATOR, Role.ADMINISTRATOR, null);
        cast.organisation("Biedrība „Saulgrieži”", ACTIVE_NGO, "PREILI", "PREILI-AGLONA", Topic.EDUCATION_AND_CULTURE);
        cast.organisation("Biedrība „Jumis”", SILENT_NGO, "PREILI", "PREILI-RIEBINI", Topic.ROADS);
        UUID head = cast.contact("PREILI", Department.DEVELOPMENT, "Zane Bērziņa", HEAD, null, Topic.PARTICIPATION);
        cast.contact("PREILI", Department.ROADS_AND_UTILITIES, "Kristaps Ozols", ROADS, head, Topic.ROADS);
        cast.contact(
                "PREILI",
                Department.EDUCATION_AND_CULTURE,
                "Ilona Grīnberga",
                CULTURE,
                head,
                Topic.EDUCATION_AND_CULTURE);
        staff = Visitor.atDesk(base);
        manager = Visitor.atDesk(base);
    }

    @AfterAll
    void goHome() {
        staff.close();
        manager.close();
        time.stop();
    }

    @Test
    @Order(1)
    void staffRegisterTheDocument() throws IOException {
        staff.open("/darbs");
        staff.sees("Ieiet darba vietā");
        staff.look("preili-01-ieiet");
        staff.signIn(STAFF);
        staff.look("preili-02-uzdevumi-tuksi");
        staff.open("/darbs/apspriesanas");
        staff.look("preili-03-apspriesanas-tuksas");
        staff.follow("Reģistrēt apspriešanu");

        staff.fill("Pirmā diena", "2021-11-12");
        staff.fill("Pēdējā diena", "2021-11-11");
        staff.press("Reģistrēt un skatīt, kas sekos");
        staff.reads("Pēdējā diena nevar būt pirms pirmās.");
        staff.reads("Ierakstiet nosaukumu.");
        assertThat(staff.field("Pirmā diena")).hasValue("2021-11-12");
        assertThat(jdbc.sql("select count(*) from consultation")
                        .query(Long.class)
                        .single())
                .isZero();
        staff.look("preili-04-registracija-kludas");

        staff.choose("Dokumenta veids", "Attīstības programma");
        staff.fill("Nosaukums", TITLE);
        staff.fill("Nosaukums angliski", "Preiļi Municipality development programme 2022–2029");
        staff.fill("Darbības laiks no (gads)", "2022");
        staff.fill("līdz (gads)", "2029");
        staff.tick("Preiļu novads");
        staff.fill("Pēdējā diena", "2021-12-17");
        for (String topic : TOPICS) {
            staff.tick(topic);
        }
        staff.fill("1. jautājums", "Kas Jūsu pagastā jāizdara vispirms?");
        staff.fill("Dome", "Preiļu novada dome");
        staff.fill("Datums", "2021-11-03");
        staff.fill("Protokola numurs", "24");
        staff.fill("Punkts", "3.§");
        meeting("1. sanāksme", "2021-11-25", "17:30", "Preiļu kultūras nams");
        staff.press("Pievienot sanāksmi");
        meeting("2. sanāksme", "2021-12-07", "17:30", "Riebiņu kultūras nams");
        staff.look("preili-05-registracija");
        staff.press("Reģistrēt un skatīt, kas sekos");

        staff.sees(TITLE);
        staff.reads("ir reģistrēta");
        staff.reads("Kas notiks tālāk");
        assertThat(staff.page()).hasURL(base + "/darbs/apspriesanas/" + CODE);
        staff.page().setInputFiles("#files", document());
        staff.press("Pievienot");
        staff.reads("attistibas-programma.pdf");
        staff.look("preili-06-apspriesana-sagatavosana");
    }

    private void meeting(String name, String day, String clock, String place) {
        var group = staff.page().getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(name));
        group.getByLabel("Datums").fill(day);
        group.getByLabel("Laiks").fill(clock);
        group.getByLabel("Kur notiek").fill(place);
    }

    @Test
    @Order(2)
    void managerReturnsTheNoticeOnceAndThenApprovesIt() {
        staff.openTask("Sagatavot paziņojumu", TITLE);
        staff.press("Pabeigt uzdevumu");
        staff.reads("Uzrakstiet kopsavilkumu.");
        staff.fill(
                "Kopsavilkums vienkāršiem vārdiem",
                "Programma noteiks, kurus ceļus, skolas un parkus novads labos nākamajos septiņos gados.");
        staff.fill("Kopsavilkums angliski", "What the municipality will build and mend in the next seven years.");
        for (String channel : List.of("Partnerības tīmekļvietne", "Facebook", "Pašvaldības tīmekļvietne")) {
            staff.tick(channel);
        }
        staff.look("preili-07-pazinojums");
        staff.press("Pabeigt uzdevumu");
        staff.reads("Paziņojums nodots vadītājam apstiprināšanai");

        manager.signIn(MANAGER);
        manager.openTask("Apstiprināt paziņojumu", TITLE);
        manager.reads("kurus ceļus, skolas un parkus novads labos");
        decide(manager, false, "");
        manager.reads("Uzrakstiet, kas jāizlabo");
        decide(manager, false, "Pierakstiet, ka uz sanāksmi kursēs autobuss.");
        staff.openTask("Sagatavot paziņojumu", TITLE);
        staff.reads("Vadītājs atdeva atpakaļ:");
        staff.reads("Pierakstiet, ka uz sanāksmi kursēs autobuss.");
        staff.look("preili-08-pazinojums-atdots");
        staff.fill(
                "Kopsavilkums vienkāršiem vārdiem",
                "Programma noteiks, kurus ceļus, skolas un parkus novads labos nākamajos septiņos gados."
                        + " Uz sanāksmi Riebiņos kursēs autobuss.");
        staff.press("Pabeigt uzdevumu");
        manager.openTask("Apstiprināt paziņojumu", TITLE);
        manager.look("preili-09-pazinojums-vaditajam");
        decide(manager, true, "");
        manager.reads("Jūsu lēmums par paziņojumu ir saglabāts");

        try (var resident = Visitor.onPhone(base)) {
            resident.open(PUBLIC);
            resident.sees(TITLE);
            resident.reads("Drīz sāksies");
            resident.look("preili-10-izsludinata");
            resident.open(FORM);
            resident.sees("Priekšlikumus vēl nepieņem");
        }
    }

    private static void decide(Visitor who, boolean approved, String comment) {
        who.page().locator("input[type=radio][value=" + approved + "]").check();
        who.fill("Komentārs", comment);
        who.press("Pabeigt uzdevumu");
    }

    @Test
    @Order(3)
    void opensOnItsFirstDayAndInvitesOrganisations() {
        time.moveTo("2021-11-11T23:59");
        try (var resident = Visitor.atDesk(base)) {
            resident.open(FORM);
            resident.sees("Priekšlikumus vēl nepieņem");
            time.moveTo("2021-11-12T09:30");
            resident.open("/");
            resident.reads(TITLE);
            resident.look("preili-11-sakumlapa");
            resident.open(PUBLIC);
            resident.reads("Var piedalīties");
            resident.reads("līdz 17.12.2021.");
            resident.reads("autobuss");
            resident.look("preili-12-atverta");
        }
        var invitation = mailbox.read(ACTIVE_NGO, "Aicinām izteikties");
        mailbox.read(SILENT_NGO, "Aicinām izteikties");
        try (var ngo = Visitor.atDesk(base)) {
            ngo.open(invitation.link("/ielugums/"));
            ngo.sees("Biedrība „Saulgrieži”");
            ngo.look("preili-13-ielugums");
            ngo.follow("Uzrakstīt priekšlikumu");
            STAGE.write(ngo);
            Idea.send(ngo);
            ngo.sees("Priekšlikums ir nosūtīts");
            confirm(ngo, STAGE);
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    @Test
    @Order(4)
    void publishesInEveryChannelWithProofAndNoTaskTwice() {
        publish("Publicēt paziņojumu: partnerības tīmekļvietne", "https://www.partneriba.example/apspriesana");
        try (var colleague = Visitor.atDesk(base)) {
            colleague.signIn(COLLEAGUE);
            colleague.openTask("Publicēt paziņojumu: Facebook", TITLE);
            colleague.fill("Saite uz publikāciju", "https://facebook.example/roberts");
            publish("Publicēt paziņojumu: Facebook", "https://facebook.example/elina");
            colleague.fill("Kad publicēts", "2021-11-12");
            colleague.press("Pabeigt uzdevumu");
            colleague.sees("Kāds bija ātrāks");
            colleague.reads("jau pabeidza Elīna Strazda");
            assertThat(colleague.field("Saite uz publikāciju")).hasValue("https://facebook.example/roberts");
            colleague.look("preili-14-uzdevums-jau-pabeigts");
        }
        publish("Publicēt paziņojumu: pašvaldības tīmekļvietne", "https://www.novads.example/apspriesana");
        assertThat(jdbc.sql("select link from consultation_publication order by channel")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "https://facebook.example/elina",
                        "https://www.novads.example/apspriesana",
                        "https://www.partneriba.example/apspriesana");
    }

    private void publish(String task, String link) {
        staff.openTask(task, TITLE);
        staff.fill("Kad publicēts", "2021-11-12");
        staff.press("Pabeigt uzdevumu");
        staff.reads("Jāizlabo 1 vieta");
        assertThat(staff.field("Kad publicēts")).hasValue("2021-11-12");
        staff.fill("Saite uz publikāciju", link);
        staff.press("Pabeigt uzdevumu");
        staff.reads("ir pabeigts");
    }

    @Test
    @Order(5)
    void takesProposalsFromEverybody() {
        time.moveTo("2021-11-22T18:00");
        try (var janis = Visitor.atDesk(base)) {
            janis.open(PUBLIC);
            janis.follow("Iesniegt priekšlikumu");
            ROAD.write(janis);
            janis.page().setInputFiles("#files", Idea.photograph("cels.jpg"));
            janis.look("preili-15-veidlapa");
            Idea.send(janis);
            janis.sees("Priekšlikums ir nosūtīts");
            janis.look("preili-16-nosutits");
            confirm(janis, ROAD);
            janis.reads("cels.jpg");
            janis.look("preili-18-seko");
        }
        try (var anna = Visitor.onPhone(base)) {
            anna.open(FORM);
            PARK.write(anna);
            Idea.send(anna);
            anna.sees("Priekšlikums ir nosūtīts");
            confirm(anna, PARK);
        }
        try (var emma = Visitor.atDesk(base)) {
            emma.open(FORM + "?lang=en");
            emma.fill("Title", STAIRS.title());
            emma.fill("E-mail", "emma.example");
            emma.press("Send the proposal");
            emma.reads("Choose a topic.");
            assertThat(emma.field("Title")).hasValue(STAIRS.title());
            assertThat(emma.field("E-mail")).hasValue("emma.example");
            emma.look("preili-17-veidlapa-kludas-en");
            STAIRS.write(emma, Locale.ENGLISH);
            emma.press("Send the proposal");
            emma.sees("The proposal has been sent");
            emma.open(mailbox.read(STAIRS.email(), "Confirm your proposal").link("/apstiprinat/"));
            emma.press("Yes, I confirm");
            emma.sees(STAIRS.title());
            emmasPage = mailbox.read(STAIRS.email(), "received").link("/priekslikums/");
        }
        assertThat(registered()).isEqualTo(4);
    }

    private void confirm(Visitor author, Idea idea) {
        author.open(mailbox.read(idea.email(), "Apstipriniet savu priekšlikumu").link("/apstiprinat/"));
        author.sees("Apstipriniet savu priekšlikumu");
        author.press("Jā, apstiprinu");
        author.sees(idea.title());
        author.open(mailbox.read(idea.email(), "saņemts").link("/priekslikums/"));
        author.sees(idea.title());
        author.reads("Kam tagad jārīkojas");
    }

    private long registered() {
        return jdbc.sql("select count(*) from proposal where number is not null and call_id ="
                        + " (select id from consultation where code = '" + CODE + "')")
                .query(Long.class)
                .single();
    }

    @Test
    @Order(6)
    void staffScreenWhatHasCome() {
        time.moveTo("2021-11-23T10:00");
        staff.open("/darbs/uzdevumi?skats=komanda");
        staff.look("preili-19-uzdevumi");
        for (Idea idea : List.of(ROAD, STAGE, PARK, STAIRS)) {
            screen(idea);
        }
        try (var resident = Visitor.atDesk(base)) {
            resident.open(PUBLIC + "/priekslikumi");
            resident.reads(ROAD.title());
            resident.doesNotRead(ROAD.name());
            resident.look("preili-21-priekslikumi");
        }
    }

    private void screen(Idea idea) {
        staff.openTask("Izskatīt priekšlikumu", idea.title());
        staff.reads(idea.text());
        staff.tick("Virzīt tālāk");
        if (idea == ROAD) {
            staff.look("preili-20-izskatisana");
        }
        staff.press("Pabeigt uzdevumu");
        staff.reads("Priekšlikums ir izskatīts.");
    }

    @Test
    @Order(7)
    void remindsTheOrganisationThatIsSilent() {
        time.moveTo("2021-12-10T12:00");
        assertThat(mailbox.read(SILENT_NGO, "Atgādinājums").text()).contains("17.12.2021.");
        assertThat(mailbox.subjects(ACTIVE_NGO)).noneMatch(subject -> subject.startsWith("Atgādinājums"));
        staff.open("/darbs/apspriesanas/" + CODE + "/uzaicinatie");
        staff.reads("atgādināts 10.12.2021.");
        staff.look("preili-22-uzaicinatie");
        staff.open("/darbs/apspriesanas/" + CODE);
        staff.look("preili-22-apspriesana-atverta");
    }

    @Test
    @Order(8)
    void takesTheLastProposalBeforeMidnightAndRefusesTheNext() {
        time.moveTo("2021-12-17T23:50");
        try (var peteris = Visitor.atDesk(base);
                var late = Visitor.atDesk(base)) {
            late.open(FORM);
            PARK.write(late);
            peteris.open(FORM);
            LAMPS.write(peteris);
            time.moveTo("2021-12-17T23:59");
            peteris.button("Nosūtīt priekšlikumu").dblclick();
            peteris.sees("Priekšlikums ir nosūtīts");

            time.moveTo("2021-12-18T00:00");
            Idea.send(late);
            late.sees("Priekšlikumu pieņemšana ir beigusies");
            late.reads(PARK.text());
            late.reads("partnerībai, kas vada šo apspriešanu");
            late.look("preili-23-par-velu");
            confirm(peteris, LAMPS);
        }
        assertThat(registered()).isEqualTo(5);
        assertThat(jdbc.sql("select count(*) from proposal where title = ?")
                        .param(LAMPS.title())
                        .query(Long.class)
                        .single())
                .as("a double click sends once")
                .isEqualTo(1);
        try (var resident = Visitor.atDesk(base)) {
            resident.open(PUBLIC);
            resident.reads("Priekšlikumu pieņemšana beidzās 17.12.2021.");
        }
    }

    @Test
    @Order(9)
    void compilesThePositionAndDeliversIt() {
        time.moveTo("2021-12-20T10:00");
        screen(LAMPS);
        staff.openTask("Sagatavot nostāju", TITLE);
        staff.fill("Ievads", "Iedzīvotāji iesniedza piecus priekšlikumus. Lūdzam atbildēt uz katru.");
        staff.fill("Partnerības viedoklis", "Vispirms jāsakārto ceļi, pa kuriem brauc skolēnu autobusi.");
        line(ROAD).getByLabel("Grupa").fill("Ceļi");
        line(STAGE).getByLabel("Grupa").fill("Kultūra");
        line(LAMPS).getByLabel("Iekļaut").uncheck();
        staff.press("Pabeigt uzdevumu");
        staff.reads("Uzrakstiet, kāpēc priekšlikums nav iekļauts.");
        assertThat(line(ROAD).getByLabel("Grupa")).hasValue("Ceļi");
        line(LAMPS).getByLabel("Iemesls, ja neiekļauj").fill(REASON);
        staff.look("preili-24-nostaja");
        staff.press("Pabeigt uzdevumu");
        staff.reads("Nostāja nodota vadītājam apstiprināšanai");

        manager.openTask("Apstiprināt nostāju", TITLE);
        manager.reads("Neiekļauts 1 priekšlikums");
        manager.reads(REASON);
        decide(manager, false, "Precizējiet ievadu.");
        staff.openTask("Sagatavot nostāju", TITLE);
        staff.reads("Precizējiet ievadu.");
        assertThat(line(LAMPS).getByLabel("Iemesls, ja neiekļauj")).hasValue(REASON);
        staff.fill("Ievads", "Piecus priekšlikumus iesniedza četri iedzīvotāji un viena biedrība.");
        staff.press("Pabeigt uzdevumu");
        manager.openTask("Apstiprināt nostāju", TITLE);
        manager.look("preili-25-nostaja-vaditajam");
        decide(manager, true, "");
        time.settle();

        var position = mailbox.read(HEAD, "Nostāja par dokumentu");
        assertThat(position.attachments()).hasSize(1).allSatisfy((name, content) -> {
            assertThat(name).endsWith(".pdf");
            assertThat(content).startsWith("%PDF".getBytes());
        });
        roadsLink = mailbox.read(ROADS, "Lūdzam atbildēt uz 3 priekšlikumiem").link("/atbilde/");
        cultureLink = mailbox.read(CULTURE, "Lūdzam atbildēt uz 1 priekšlikumu").link("/atbilde/");
        try (var resident = Visitor.atDesk(base)) {
            resident.open(PUBLIC + "/nostaja");
            resident.reads("četri iedzīvotāji un viena biedrība");
            resident.look("preili-26-nostaja-publiski");
        }
    }

    private Locator line(Idea idea) {
        return staff.page().getByRole(AriaRole.GROUP, named(idea.title()));
    }

    @Test
    @Order(10)
    void oneContactSavesFirstAndSendsLater() {
        time.moveTo("2021-12-22T11:00");
        try (var kristaps = Visitor.atDesk(base)) {
            kristaps.open(roadsLink);
            kristaps.sees("Iedzīvotāju priekšlikumi gaida Jūsu atbildi");
            kristaps.reads("Labdien, Kristaps Ozols!");
            kristaps.look("preili-27-atbildes");
            answer(kristaps, ROAD, "Ņemts vērā", "Investīciju plāns", "");
            kristaps.press("Saglabāt");
            kristaps.reads("Saglabāts, nekas nav nosūtīts.");
        }
        time.moveTo("2021-12-28T11:00");
        try (var kristaps = Visitor.onPhone(base)) {
            kristaps.open(roadsLink);
            answer(
                    kristaps,
                    PARK,
                    "Daļēji ņemts vērā",
                    "Gada budžets",
                    "Soliņi un urnas būs 2022. gadā, celiņš vēlāk.");
            answer(kristaps, STAIRS, "Noraidīts", null, "");
            kristaps.press("Nosūtīt visas (3)");
            kristaps.reads("Nekas vēl nav nosūtīts.");
            kristaps.look("preili-28-atbildes-kludas");
            answer(kristaps, STAIRS, "Noraidīts", null, "Kultūras namam 2022. gadā tiks būvēta jauna ieeja.");
            kristaps.press("Nosūtīt visas (3)");
            kristaps.sees("Visas atbildes ir nosūtītas");
            kristaps.look("preili-29-atbildes-nosutitas");
        }
        mailbox.read(ROADS, "Paldies, atbildes nosūtītas");
    }

    private static void answer(Visitor official, Idea idea, String outcome, String route, String rationale) {
        var entry =
                official.page().locator("details.task").filter(new Locator.FilterOptions().setHasText(idea.title()));
        if (entry.getAttribute("open") == null) {
            entry.locator("summary").first().click();
        }
        entry.getByLabel(outcome, new Locator.GetByLabelOptions().setExact(true))
                .check();
        if (route != null) {
            entry.getByLabel(route, new Locator.GetByLabelOptions().setExact(true))
                    .check();
        }
        entry.getByLabel("Pamatojums").fill(rationale);
    }

    @Test
    @Order(11)
    void remindsTheOtherContactEscalatesTelephonesAndTellsThePublic() {
        time.moveTo("2022-01-03T10:00");
        mailbox.read(CULTURE, "Atgādinājums – atbildes");
        time.moveTo("2022-01-05T10:00");
        mailbox.read(CULTURE, "Šodien pēdējā diena atbildēt");
        time.moveTo("2022-01-06T10:00");
        assertThat(mailbox.read(HEAD, "Pašvaldības atbilde kavējas").text()).contains("Ilona Grīnberga");
        time.moveTo("2022-01-10T10:00");
        staff.openTask("Piezvanīt atbildētājam", STAGE.title());
        staff.reads("Ilona Grīnberga");
        staff.look("preili-30-piezvanit");
        staff.press("Pabeigt uzdevumu");
        staff.reads("Jāizlabo 1 vieta");
        staff.fill("Ko sarunā noskaidrojāt", "Atvaļinājumā līdz trešdienai, atbildēs ceturtdien.");
        staff.press("Pabeigt uzdevumu");

        time.moveTo("2022-01-12T10:00");
        assertThat(mailbox.subjects(ROADS)).noneMatch(subject -> subject.startsWith("Atgādinājums"));
        try (var resident = Visitor.atDesk(base)) {
            resident.open(PUBLIC + "/priekslikumi");
            resident.reads("Kavējas");
            resident.look("preili-31-kavejas");
        }
        manager.open("/darbs/statuss");
        manager.reads(TITLE);
        manager.look("preili-32-statuss");

        time.moveTo("2022-01-13T14:00");
        try (var ilona = Visitor.atDesk(base)) {
            ilona.open(cultureLink);
            ilona.reads("termiņš bija 05.01.2022.");
            answer(ilona, STAGE, "Pieņemts zināšanai", null, "Zemi pie ezera vērtēsim kopā ar biedrību martā.");
            ilona.page().locator("input[type=file]").setInputFiles(Idea.photograph("zeme-pie-ezera.jpg"));
            ilona.look("preili-32a-atbilde-ar-failu");
            ilona.press("Nosūtīt atbildi");
            ilona.sees("Visas atbildes ir nosūtītas");
        }
    }

    @Test
    @Order(12)
    void publishesTheAnswersAndWritesToEveryAuthor() {
        time.moveTo("2022-01-14T10:00");
        staff.openTask("Pārskatīt un publicēt atbildes", TITLE);
        staff.press("Pabeigt uzdevumu");
        staff.reads("Apstipriniet, ka atbildes ir izlasītas.");
        staff.tick("Esmu izlasījis visas atbildes");
        staff.look("preili-33-publicet-atbildes");
        staff.press("Pabeigt uzdevumu");
        time.settle();

        assertThat(mailbox.read(ROAD.email(), "Pašvaldības atbilde").text()).contains("Ņemts vērā");
        assertThat(mailbox.read(STAGE.email(), "Pašvaldības atbilde").text())
                .contains("martā")
                .contains("zeme-pie-ezera.jpg: " + base + PUBLIC + "/priekslikumi/");
        assertThat(mailbox.read(PARK.email(), "Pašvaldības atbilde").text()).contains("Soliņi un urnas");
        assertThat(mailbox.read(LAMPS.email(), "Priekšlikums nav iekļauts nostājā")
                        .text())
                .contains(REASON);
        var english = mailbox.read(STAIRS.email(), "The municipality’s answer");
        assertThat(english.text()).contains("Outcome: Rejected");
        try (var emma = Visitor.atDesk(base)) {
            emma.open(emmasPage + "?lang=en");
            emma.reads("The municipality’s answer");
            emma.look("preili-34-atbilde-en");
            emma.open(PUBLIC + "?lang=lv");
            emma.look("preili-35-atbildets");
            emma.open(PUBLIC + "/priekslikumi");
            emma.reads("Soliņi un urnas būs 2022. gadā");
            emma.doesNotRead("Kavējas");
            emma.look("preili-36-jus-teicat");
        }
    }

    @Test
    @Order(13)
    void publishesTheReport() {
        time.moveTo("2022-01-20T10:00");
        staff.openTask("Sagatavot līdzdalības pārskatu", TITLE);
        staff.fill("Kā apspriešana noritēja", "Divās sanāksmēs piedalījās 41 cilvēks.");
        staff.fill("Secinājumi", "Visvairāk cilvēki rakstīja par ceļiem.");
        staff.look("preili-37-parskats");
        staff.press("Pabeigt uzdevumu");
        staff.reads("Pārskats nodots vadītājam apstiprināšanai");
        manager.openTask("Apstiprināt pārskatu", TITLE);
        manager.look("preili-38-parskats-vaditajam");
        decide(manager, true, "");
        time.settle();

        try (var resident = Visitor.atDesk(base)) {
            resident.open(PUBLIC + "/parskats");
            resident.reads("Divās sanāksmēs piedalījās 41 cilvēks.");
            for (Idea idea : List.of(ROAD, STAGE, PARK, STAIRS, LAMPS)) {
                resident.reads(idea.title());
            }
            resident.look("preili-39-parskats-publiski");
        }
    }

    @Test
    @Order(14)
    void keepsAWholeTrail() {
        manager.open("/darbs/statuss/" + CODE);
        manager.sees(TITLE);
        manager.look("preili-40-norise");
        var id = jdbc.sql("select id from consultation where code = ?")
                .param(CODE)
                .query(UUID.class)
                .single();
        manager.open("/darbs/pieraksti/consultation/" + id);
        manager.sees("Lietas pieraksti");
        manager.reads("Pārskats publicēts");
        manager.look("preili-41-pieraksti");
        try (var administrator = Visitor.atDesk(base)) {
            administrator.signIn(ADMINISTRATOR);
            administrator.open("/darbs/admin/pieraksti");
            administrator.press("Pārbaudīt");
            administrator.reads("Viss kārtībā");
            administrator.look("preili-42-pieraksti-parbauditi");
            administrator.open("/darbs/admin/pasts");
            administrator.look("preili-43-pasts");
        }
        assertThat(verifier.verify().broken()).isNull();
    }

    @Test
    @Order(15)
    void saysThatALinkIsForeignOrHasEnded() {
        try (var stranger = Visitor.onPhone(base)) {
            stranger.open(roadsLink);
            stranger.sees("Visas atbildes ir nosūtītas");
            stranger.open(emmasPage.replace("/priekslikums/", "/atbilde/"));
            stranger.sees("Šī saite vairs nedarbojas");
            stranger.reads("Ko darīt");
            stranger.look("preili-44-saite-nedarbojas");
            stranger.open(roadsLink.substring(0, roadsLink.length() - 1));
            stranger.sees("Šī saite vairs nedarbojas");
            time.moveTo("2026-01-15T10:00");
            stranger.open(roadsLink);
            stranger.sees("Šīs saites termiņš ir beidzies");
            stranger.look("preili-45-saites-termins");
            stranger.open(emmasPage);
            stranger.sees("Šī saite vairs nedarbojas");
        }
    }

    @Test
    @Order(16)
    void isAccessibleOnEveryPage() {
        Accessibility.assertClean("preili");
    }

    private static FilePayload document() throws IOException {
        try (var pdf = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            pdf.save(bytes);
            return new FilePayload("attistibas-programma.pdf", "application/pdf", bytes.toByteArray());
        }
    }
}
