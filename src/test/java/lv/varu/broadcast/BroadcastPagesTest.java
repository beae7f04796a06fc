package lv.varu.broadcast;

import static lv.varu.account.AccountExamples.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.engine.EngineJobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Urgent calls as staff write them and as organisations answer them. */
@VaruTest
class BroadcastPagesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    BroadcastExamples examples;

    @Autowired
    Broadcasts broadcasts;

    @Autowired
    Recipients recipients;

    @Autowired
    EngineJobs jobs;

    private Person writer;
    private List<UUID> organisations = List.of();

    @BeforeEach
    void open() {
        writer = examples.opened(Role.STAFF, "KRASLAVA");
        organisations = examples.organisations("KRASLAVA", 12, "lv");
    }

    @AfterEach
    void leaveNoOrganisation() {
        examples.remove(organisations);
    }

    @Test
    void sendsOnlyAfterALookAtTheLetter() throws Exception {
        mvc.perform(get("/darbs/aicinajumi/jauns").with(signedIn(writer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Kas noticis un kāda palīdzība vajadzīga")));
        mvc.perform(form("/darbs/aicinajumi/parskats", UUID.randomUUID())
                        .param("title", " ")
                        .param("text", "<b>Gultas</b>"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Uzrakstiet, kas vajadzīgs.")))
                .andExpect(content().string(containsString("Uzrakstiet vismaz vienu iespēju")))
                .andExpect(content().string(containsString("&lt;b&gt;Gultas&lt;/b&gt;")));

        UUID id = UUID.randomUUID();
        mvc.perform(filled("/darbs/aicinajumi/parskats", id))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Vēstuli saņems 12 organizāciju")))
                .andExpect(content().string(containsString("Nosūtīt 12 organizācijām")));
        assertThat(broadcasts.existsById(id)).isFalse();
        mvc.perform(filled("/darbs/aicinajumi/labot", id))
                .andExpect(content().string(containsString("Varam uzņemt ģimeni")));
        mvc.perform(filled("/darbs/aicinajumi/jauns", id)).andExpect(redirectedUrl("/darbs/aicinajumi/" + id));
        mvc.perform(filled("/darbs/aicinajumi/jauns", id)).andExpect(redirectedUrl("/darbs/aicinajumi/" + id));
        assertThat(recipients.totals(id).called()).isEqualTo(12);
        mvc.perform(get("/darbs/aicinajumi/" + id).with(signedIn(writer)))
                .andExpect(content().string(containsString("Nosūtītas 0 no 12 vēstulēm")));
    }

    @Test
    void takesEnglishWholeOrNotAtAll() throws Exception {
        UUID id = UUID.randomUUID();
        mvc.perform(filled("/darbs/aicinajumi/parskats", id).param("titleEn", "Beds needed"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Angliski uzrakstiet visu")))
                .andExpect(content().string(containsString("value=\"Beds needed\"")));
        mvc.perform(english("/darbs/aicinajumi/parskats", id, "We can take in a family"))
                .andExpect(content().string(containsString("Angliski jābūt tikpat iespējām")));
        String both = "We can take in a family\nWe can bring food";
        mvc.perform(english("/darbs/aicinajumi/parskats", id, both))
                .andExpect(content().string(containsString("Vēstule angliski")))
                .andExpect(content().string(containsString("We can bring food")))
                .andExpect(content().string(containsString("name=\"optionsEn\"")));
        mvc.perform(english("/darbs/aicinajumi/jauns", id, both)).andExpect(redirectedUrl("/darbs/aicinajumi/" + id));
        mvc.perform(get("/darbs/aicinajumi/" + id).with(signedIn(writer)))
                .andExpect(content().string(containsString("Tonight 40 people arrive.")))
                .andExpect(content().string(containsString("Šonakt ierodas 40 bēgļu.")));

        jobs.run(BroadcastProcess.KEY, id.toString(), "sendBatch");
        String page = "/palidziba/" + examples.token(examples.emailOf(id, 0));
        mvc.perform(get(page + "?lang=lv")).andExpect(content().string(containsString("Varam atvest ēdienu")));
        mvc.perform(get(page + "?lang=en"))
                .andExpect(content().string(containsString("Beds needed")))
                .andExpect(content().string(containsString("We can bring food")))
                .andExpect(content().string(not(containsString("Varam atvest ēdienu"))));
    }

    private MockHttpServletRequestBuilder english(String address, UUID id, String options) {
        return filled(address, id)
                .param("titleEn", "Beds needed")
                .param("textEn", "Tonight 40 people arrive.")
                .param("optionsEn", options);
    }

    private MockHttpServletRequestBuilder form(String address, UUID id) {
        return post(address)
                .with(signedIn(writer))
                .with(csrf())
                .param("id", id.toString())
                .param("answerBy", examples.today().plusDays(1).toString())
                .param("reach", "OWN")
                .param("topics", "PARTICIPATION")
                .param("kinds", "RESIDENTS_COUNCIL");
    }

    private MockHttpServletRequestBuilder filled(String address, UUID id) {
        return form(address, id)
                .param("title", "Vajadzīgas naktsmājas")
                .param("text", "Šonakt ierodas 40 bēgļu.")
                .param("options", "Varam uzņemt ģimeni\r\n\r\nVaram atvest ēdienu");
    }

    @Test
    void answersByOneClickAndOneButtonWithoutAnAccount() throws Exception {
        UUID id = examples.sent(writer);
        jobs.run(BroadcastProcess.KEY, id.toString(), "sendBatch");
        String page = "/palidziba/" + examples.token(examples.emailOf(id, 0));
        mvc.perform(get(page + "?var=1"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"1\" checked=\"checked\"")))
                .andExpect(content().string(not(containsString("value=\"0\" checked"))));
        assertThat(recipients.totals(id).answered())
                .as("to look is not to answer")
                .isZero();

        mvc.perform(post(page).with(csrf()).param("skaits", "daudz").param("piezime", "Zvaniet!"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Izvēlieties, ar ko varat palīdzēt")))
                .andExpect(content().string(containsString("Rakstiet tikai ciparus")))
                .andExpect(content().string(containsString("Zvaniet!")));
        mvc.perform(post(page).with(csrf()).param("var", "0", "ne"))
                .andExpect(content().string(containsString("Izvēlieties vai nu palīdzību")));
        mvc.perform(post(page).with(csrf()).param("var", "7"))
                .andExpect(content().string(containsString("Izvēlieties, ar ko varat palīdzēt")));
        mvc.perform(post(page)
                        .with(csrf())
                        .param("var", "1")
                        .param("skaits", "4")
                        .param("piezime", "=1+1"))
                .andExpect(redirectedUrl(page));
        mvc.perform(get(page + "?lang=en"))
                .andExpect(content().string(containsString("Change the answer")))
                .andExpect(content().string(containsString("value=\"1\" checked=\"checked\"")));

        mvc.perform(get("/darbs/aicinajumi/" + id).with(signedIn(writer)).param("skats", "HELPING"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Varam atvest ēdienu")))
                .andExpect(content().string(containsString("Atgādināt 11 organizācijām, kas klusē")));
        mvc.perform(get("/darbs/aicinajumi/" + id + "/atbildes.csv").with(signedIn(writer)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("atbildes.csv")))
                .andExpect(content().string(containsString("'=1+1")));
        mvc.perform(get("/darbs/aicinajumi/" + id + "/atbildes.xlsx").with(signedIn(writer)))
                .andExpect(status().isOk());
        mvc.perform(post("/darbs/aicinajumi/" + id + "/atgadinat")
                        .with(signedIn(writer))
                        .with(csrf()))
                .andExpect(redirectedUrl("/darbs/aicinajumi/" + id));
        mvc.perform(get("/darbs/aicinajumi/" + id + "/slegt").with(signedIn(writer)))
                .andExpect(content().string(containsString("Atbildēja 1, klusē 11")));
        mvc.perform(post("/darbs/aicinajumi/" + id + "/slegt")
                        .with(signedIn(writer))
                        .with(csrf()))
                .andExpect(redirectedUrl("/darbs/aicinajumi/" + id));
        mvc.perform(get(page)).andExpect(content().string(containsString("Atbilžu pieņemšana ir beigusies.")));
        mvc.perform(get("/darbs/aicinajumi/" + id).with(signedIn(writer)))
                .andExpect(content().string(containsString("Uzrakstīt pateicību un kopsavilkumu")));
    }

    @Test
    void asksForNoRowOfTheListsOneByOne() throws Exception {
        UUID id = examples.sent(writer);
        assertThat(Statements.of(() -> mvc.perform(get("/darbs/aicinajumi").with(signedIn(writer)))
                        .andExpect(status().isOk())))
                .isLessThanOrEqualTo(6);
        assertThat(Statements.of(
                        () -> mvc.perform(get("/darbs/aicinajumi/" + id).with(signedIn(writer)))
                                .andExpect(status().isOk())))
                .isLessThanOrEqualTo(10);
    }
}
