package lv.varu.directory;

import static lv.varu.directory.DirectoryExamples.ADMINISTRATOR;
import static lv.varu.directory.DirectoryExamples.KRASLAVA_MANAGER;
import static lv.varu.directory.DirectoryExamples.KRASLAVA_STAFF;
import static lv.varu.directory.DirectoryExamples.LV;
import static lv.varu.directory.DirectoryExamples.PREILI_STAFF;
import static lv.varu.directory.DirectoryExamples.as;
import static lv.varu.directory.DirectoryExamples.contact;
import static lv.varu.directory.DirectoryExamples.organisation;
import static lv.varu.directory.DirectoryExamples.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@VaruTest
class DirectoryPagesTest {
    private static final String ORGANISATIONS = "/darbs/organizacijas";
    private static final String CONTACTS = "/darbs/kontakti";

    @Autowired
    MockMvc mvc;

    @Autowired
    DirectoryDesk desk;

    @Autowired
    Organisations organisations;

    @Autowired
    Contacts contacts;

    @Test
    void listsFindsAndShowsOrganisations() throws Exception {
        var word = unique("Šķūnis");
        var id = desk.register(organisation(word, word + "@biedriba.example", Topic.ROADS));
        see(PREILI_STAFF, get(ORGANISATIONS).param("q", Folding.fold(word)))
                .andExpect(content().string(containsString(word)))
                .andExpect(content().string(containsString("1 organizācija<")))
                .andExpect(content().string(containsString("Šķeltovas pagasts, Krāslavas novads")));
        see(PREILI_STAFF, get(ORGANISATIONS).param("q", word).param("partneriba", "PREILI"))
                .andExpect(content().string(containsString("Nekas neatbilst")));
        see(PREILI_STAFF, get(ORGANISATIONS + "/" + id))
                .andExpect(content().string(containsString("Ceļi un ielas")))
                .andExpect(content().string(containsString("Šo ierakstu uztur Krāslavas rajona partnerība")))
                .andExpect(content().string(not(containsString("/labot"))));
        see(KRASLAVA_STAFF, get(ORGANISATIONS + "/" + id))
                .andExpect(content().string(containsString(ORGANISATIONS + "/" + id + "/labot")));
    }

    @Test
    void registersAnOrganisationOnceForADoubleSubmit() throws Exception {
        see(KRASLAVA_STAFF, get(ORGANISATIONS + "/jauna"))
                .andExpect(content().string(containsString("Pievienot organizāciju")));
        var id = UUID.randomUUID();
        var name = unique("Biedrība");
        for (int i = 0; i < 2; i++) {
            send(KRASLAVA_STAFF, filled(ORGANISATIONS + "/jauna", id, name, "KRASLAVA"))
                    .andExpect(redirectedUrl(ORGANISATIONS + "/" + id))
                    .andExpect(flash().attribute("flash", "Pievienota organizācija: " + name + "."));
        }
        var stored = organisations.find(id).orElseThrow();
        assertThat(stored.details())
                .isEqualTo(organisation(name, name + "@biedriba.example", Topic.ROADS, Topic.SOCIAL));
        assertThat(stored.changedBy()).isEqualTo(KRASLAVA_STAFF.id());
    }

