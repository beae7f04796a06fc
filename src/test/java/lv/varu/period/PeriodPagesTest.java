package lv.varu.period;

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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.account.AccountDesk;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.calendar.Riga;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A period changed by an administrator, from the table to the trail. */
@VaruTest
class PeriodPagesTest {
    private static final String LIST = "/darbs/admin/termini";
    private static final String SCREENING = LIST + "/screening";
    // Far enough ahead for no other test to compute on it.
    private static final LocalDate MONDAY = LocalDate.parse("2033-11-14");

    @Autowired
    MockMvc pages;

    @Autowired
    AccountDesk accounts;

    @Autowired
    StandardPeriods standard;

    @Autowired
    PeriodChanges changes;

    @Autowired
    PeriodExamples examples;

    @Autowired
    Trail trail;

    @Autowired
    Clock clock;

    private Person administrator;

    @BeforeEach
    void open() {
        administrator = opened(accounts, Role.ADMINISTRATOR, null);
    }

    @AfterEach
    void standardAgain() {
        examples.standardAgain();
    }

    @Test
    void listsEveryPeriodWithItsSourceInBothLanguages() throws Exception {
        pages.perform(asked(get(LIST)))
                .andExpect(content().string(containsString("Īsākais apspriešanas laiks")))
                .andExpect(content().string(containsString("72 stundas")))
                .andExpect(content()
                        .string(containsString("Pašvaldību likums (spēkā no 01.01.2023.), 46. panta trešā daļa")))
                .andExpect(content().string(containsString("Nav pārbaudīts")))
                .andExpect(content().string(not(containsString("??"))));
        for (var row : standard.all()) {
            pages.perform(asked(get(LIST + "/" + row.rule())))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Izmaiņu nav")))
                    .andExpect(content().string(not(containsString(">Mainīts<"))))
                    .andExpect(content().string(not(containsString("th:text"))))
                    .andExpect(content().string(not(containsString("??"))));
            pages.perform(asked(get(LIST + "/" + row.rule()).param("lang", "en")))
                    .andExpect(content().string(containsString("No changes")))
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    @Test
    void findsAndFiltersWithoutAStatementPerRow() throws Exception {
        pages.perform(asked(get(LIST).param("skats", "CHANGED")))
                .andExpect(content().string(containsString("Neviens termiņš nav mainīts")));
        pages.perform(asked(get(LIST).param("q", "kavējas")))
                .andExpect(content().string(containsString("/lateAfter\"")))
                .andExpect(content().string(not(containsString("/screening\""))));
        pages.perform(asked(get(LIST).param("skats", "UNCHECKED")))
                .andExpect(content().string(containsString("/spatialPlanWindow\"")))
                .andExpect(content().string(not(containsString("/bindingRegulationWindow\""))));
        pages.perform(asked(get(LIST).param("q", "nav tāda termiņa")))
                .andExpect(content().string(containsString("Nekas nav atrasts")));

        pages.perform(asked(get(SCREENING)));
        long none = Statements.of(() -> pages.perform(asked(get(LIST))));
        for (int days = 0; days < 5; days++) {
            examples.change("screening", MONDAY.plusDays(days), 4 + days, administrator);
        }
        pages.perform(asked(get(LIST).param("skats", "CHANGED")))
                .andExpect(content().string(containsString("no 14.11.2033.: 4 darbdienas")));
        assertThat(Statements.of(() -> pages.perform(asked(get(LIST))))).isEqualTo(none);
        long five = Statements.of(() -> pages.perform(asked(get(SCREENING))));
        examples.change("screening", MONDAY.plusDays(6), 4, administrator);
        pages.perform(asked(get(LIST)));
        assertThat(Statements.of(() -> pages.perform(asked(get(SCREENING))))).isEqualTo(five);
    }

    @Test
    void showsWhatWouldChangeBeforeItIsKept() throws Exception {
        // 18 November is a holiday.
        pages.perform(filled(SCREENING, MONDAY.toString(), "5").param("darbiba", "skatit"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Priekšlikumu reģistrē 14.11.2033.")))
                .andExpect(content().string(containsString("17.11.2033.")))
                .andExpect(content().string(containsString("22.11.2033.")))
                .andExpect(content().string(containsString("18.11. svētku diena")))
                .andExpect(content().string(containsString("Izmaiņa vēl nav saglabāta.")))
                .andExpect(content().string(containsString("value=\"Kopsapulces lēmums\"")));
        assertThat(changes.of("screening")).isEmpty();
        pages.perform(filled(LIST + "/telephoneAfter", MONDAY.toString(), "6").param("darbiba", "skatit"))
                .andExpect(content().string(containsString("vairs nebūtu agrāk par „Pēc atbildes termiņa: publiska")));
        pages.perform(filled(LIST + "/spatialPlanWindow", MONDAY.toString(), "5")
                        .param("darbiba", "skatit")
                        .with(request -> {
                            request.setParameter("unit", "WEEKS");
                            return request;
                        }))
                .andExpect(content().string(containsString("11.12.2033.")))
                .andExpect(content().string(containsString("18.12.2033.")));
    }

    @Test
    void addsAChangeShowsItAndDeletesItAfterAQuestion() throws Exception {
        pages.perform(filled(SCREENING, MONDAY.toString(), "5").param("darbiba", "saglabat"))
                .andExpect(flash().attribute(
                                "flash", "Izmaiņa no 14.11.2033. ir pievienota. Jau izrēķinātie termiņi paliek."));
        pages.perform(asked(get(SCREENING)))
                .andExpect(content().string(containsString("Vēl nav sākusies")))
                .andExpect(content().string(containsString("Pēc darbinieku lūguma")))
                .andExpect(content().string(containsString(administrator.name())));
        pages.perform(filled(SCREENING, MONDAY.toString(), "6").param("darbiba", "saglabat"))
                .andExpect(content().string(containsString("No šīs dienas izmaiņa jau ir.")))
                .andExpect(content().string(containsString("value=\"6\"")));

        String delete = SCREENING + "/" + changes.of("screening").get(0).id() + "/dzest";
        pages.perform(asked(get(delete)))
                .andExpect(content().string(containsString("Vai dzēst izmaiņu no 14.11.2033.?")))
                .andExpect(content().string(containsString("5 darbdienas")));
        assertThat(changes.of("screening")).hasSize(1);
        pages.perform(asked(post(delete).with(csrf())))
                .andExpect(flash().attribute("flash", "Izmaiņa ir izdzēsta. Jau izrēķinātie termiņi paliek."));
        pages.perform(asked(post(delete).with(csrf())))
                .andExpect(flash().attribute("flash", "Šīs izmaiņas vairs nav: tā jau ir izdzēsta."));
        pages.perform(asked(get(delete))).andExpect(status().is3xxRedirection());
        assertThat(changes.of("screening")).isEmpty();

        assertThat(trail.of(PeriodDesk.caseOf("screening"), PageRequest.of(0, 2)))
                .extracting(TrailEntry::action)
                .containsExactly("period.removed", "period.added");
        pages.perform(asked(get("/darbs/pieraksti/period/screening")))
                .andExpect(content().string(containsString("Izdzēsta termiņa izmaiņa")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void saysBesideTheFieldWhatIsWrong() throws Exception {
        pages.perform(asked(post(SCREENING)
                        .with(csrf())
                        .param("darbiba", "saglabat")
                        .param("note", "pagaidām")))
                .andExpect(content().string(containsString("Ierakstiet dienu, no kuras termiņš mainās.")))
                .andExpect(content().string(containsString("Ierakstiet skaitli no 1 līdz 999.")))
                .andExpect(content().string(containsString("Izvēlieties mērvienību.")))
                .andExpect(content().string(containsString("Ierakstiet, kas to nosaka.")))
                .andExpect(content().string(containsString("Izvēlieties, cik droši tas zināms.")))
                .andExpect(content().string(containsString("pagaidām")));
        var yesterday = Riga.today(clock).minusDays(1).toString();
        pages.perform(filled(SCREENING, yesterday, "0").param("darbiba", "saglabat"))
                .andExpect(content().string(containsString("Izvēlieties šodienu vai vēlāku dienu")))
                .andExpect(content().string(containsString("Ierakstiet skaitli no 1 līdz 999.")));
        pages.perform(filled(SCREENING, "rīt", "5").param("darbiba", "saglabat"))
                .andExpect(content().string(containsString("Ierakstiet dienu kā")))
                .andExpect(content().string(containsString("value=\"rīt\"")));
        assertThat(changes.of("screening")).isEmpty();
    }

    private MockHttpServletRequestBuilder filled(String page, String startsOn, String amount) {
        return asked(post(page))
                .with(csrf())
                .param("startsOn", startsOn)
                .param("amount", amount)
                .param("unit", "WORKING_DAYS")
                .param("source", PeriodExamples.SOURCE)
                .param("mark", "OWN")
                .param("note", "Pēc darbinieku lūguma");
    }

    private MockHttpServletRequestBuilder asked(MockHttpServletRequestBuilder request) {
        return request.locale(Locale.forLanguageTag("lv")).with(signedIn(administrator));
    }
}
