package lv.varu.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.calendar.Riga;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@VaruTest
class TaskPagesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TaskDesk desk;

    @Autowired
    Errands errands;

    @Autowired
    Clock clock;

    String partnership;
    Person anna;
    Person janis;
    Person vadis;

    @BeforeEach
    void people() {
        partnership = Errands.partnership();
        anna = errands.staff(partnership, "Anna Bērziņa");
        janis = errands.staff(partnership, "Jānis Kalniņš");
        vadis = errands.manager(partnership, "Vadis Ozols");
    }

    @Test
    void saysWhatForWhomUntilWhenAndWhyMe() throws Exception {
        LocalDate today = Riga.today(clock);
        errands.begin(partnership, "Preiļu programma", today.plusDays(5));
        errands.begin(partnership, "Līvānu programma", today.minusDays(2));

        open(anna, "/darbs")
                .andExpect(content()
                        .string(allOf(
                                containsString("Sagatavot darīšanu"),
                                containsString("Preiļu programma"),
                                containsString("vēl 5 dienas"),
                                containsString("kavēts 2 dienas"),
                                containsString("Var uzņemties jebkurš partnerības darbinieks"))));
        open(anna, "/darbs/uzdevumi?skats=kaveti")
                .andExpect(content()
                        .string(allOf(containsString("Līvānu programma"), not(containsString("Preiļu programma")))));
        open(anna, "/darbs/uzdevumi?skats=komanda&q=PREILU")
                .andExpect(content()
                        .string(allOf(containsString("Preiļu programma"), not(containsString("Līvānu programma")))));
        open(anna, "/darbs/uzdevumi?skats=komanda&q=%25")
                .andExpect(content().string(containsString("Tādu uzdevumu šeit nav")));
        open(anna, "/darbs/uzdevumi?skats=komanda&veids=errand.approve")
                .andExpect(content().string(containsString("Tādu uzdevumu šeit nav")));
        open(anna, "/darbs/uzdevumi?skats=mani")
                .andExpect(content().string(containsString("Jums pašlaik nav uzdevumu")));
        open(anna, "/darbs/uzdevumi?skats=paveikti")
                .andExpect(content().string(containsString("Vēl nekas nav pabeigts")));
    }

    @Test
    void showsTheManagerTheWorkOfTheStaffButNotTheOtherWayRound() throws Exception {
        CaseKey key = errands.begin(partnership, "Jauns tilts", null);
        open(vadis, "/darbs/uzdevumi?skats=komanda").andExpect(content().string(containsString("Jauns tilts")));

        desk.complete(only(key), Map.of("link", "varu.lv"), anna);

        open(vadis, "/darbs/uzdevumi?skats=komanda").andExpect(content().string(containsString("Jauns tilts")));
        open(anna, "/darbs/uzdevumi?skats=komanda").andExpect(content().string(not(containsString("Jauns tilts"))));
        open(anna, "/darbs/uzdevumi?skats=paveikti").andExpect(content().string(containsString("Jauns tilts")));
        mvc.perform(get("/darbs/uzdevumi/" + only(key)).with(Errands.as(anna))).andExpect(status().isForbidden());
    }

    @Test
    void marksAsNewUntilOpened() throws Exception {
        UUID id = begin("Jauns tilts");
        open(anna, "/darbs/uzdevumi?skats=komanda").andExpect(content().string(containsString(">jauns<")));

        open(anna, "/darbs/uzdevumi?skats=komanda&uzdevums=" + id)
                .andExpect(content()
                        .string(allOf(
                                containsString("Pabeigt uzdevumu"),
                                containsString("Nodot kolēģim"),
                                containsString("Bērni uz skolu"))));

        open(anna, "/darbs/uzdevumi?skats=komanda").andExpect(content().string(not(containsString(">jauns<"))));
        open(janis, "/darbs/uzdevumi?skats=komanda").andExpect(content().string(containsString(">jauns<")));
        desk.note(id, "Piezvanīju", janis);
        open(anna, "/darbs/uzdevumi?skats=komanda").andExpect(content().string(containsString(">mainīts<")));
    }

    @Test
    void refusesStrangersAndUnknownTasks() throws Exception {
        UUID id = begin("Jauns tilts");
        Person stranger = errands.manager(Errands.partnership(), "Svešais");

        mvc.perform(get("/darbs/uzdevumi/" + id).with(Errands.as(stranger))).andExpect(status().isForbidden());
        mvc.perform(get("/darbs/uzdevumi?uzdevums=" + id).with(Errands.as(stranger)))
                .andExpect(status().isForbidden());
        mvc.perform(send(id, "", stranger)).andExpect(status().isForbidden());
        mvc.perform(get("/darbs/uzdevumi/" + UUID.randomUUID()).with(Errands.as(anna)))
                .andExpect(status().isNotFound());
    }

    @Test
    void keepsWhatWasTypedBesideTheError() throws Exception {
        UUID id = begin("Jauns tilts");

        mvc.perform(send(id, "", anna)
                        .param("link", "ab")
                        .param("count", "daudz")
                        .param("size", "LARGE"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("Jāizlabo 2 vietas"),
                                containsString("Vajag vismaz 3 zīmes."),
                                containsString("Ierakstiet veselu skaitli."),
                                containsString("value=\"daudz\""),
                                containsString("href=\"#link\""),
                                containsString("checked=\"checked\""),
                                containsString("tā paliek"))));
    }

    @Test
    void keepsATypedScreenThatCannotBeRead() throws Exception {
        CaseKey key = errands.begin(partnership, "Jauns tilts", null);
        desk.complete(only(key), Map.of("link", "varu.lv"), anna);
        desk.complete(only(key), Map.of("approved", true), vadis);
        UUID publish = desk.open(key).get(0).id();

        mvc.perform(send(publish, "", anna).param("link", "fb.lv").param("reach", "daudz"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"fb.lv\""),
                                containsString("value=\"daudz\""),
                                containsString("Šo vērtību nevar saprast"))));
    }

    @Test
    void completesAndSaysWhatHappened() throws Exception {
        UUID id = begin("Jauns tilts");

        mvc.perform(send(id, "", anna).param("link", "varu.lv"))
                .andExpect(redirectedUrl("/darbs/uzdevumi"))
                .andExpect(flash().attribute("flash", "Uzdevums „Sagatavot darīšanu” ir pabeigts: Jauns tilts."));
        open(anna, "/darbs/uzdevumi/" + id)
                .andExpect(content().string(containsString("Šo uzdevumu pabeidza Anna Bērziņa")));
    }

    @Test
    void tellsTheSecondWhoWasFasterAndShowsWhatTheyTyped() throws Exception {
        UUID id = begin("Jauns tilts");
        desk.complete(id, Map.of("link", "varu.lv"), janis);

        mvc.perform(send(id, "", anna).param("link", "mans.lv"))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("jau pabeidza Jānis Kalniņš"), containsString("value=\"mans.lv\""))));
    }

    @Test
    void tellsWhoClaimedItMeanwhile() throws Exception {
        UUID id = begin("Jauns tilts");
        desk.claim(id, janis);

        mvc.perform(send(id, "", anna).param("link", "mans.lv"))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(containsString("cits: Jānis Kalniņš"), containsString("value=\"mans.lv\""))));
        mvc.perform(send(id, "/uznemties", anna)).andExpect(status().isConflict());
    }

    @Test
    void keepsADraftThatBreaksTheRules() throws Exception {
        UUID id = begin("Jauns tilts");

        mvc.perform(send(id, "", anna).param("darbiba", "melnraksts").param("count", "nezinu"))
                .andExpect(redirectedUrl("/darbs/uzdevumi/" + id));

        open(anna, "/darbs/uzdevumi/" + id)
                .andExpect(
                        content().string(allOf(containsString("value=\"nezinu\""), containsString("Jūsu melnraksts"))));
        open(janis, "/darbs/uzdevumi/" + id).andExpect(content().string(not(containsString("nezinu"))));
    }

    @Test
    void offersADecisionAsTwoChoices() throws Exception {
        CaseKey key = errands.begin(partnership, "Jauns tilts", null);
        desk.complete(only(key), Map.of("link", "varu.lv"), anna);

        open(vadis, "/darbs/uzdevumi/" + only(key))
                .andExpect(
                        content().string(allOf(containsString("value=\"true\""), containsString("value=\"false\""))));
        mvc.perform(send(only(key), "", vadis).param("approved", "false"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Uzrakstiet, kas jāizlabo")));
    }

    @Test
    void claimsHandsOverReleasesAndTakesNotes() throws Exception {
        UUID id = begin("Jauns tilts");

        mvc.perform(send(id, "/uznemties", anna)).andExpect(redirectedUrl("/darbs/uzdevumi/" + id));
        open(anna, "/darbs").andExpect(content().string(containsString("Jūs to uzņēmāties")));
        mvc.perform(send(id, "/nodot", anna).param("kam", janis.id().toString()))
                .andExpect(flash().attribute("flash", "Uzdevumu tagad dara Jānis Kalniņš."));
        open(janis, "/darbs").andExpect(content().string(containsString("Jums to nodeva Anna Bērziņa")));
        open(anna, "/darbs/uzdevumi/" + id)
                .andExpect(content()
                        .string(allOf(
                                containsString("Šo uzdevumu dara Jānis Kalniņš"),
                                not(containsString("Pabeigt uzdevumu")))));
        mvc.perform(send(id, "/atdot", janis)).andExpect(status().is3xxRedirection());
        mvc.perform(send(id, "/piezime", janis).param("teksts", "Rīt <b>zvanīšu</b>"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(send(id, "/piezime", janis).param("teksts", " ")).andExpect(status().isUnprocessableEntity());
        open(anna, "/darbs/uzdevumi/" + id)
                .andExpect(content().string(containsString("Rīt &lt;b&gt;zvanīšu&lt;/b&gt;")));
        mvc.perform(send(id, "/parnemt", vadis)).andExpect(status().isForbidden());
    }

    @Test
    void putsOffUntilADayToCome() throws Exception {
        UUID id = begin("Jauns tilts");
        LocalDate today = Riga.today(clock);

        mvc.perform(send(id, "/atlikt", anna).param("lidz", today.toString()))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(send(id, "/atlikt", anna).param("lidz", today.plusDays(3).toString()))
                .andExpect(status().is3xxRedirection());
        open(anna, "/darbs/uzdevumi?skats=komanda").andExpect(content().string(not(containsString("Jauns tilts"))));
        open(anna, "/darbs/uzdevumi?skats=atlikti").andExpect(content().string(containsString("Jauns tilts")));
        mvc.perform(send(id, "/atlikt", anna)).andExpect(status().is3xxRedirection());
        open(anna, "/darbs/uzdevumi?skats=komanda").andExpect(content().string(containsString("Jauns tilts")));
    }

    @Test
    void showsTheTrailToThoseWhomTheFeatureLets() throws Exception {
        CaseKey key = errands.begin(partnership, "Jauns tilts", null);
        desk.claim(only(key), anna);
        String page = "/darbs/pieraksti/errand/" + key.id();

        mvc.perform(get(page).with(Errands.as(anna))).andExpect(status().isForbidden());
        open(errands.staff("T-READER", "Lasītāja"), page)
                .andExpect(content().string(containsString("Uzņēmās uzdevumu")));
        open(errands.administrator("Admins"), page).andExpect(content().string(containsString("Uzņēmās uzdevumu")));
        mvc.perform(get("/darbs/pieraksti/nezinams/1").with(Errands.as(anna))).andExpect(status().isForbidden());
    }

    @Test
    void showsManyLettersOfACaseInOneRowThatLeadsToEach() throws Exception {
        CaseKey key = errands.begin(partnership, "Jauns tilts", null);
        transaction.executeWithoutResult(status -> {
            for (int i = 1; i <= 5; i++) {
                trail.record(key, "mail.posted", Map.of(), Map.of("email", "kaimins" + i + "@pasts.example"));
            }
        });
        Person reader = errands.staff("T-READER", "Lasītāja");
        String page = "/darbs/pieraksti/errand/" + key.id();

        open(reader, page)
                .andExpect(content().string(containsString("Uzrakstītas 5 vēstules")))
                .andExpect(content().string(containsString("?visi=true&amp;page=0")))
                .andExpect(content().string(not(containsString("kaimins3@pasts.example"))));
        open(reader, page + "?visi=true")
                .andExpect(content().string(containsString("kaimins3@pasts.example")))
                .andExpect(content().string(not(containsString("Uzrakstītas 5 vēstules"))));
    }

    @Test
    void speaksEnglish() throws Exception {
        UUID id = begin("Jauns tilts");

        mvc.perform(get("/darbs/uzdevumi/" + id + "?lang=en").with(Errands.as(anna)))
                .andExpect(content().string(containsString("Complete the task")));
        assertThat(desk.open(CaseKey.of("errand", UUID.randomUUID()))).isEmpty();
    }

    private ResultActions open(Person person, String address) throws Exception {
        return mvc.perform(get(URI.create(address)).with(Errands.as(person)).with(csrf()))
                .andExpect(status().isOk());
    }

    private static MockHttpServletRequestBuilder send(UUID id, String action, Person person) {
        return post("/darbs/uzdevumi/" + id + action).with(Errands.as(person)).with(csrf());
    }

    private UUID begin(String title) {
        return only(errands.begin(partnership, title, null));
    }

    private UUID only(CaseKey key) {
        assertThat(desk.open(key)).hasSize(1);
        return desk.open(key).get(0).id();
    }
}