    @Test
    void saysBesideTheFieldWhatIsWrongAndKeepsWhatWasTyped() throws Exception {
        var request = post(ORGANISATIONS + "/jauna")
                .param("id", UUID.randomUUID().toString())
                .param("version", "0")
                .param("email", "nav-adrese")
                .param("phone", "123")
                .param("registrationNumber", "4000")
                .param("place", "NEKUR")
                .param("contactPerson", "Ilga Ābele")
                .param("topics", "ROADS");
        perform(KRASLAVA_STAFF, request.with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ierakstiet nosaukumu")))
                .andExpect(content().string(containsString("Izvēlieties veidu")))
                .andExpect(content().string(containsString("Izvēlieties vietu no saraksta")))
                .andExpect(content().string(containsString("E-pasta adresē kaut kā trūkst")))
                .andExpect(content().string(containsString("Tālruņa numurā jābūt 8 cipariem")))
                .andExpect(content().string(containsString("Reģistrācijas numurā jābūt 11 cipariem")))
                .andExpect(content().string(containsString("value=\"nav-adrese\"")))
                .andExpect(content().string(containsString("value=\"Ilga Ābele\"")))
                .andExpect(content().string(matchesPattern("(?s).*<input[^>]*value=\"ROADS\"[^>]*checked.*")));
    }

    @Test
    void survivesWhatNoFormOfOursSends() throws Exception {
        var path = ORGANISATIONS + "/jauna";
        for (var request : List.of(
                post(path),
                post(path).param("id", "nav").param("version", "x"),
                filled(path, UUID.randomUUID(), "A", "KRASLAVA", 0).param("kind", "KLUBS"),
                filled(path, UUID.randomUUID(), "A", "KRASLAVA", 0).param("topics", "KLUBS"),
                get(ORGANISATIONS).param("veids", "KLUBS"),
                get(ORGANISATIONS).param("page", "99999999"),
                get(ORGANISATIONS + "/nav"),
                post("/darbs/vietas/LATGALE/nosaukumi").param("version", "0").param("names[0].from", "vakar"),
                post("/darbs/vietas/LATGALE/nosaukumi").param("version", "x"),
                post("/darbs/partneribas/KRASLAVA/labot").param("version", ""),
                post("/darbs/partneribas/KRASLAVA/labot"))) {
            perform(ADMINISTRATOR, request)
                    .andExpect(result -> assertThat(result.getResponse())
                            .satisfies(
                                    response -> assertThat(response.getStatus()).isLessThan(500),
                                    response -> assertThat(response.getContentAsString())
                                            .doesNotContain("Failed to convert property")));
        }
    }

    @Test
    void warnsOnceOfDoublesAndWrongCheckDigits() throws Exception {
        var name = unique("Biedrība");
        var first = desk.register(organisation(name, name + "@biedriba.example"));
        var id = UUID.randomUUID();
        var request = filled(ORGANISATIONS + "/jauna", id, name, "KRASLAVA").param("registrationNumber", "40008900008");
        send(KRASLAVA_STAFF, request)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("kontrolcipars nesakrīt")))
                .andExpect(content().string(containsString("Tāds pats e-pasts jau ir ierakstam")))
                .andExpect(content().string(containsString(first.toString())))
                .andExpect(content().string(containsString("Tomēr saglabāt")));
        assertThat(organisations.find(id)).isEmpty();
        send(KRASLAVA_STAFF, request.param("seenDoubts", "CHECK_SUM:null,SAME_EMAIL:" + first))
                .andExpect(redirectedUrl(ORGANISATIONS + "/" + id));
    }

    @Test
    void changesNothingOfAnotherPartnership() throws Exception {
        var name = unique("Biedrība");
        var id = desk.register(organisation(name, null));
        for (var path : new String[] {"/labot", "/deaktivizet"}) {
            perform(PREILI_STAFF, get(ORGANISATIONS + "/" + id + path)).andExpect(status().isForbidden());
            send(PREILI_STAFF, filled(ORGANISATIONS + "/" + id + path, id, "Cits", "PREILI"))
                    .andExpect(status().isForbidden());
        }
        send(PREILI_STAFF, filled(ORGANISATIONS + "/jauna", UUID.randomUUID(), name, "KRASLAVA"))
                .andExpect(status().isForbidden());
        assertThat(organisations.find(id).orElseThrow().name()).isEqualTo(name);
        perform(PREILI_STAFF, get(ORGANISATIONS + "/" + UUID.randomUUID())).andExpect(status().isNotFound());
    }

    @Test
    void tellsTheSecondEditorThatTheEntryChanged() throws Exception {
        var name = unique("Biedrība");
        var id = desk.register(organisation(name, name + "@biedriba.example"));
        see(KRASLAVA_STAFF, get(ORGANISATIONS + "/" + id + "/labot"))
                .andExpect(content().string(containsString("value=\"" + name + "\"")));
        var edit = ORGANISATIONS + "/" + id + "/labot";
        send(KRASLAVA_STAFF, filled(edit, id, name + " pirmais", "KRASLAVA"))
                .andExpect(flash().attribute("flash", "Saglabāts: " + name + " pirmais."));
        send(KRASLAVA_STAFF, filled(edit, id, name + " pirmais", "KRASLAVA"))
                .andExpect(redirectedUrl(ORGANISATIONS + "/" + id));
        send(KRASLAVA_MANAGER, filled(edit, id, name + " otrais", "KRASLAVA"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("šo ierakstu izmainīja cits")))
                .andExpect(content().string(containsString("value=\"" + name + " otrais\"")))
                .andExpect(content().string(containsString("name=\"version\" value=\"1\"")));
        assertThat(organisations.find(id).orElseThrow().name()).isEqualTo(name + " pirmais");
        send(KRASLAVA_MANAGER, filled(edit, id, name + " otrais", "KRASLAVA", 1))
                .andExpect(redirectedUrl(ORGANISATIONS + "/" + id));
    }

    @Test
    void deactivatesAfterAQuestionAndBack() throws Exception {
        var name = unique("Biedrība");
        var page = ORGANISATIONS + "/" + desk.register(organisation(name, null));
        see(KRASLAVA_STAFF, get(page + "/deaktivizet"))
                .andExpect(content().string(containsString("Deaktivizēt: " + name + "?")));
        perform(KRASLAVA_STAFF, post(page + "/deaktivizet").with(csrf())).andExpect(redirectedUrl(page));
        see(KRASLAVA_STAFF, get(page)).andExpect(content().string(containsString("Organizācija ir neaktīva")));
        see(KRASLAVA_STAFF, get(ORGANISATIONS).param("q", name))
                .andExpect(content().string(containsString("Nekas neatbilst")));
        see(KRASLAVA_STAFF, get(ORGANISATIONS).param("q", name).param("neaktivas", "true"))
                .andExpect(content().string(containsString(page)));
        perform(KRASLAVA_STAFF, post(page + "/aktivizet").with(csrf()))
                .andExpect(flash().attribute("flash", "Organizācija atkal ir aktīva: " + name + "."));
    }

    @Test
    void asksTheDatabaseTheSameNumberOfTimesForALongList() throws Exception {
        var word = unique("skaits");
        desk.register(organisation(word, null, Topic.ROADS));
        desk.addContact(contact("KRASLAVA", Department.ENVIRONMENT, word, null));
        var fewOrganisations = statements(get(ORGANISATIONS).param("q", word));
        var fewContacts = statements(get(CONTACTS).param("q", word));
        for (int i = 0; i < 60; i++) {
            desk.register(organisation(word + " " + i, null, Topic.ROADS, Topic.OTHER));
            desk.addContact(contact("KRASLAVA", Department.ENVIRONMENT, word + " " + i, null, Topic.ROADS));
        }
        assertThat(statements(get(ORGANISATIONS).param("q", word)))
                .hasSameSizeAs(fewOrganisations)
                .hasSize(2);
        assertThat(statements(get(CONTACTS).param("q", word)))
                .hasSameSizeAs(fewContacts)
                .hasSize(3);
        see(KRASLAVA_STAFF, get(ORGANISATIONS).param("q", word))
                .andExpect(content().string(containsString("61 organizācija<")))
                .andExpect(content().string(containsString("1. lapa no 2")));
    }

    @Test
    void addsShowsAndDeactivatesContacts() throws Exception {
        var head = desk.addContact(contact("KRASLAVA", Department.DEVELOPMENT, unique("Vadītāja "), null));
        var id = UUID.randomUUID();
        var name = unique("Kārlis ");
        see(KRASLAVA_STAFF, get(CONTACTS + "/jauns")).andExpect(content().string(containsString(head.toString())));
        send(KRASLAVA_STAFF, filledContact(CONTACTS + "/jauns", id, name, head))
                .andExpect(redirectedUrl(CONTACTS + "/" + id));
        see(PREILI_STAFF, get(CONTACTS + "/" + id))
                .andExpect(content().string(containsString(CONTACTS + "/" + head)))
                .andExpect(content().string(not(containsString("/labot"))));
        see(KRASLAVA_STAFF, get(CONTACTS + "/" + head + "/deaktivizet"))
                .andExpect(content().string(containsString(name)));
        send(KRASLAVA_STAFF, filledContact(CONTACTS + "/" + head + "/labot", head, name, id))
                .andExpect(content().string(containsString("Izvēlieties vadītāju no tās pašas pašvaldības")));
        perform(PREILI_STAFF, get(CONTACTS + "/" + id + "/labot")).andExpect(status().isForbidden());
        perform(KRASLAVA_STAFF, post(CONTACTS + "/" + head + "/deaktivizet").with(csrf()))
                .andExpect(redirectedUrl(CONTACTS + "/" + head));
        assertThat(contacts.find(head).orElseThrow().active()).isFalse();
        see(KRASLAVA_STAFF, get(CONTACTS + "/" + id)).andExpect(content().string(containsString("(neaktīvs)")));
        see(KRASLAVA_STAFF, get(CONTACTS + "/" + id + "/labot"))
                .andExpect(content().string(containsString("value=\"" + name.strip() + "\"")));
    }

    @Test
    void speaksEnglishToo() throws Exception {
        mvc.perform(get(ORGANISATIONS)
                        .param("lang", "en")
                        .with(as(ADMINISTRATOR))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Add an organisation")));
    }

    private List<String> statements(MockHttpServletRequestBuilder request) throws Exception {
        see(KRASLAVA_STAFF, get(ORGANISATIONS));
        see(KRASLAVA_STAFF, get(CONTACTS));
        try (var statements = new Statements()) {
            see(KRASLAVA_STAFF, request);
            return statements.sent();
        }
    }

    private static MockHttpServletRequestBuilder filled(String path, UUID id, String name, String partnership) {
        return filled(path, id, name, partnership, 0);
    }

    private static MockHttpServletRequestBuilder filled(
            String path, UUID id, String name, String partnership, int version) {
        return post(path)
                .param("id", id.toString())
                .param("version", String.valueOf(version))
                .param("name", name)
                .param("kind", "NGO")
                .param("partnership", partnership)
                .param("place", "KRASLAVA-SKELTOVA")
                .param("topics", "ROADS", "SOCIAL")
                .param("contactPerson", "Ilga Pudāne")
                .param("email", name.replace(" ", "") + "@biedriba.example")
                .param("phone", "20000001")
                .param("language", "lv");
    }

    private static MockHttpServletRequestBuilder filledContact(String path, UUID id, String name, UUID manager) {
        return post(path)
                .param("id", id.toString())
                .param("version", "0")
                .param("municipality", "KRASLAVA")
                .param("department", "ENVIRONMENT")
                .param("name", name)
                .param("email", unique("kontakts") + "@novads.example")
                .param("manager", manager.toString())
                .param("language", "lv");
    }

    private ResultActions see(Person person, MockHttpServletRequestBuilder request) throws Exception {
        return perform(person, request)
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
    }

    private ResultActions send(Person person, MockHttpServletRequestBuilder request) throws Exception {
        return perform(person, request.with(csrf()));
    }

    private ResultActions perform(Person person, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.locale(LV).with(as(person)).with(csrf()));
    }
}
