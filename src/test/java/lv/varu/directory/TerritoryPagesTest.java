package lv.varu.directory;

import static lv.varu.directory.DirectoryExamples.ADMINISTRATOR;
import static lv.varu.directory.DirectoryExamples.KRASLAVA_MANAGER;
import static lv.varu.directory.DirectoryExamples.KRASLAVA_STAFF;
import static lv.varu.directory.DirectoryExamples.LV;
import static lv.varu.directory.DirectoryExamples.as;
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

import java.time.LocalDate;
import java.util.List;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.directory.ReferenceFiles.PartnershipEntry;
import lv.varu.directory.ReferenceFiles.PlaceEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@VaruTest
class TerritoryPagesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    Places places;

    @Autowired
    Partnerships partnerships;

    @Autowired
    ReferenceImport reference;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void leaveOnlyThePartnershipsThatExist() {
        jdbc.sql("delete from partnership_name where partnership = 'TRAINING'").update();
        jdbc.sql("delete from partnership where code = 'TRAINING'").update();
        partnerships.forget(new TerritoryChanged());
    }

    @Test
    void showsTheTreeAndTheNamesOverTime() throws Exception {
        see(KRASLAVA_STAFF, "/darbs/vietas")
                .andExpect(content().string(containsString("Šķeltovas pagasts")))
                .andExpect(content().string(containsString("Bijušie novadi")));
        see(KRASLAVA_STAFF, "/darbs/vietas/DAUGAVPILS")
                .andExpect(content().string(containsString("Daugavpils pilsēta")))
                .andExpect(content().string(containsString("līdz 30.06.2021.")))
                .andExpect(content().string(not(containsString("Labot nosaukumus"))));
        see(KRASLAVA_STAFF, "/darbs/vietas/ILUKSTE-NOVADS")
                .andExpect(content().string(containsString("/darbs/vietas/AUGSDAUGAVA")));
        perform(KRASLAVA_STAFF, get("/darbs/vietas/NEKUR")).andExpect(status().isNotFound());
    }

    @Test
    void letsOnlyAdministratorsRename() throws Exception {
        var page = "/darbs/vietas/" + trainingPlace("RENAMED") + "/nosaukumi";
        perform(KRASLAVA_MANAGER, get(page)).andExpect(status().isForbidden());
        perform(KRASLAVA_MANAGER, names(page, 0)).andExpect(status().isForbidden());
        see(ADMINISTRATOR, page).andExpect(content().string(containsString("value=\"Mācību vieta\"")));
        perform(ADMINISTRATOR, names(page, 0)).andExpect(redirectedUrl("/darbs/vietas/RENAMED"));
        assertThat(places.find("RENAMED").nameOn(LocalDate.parse("2025-12-31"), LV))
                .isEqualTo("Mācību vieta");
        assertThat(places.find("RENAMED").nameOn(LocalDate.parse("2026-01-01"), LV))
                .isEqualTo("Jaunā vieta");
        perform(ADMINISTRATOR, names(page, 0)).andExpect(redirectedUrl("/darbs/vietas/RENAMED"));
        perform(ADMINISTRATOR, names(page, 0).param("names[1].to", "2030-01-01"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("name=\"version\" value=\"1\"")));
    }

    @Test
    void keepsRenamedPlacesAtTheNextStart() throws Exception {
        var page = "/darbs/vietas/" + trainingPlace("KEPT") + "/nosaukumi";
        perform(ADMINISTRATOR, names(page, 0)).andExpect(redirectedUrl("/darbs/vietas/KEPT"));
        trainingPlace("KEPT");
        assertThat(places.find("KEPT").name(LV)).isEqualTo("Jaunā vieta");
    }

    @Test
    void saysWhichNameIsIncompleteOrOverlaps() throws Exception {
        var page = "/darbs/vietas/" + trainingPlace("WRONG") + "/nosaukumi";
        perform(ADMINISTRATOR, post(page).param("version", "0").param("names[0].lv", "Tikai latviski"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"names-0-en-error\"")))
                .andExpect(content().string(containsString("value=\"Tikai latviski\"")));
        perform(
                        ADMINISTRATOR,
                        names(page, 0)
                                .param("names[2].lv", "Trešā")
                                .param("names[2].en", "Third")
                                .param("names[2].genitive", "Trešās"))
                .andExpect(content().string(containsString("vienā un tajā pašā dienā")));
        perform(ADMINISTRATOR, post(page).param("version", "0"))
                .andExpect(content().string(containsString("vismaz vienam nosaukumam")));
    }

    @Test
    void letsTheManagerChangeHowAPartnershipIsReached() throws Exception {
        reference.run(List.of(), List.of(training("info@partneriba.example")));
        var manager = DirectoryExamples.person("Vadītāja", Role.MANAGER, "TRAINING");
        var page = "/darbs/partneribas/TRAINING/labot";
        see(KRASLAVA_STAFF, "/darbs/partneribas")
                .andExpect(content().string(containsString("Krāslavas rajona partnerība")))
                .andExpect(content().string(not(containsString("/labot"))));
        perform(KRASLAVA_MANAGER, get(page)).andExpect(status().isForbidden());
        perform(KRASLAVA_MANAGER, reached(page, "https://partneriba.example/")).andExpect(status().isForbidden());
        see(manager, page).andExpect(content().string(containsString("value=\"info@partneriba.example\"")));
        perform(manager, reached(page, "partneriba.example"))
                .andExpect(content().string(containsString("Adresei jāsākas ar https://")));
        var version = partnerships.find("TRAINING").version();
        perform(manager, reached(page, "https://partneriba.example/jauna").param("version", "" + version))
                .andExpect(flash().attribute("flash", "Saglabāts: Mācību partnerība."));
        reference.run(List.of(), List.of(training("cits@partneriba.example")));
        assertThat(partnerships.find("TRAINING").email()).isEqualTo("birojs@partneriba.example");
        assertThat(partnerships.find("TRAINING").phone()).isEqualTo("+371 20000009");
        perform(manager, reached(page, "https://partneriba.example/cita").param("version", "" + version))
                .andExpect(status().isConflict());
    }

    private String trainingPlace(String code) {
        var name = new DatedName("Mācību vieta", "Training place", "Mācību vietas", null, null);
        reference.run(
                List.of(new PlaceEntry(code, PlaceKind.PARISH, null, null, List.of(name), LocalDate.EPOCH, List.of())),
                List.of());
        return code;
    }

    private static PartnershipEntry training(String email) {
        var name = new DatedName("Mācību partnerība", "Training Partnership", "Mācību partnerības", null, null);
        return new PartnershipEntry(
                "TRAINING",
                List.of(name),
                "Mācības",
                "https://partneriba.example/",
                email,
                "+371 20000008",
                List.of(),
                List.of());
    }

    private static MockHttpServletRequestBuilder names(String page, int version) {
        return post(page)
                .param("version", String.valueOf(version))
                .param("names[0].lv", "Mācību vieta")
                .param("names[0].en", "Training place")
                .param("names[0].genitive", "Mācību vietas")
                .param("names[0].to", "2025-12-31")
                .param("names[1].lv", "Jaunā vieta")
                .param("names[1].en", "New place")
                .param("names[1].genitive", "Jaunās vietas")
                .param("names[1].from", "2026-01-01");
    }

    private static MockHttpServletRequestBuilder reached(String page, String site) {
        return post(page)
                .param("site", site)
                .param("email", "Birojs@partneriba.example")
                .param("phone", "20000009");
    }

    private ResultActions see(Person person, String page) throws Exception {
        return perform(person, get(page))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
    }

    private ResultActions perform(Person person, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.locale(LV).with(as(person)).with(csrf()));
    }
}
