package lv.varu.calendar;

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
import java.util.Locale;
import lv.varu.VaruTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@VaruTest
@WithMockUser(roles = "ADMINISTRATOR")
class CalendarPagesTest {
    private static final String PAGE = "/darbs/admin/kalendars";

    @Autowired
    MockMvc mvc;

    @Autowired
    ExceptionalDays exceptions;

    @Test
    void listsTheYearsExceptionsAndHolidays() throws Exception {
        mvc.perform(latvian(get(PAGE).param("gads", "2026")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Kalendārs 2026. gadā")))
                .andExpect(content().string(containsString("Brīvdiena; darbs pārcelts uz 17.01.2026.")))
                .andExpect(content().string(containsString("Jāņu diena")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void saysWhenAYearHasNoExceptions() throws Exception {
        mvc.perform(latvian(get(PAGE).param("gads", "2024")))
                .andExpect(content().string(containsString("Šajā gadā izņēmumu nav")))
                .andExpect(content().string(containsString("(brīvdiena 04.05. vietā)")));
    }

    @Test
    void addsAMovedWorkingDayAndRemovesItAfterAQuestion() throws Exception {
        mvc.perform(latvian(filled("MOVED", "2043-01-02").param("workedOn", "2043-01-10")))
                .andExpect(redirectedUrl(PAGE + "?gads=2043"))
                .andExpect(flash().attribute("flash", "Izņēmums 02.01.2043. ir pievienots."));
        assertThat(exceptions.on(LocalDate.parse("2043-01-02")))
                .get()
                .satisfies(day -> assertThat(day.workedOn()).isEqualTo("2043-01-10"));

        mvc.perform(latvian(get(PAGE + "/2043-01-02/dzest")))
                .andExpect(content().string(containsString("Vai noņemt izņēmumu 02.01.2043.?")))
                .andExpect(content().string(containsString("darbs pārcelts uz 10.01.2043.")));
        mvc.perform(latvian(post(PAGE + "/2043-01-02/dzest").with(csrf())))
                .andExpect(flash().attribute("flash", "Izņēmums 02.01.2043. ir noņemts."));
        mvc.perform(latvian(post(PAGE + "/2043-01-02/dzest").with(csrf())))
                .andExpect(flash().attribute("flash", "Izņēmuma 02.01.2043. vairs nav: tas jau ir noņemts."));
        mvc.perform(latvian(get(PAGE + "/2043-01-02/dzest"))).andExpect(redirectedUrl(PAGE + "?gads=2043"));
    }

    @Test
    void changesAnExceptionInItsPlace() throws Exception {
        mvc.perform(latvian(filled("DAY_OFF", "2044-03-01")));
        mvc.perform(latvian(filled("DAY_OFF", "2044-03-02")));
        mvc.perform(latvian(get(PAGE + "/2044-03-01")))
                .andExpect(content().string(containsString("Labot izņēmumu")))
                .andExpect(content().string(containsString("2044-03-01")));

        mvc.perform(latvian(filled(PAGE + "/2044-03-01", "DAY_OFF", "2044-03-02")))
                .andExpect(content().string(containsString("Par 02.03.2044. izņēmums jau ir.")));
        assertThat(exceptions.on(LocalDate.parse("2044-03-01")))
                .as("nothing is lost by a refused change")
                .isPresent();
        mvc.perform(latvian(filled(PAGE + "/2044-03-01", "WORKING_DAY", "2044-03-05")))
                .andExpect(redirectedUrl(PAGE + "?gads=2044"))
                .andExpect(flash().attribute("flash", "Izņēmums 05.03.2044. ir izlabots."));

        assertThat(exceptions.on(LocalDate.parse("2044-03-01"))).isEmpty();
        assertThat(exceptions.on(LocalDate.parse("2044-03-05")))
                .get()
                .satisfies(day -> assertThat(day.kind()).isEqualTo(ExceptionalDay.Kind.WORKING_DAY));
        mvc.perform(latvian(get(PAGE + "/2044-03-01"))).andExpect(status().isNotFound());
    }

    @Test
    void saysBesideTheFieldWhatIsMissing() throws Exception {
        mvc.perform(latvian(get(PAGE + "/jauns"))).andExpect(content().string(containsString("Pievienot izņēmumu")));
        mvc.perform(latvian(post(PAGE + "/jauns")
                        .with(csrf())
                        .param("kind", "MOVED")
                        .param("reasonLv", "svētki")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ierakstiet dienu.")))
                .andExpect(content().string(containsString("Ierakstiet dienu, uz kuru darbs pārcelts.")))
                .andExpect(content().string(containsString("Ierakstiet iemeslu angliski.")))
                .andExpect(content().string(containsString("value=\"svētki\"")));
        mvc.perform(latvian(filled("DAY_OFF", "otrdien")))
                .andExpect(content().string(containsString("Ierakstiet dienu kā 2026-01-17.")))
                .andExpect(content().string(containsString("value=\"festivity\"")));
    }

    @Test
    void refusesADayThatIsAlreadyAnException() throws Exception {
        mvc.perform(latvian(filled("WORKING_DAY", "2023-05-29")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Par 29.05.2023. izņēmums jau ir.")));
    }

    private static MockHttpServletRequestBuilder filled(String kind, String day) {
        return filled(PAGE + "/jauns", kind, day);
    }

    private static MockHttpServletRequestBuilder filled(String address, String kind, String day) {
        return post(address)
                .with(csrf())
                .param("kind", kind)
                .param("day", day)
                .param("reasonLv", "svētki")
                .param("reasonEn", "festivity")
                .param("source", "MK rīkojums");
    }

    private static MockHttpServletRequestBuilder latvian(MockHttpServletRequestBuilder request) {
        return request.locale(Locale.forLanguageTag("lv"));
    }
}
