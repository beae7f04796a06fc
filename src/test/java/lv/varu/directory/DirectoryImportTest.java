package lv.varu.directory;

import static lv.varu.account.AccountExamples.opened;
import static lv.varu.account.AccountExamples.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.AccountDesk;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.importing.ImportRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Organisations and contacts come from tables and go into tables; an import can be taken back as a whole. */
@VaruTest
class DirectoryImportTest {
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    ImportRunner imports;

    @Autowired
    Organisations organisations;

    @Autowired
    Contacts contacts;

    @Autowired
    DirectoryDesk desk;

    @Autowired
    AccountDesk accounts;

    @Autowired
    MockMvc pages;

    private Person staff;

    @BeforeEach
    void open() {
        staff = opened(accounts, Role.STAFF, "PREILI");
    }

    @Test
    void addsOrganisationsPassesOverKnownOnesAndTakesAllBack() throws Exception {
        var file = "Nosaukums;Veids;Vieta;Temati;E-pasts;Tālrunis\n"
                + "Biedrība Zīle " + mark + ";Biedrība vai nodibinājums;Aglonas pagasts;;zile" + mark
                + "@example.org;20000001\n"
                + "Padome " + mark + ";Iedzīvotāju padome;Preiļu novads;;padome" + mark + "@example.org;\n"
                + "Bez vietas " + mark + ";;Nekurienes pagasts;;nav adrese;123\n"
                + "Cits vārds " + mark + ";;Aglonas pagasts;;zile" + mark + "@example.org;\n";
        UUID run = imports.checked("organizacijas", "PREILI", "org.csv", bytes(file), staff);
        var result = imports.taken(run, staff);
        assertThat(result.taken()).isEqualTo(2);
        assertThat(result.faults())
                .contains(
                        "4 place directory.import.place",
                        "4 email directory.email.wrong",
                        "4 phone directory.phone.wrong",
                        "5 null directory.import.repeats");
        var zile = organisations.findByEmail("zile" + mark + "@example.org").orElseThrow();
        assertThat(zile.details().phone()).isEqualTo("+371 20000001");

        UUID again = imports.checked("organizacijas", "PREILI", "org.csv", bytes(file), staff);
        assertThat(imports.result(again).faults()).contains("2 null directory.import.organisation.known");

        pages.perform(get("/darbs/organizacijas/tabula.csv").param("q", mark).with(signedIn(staff)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("organizacijas.csv")))
                .andExpect(content().string(containsString("Biedrība Zīle " + mark)))
                .andExpect(content().string(containsString("Aglonas pagasts")))
                .andExpect(content().string(not(containsString("AGLONA"))));

        assertThat(imports.undone(run, staff).undone()).isEqualTo(2);
        assertThat(organisations.find(zile.id()).orElseThrow().active()).isFalse();
    }

    @Test
    void updatesWhatIsKnownAndGivesTheEarlierDataBack() {
        var file = "Nosaukums;Vieta;E-pasts;Kontaktpersona\nBiedrība Ozols " + mark + ";Aglonas pagasts;ozols" + mark
                + "@example.org;Jānis\n";
        imports.taken(imports.checked("organizacijas", "PREILI", "org.csv", bytes(file), staff), staff);
        UUID id = organisations
                .findByEmail("ozols" + mark + "@example.org")
                .orElseThrow()
                .id();
        var changed =
                "Nosaukums;Vieta;E-pasts\nBiedrība Liepa " + mark + ";Aglonas pagasts;ozols" + mark + "@example.org\n";
        UUID run = imports.checked("organizacijas", "PREILI-atjaunot", "org.csv", bytes(changed), staff);
        assertThat(imports.taken(run, staff).taken()).isEqualTo(1);
        assertThat(organisations.find(id).orElseThrow())
                .satisfies(found -> assertThat(found.name()).isEqualTo("Biedrība Liepa " + mark))
                .satisfies(found -> assertThat(found.contactPerson()).isEqualTo("Jānis"));
        assertThat(imports.undone(run, staff).undone()).isEqualTo(1);
        assertThat(organisations.find(id).orElseThrow().name()).isEqualTo("Biedrība Ozols " + mark);
    }

    @Test
    void addsContactsOfAMunicipalityAndLeavesAloneWhatPeopleHaveChangedSince() {
        var file = "Vārds;E-pasts;Nodaļa;Amats\n"
                + "Anna " + mark + ";anna" + mark + "@preili.example;Kanceleja;Lietvede\n"
                + "Ilze " + mark + ";ilze" + mark + "@preili.example;Kanceleja;\n"
                + "Bez nodaļas " + mark + ";kads" + mark + "@preili.example;;\n";
        UUID run = imports.checked("kontakti", "PREILI", "kontakti.csv", bytes(file), staff);
        var result = imports.taken(run, staff);
        assertThat(result.taken()).isEqualTo(2);
        assertThat(result.faults()).contains("4 department directory.import.missing");
        var anna = contacts.findByEmail("anna" + mark + "@preili.example").orElseThrow();
        var ilze = contacts.findByEmail("ilze" + mark + "@preili.example").orElseThrow();
        var details = anna.details();
        desk.change(
                anna.id(),
                anna.version(),
                new ContactDetails(
                        details.municipality(),
                        details.department(),
                        "Anna Jaunā " + mark,
                        details.position(),
                        details.email(),
                        null,
                        details.topics(),
                        null,
                        details.language()),
                staff);
        imports.undone(run, staff);
        assertThat(contacts.find(anna.id()).orElseThrow().active()).isTrue();
        assertThat(contacts.find(ilze.id()).orElseThrow().active()).isFalse();
    }

    @Test
    void isForThoseWhoKeepTheEntries() {
        var stranger = opened(accounts, Role.STAFF, "KRASLAVA");
        assertThatThrownBy(
                        () -> imports.checked("organizacijas", "PREILI", "a.csv", bytes("Nosaukums;Vieta\n"), stranger))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> imports.checked("kontakti", "PREILI", "a.csv", bytes("Vārds;E-pasts\n"), stranger))
                .isInstanceOf(NotAllowed.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
