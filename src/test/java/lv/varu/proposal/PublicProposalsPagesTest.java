package lv.varu.proposal;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import lv.varu.VaruTest;
import lv.varu.proposal.finding.WordIndexing;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@VaruTest
class PublicProposalsPagesTest {
    @Autowired
    WordIndexing indexing;

    @Autowired
    MockMvc mvc;

    @Autowired
    Journey journey;

    @Test
    void showsWhatWasSaidAndAnsweredOnceItIsPublished() throws Exception {
        var call = journey.open("PREILI");
        var contact = journey.contact();
        var lamps = journey.screened(call, "Laternas pie pieturas");
        journey.close(call);
        journey.forwarded(call, Map.of());
        journey.answered(
                call,
                contact,
                Map.of(
                        lamps.proposalId(),
                        new Reply(Outcome.PARTIALLY_ACCEPTED, OutcomeRoute.ANNUAL_BUDGET, "Vienu laternu.")));
        var list = list(call);
        var one = list + "/" + lamps.receipt();
        for (String page : new String[] {list, one}) {
            mvc.perform(get(page))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Atbildi drīz publicēs")))
                    .andExpect(content().string(not(containsString("Vienu laternu."))));
        }
        journey.published(call);
        for (String page : new String[] {list, one}) {
            mvc.perform(get(page))
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Vienu laternu."),
                                    containsString("Daļēji ņemts vērā"),
                                    containsString("Kā īstenos: Gada budžets"),
                                    containsString("Preiļu novada pašvaldība, Ceļi un komunālā saimniecība"),
                                    containsString("Aglonas pagasts, Preiļu novads"))));
        }
        mvc.perform(get(one)).andExpect(content().string(containsString("Biedrība „Aglonas sētas”")));
        mvc.perform(get(list).param("iznakums", "REJECTED"))
                .andExpect(content().string(containsString("Tādu priekšlikumu nav")));
        indexing.catchUp();
        mvc.perform(get(list).param("q", "pieturas").param("tema", "ROADS").param("statuss", "PUBLISHED"))
                .andExpect(content().string(containsString("1 priekšlikums")));
    }

    @Test
    void hidesWhatNobodyHasLookedAtYet() throws Exception {
        var call = journey.open("PREILI");
        var fresh = journey.confirmed(call, "Vēl neizskatīts");
        mvc.perform(get(list(call)))
                .andExpect(content().string(containsString("Priekšlikumu vēl nav")))
                .andExpect(content().string(not(containsString("Vēl neizskatīts"))));
        mvc.perform(get(list(call) + "/" + fresh.receipt())).andExpect(status().isNotFound());
        journey.screened(fresh, null);
        mvc.perform(get(list(call) + "/" + fresh.receipt())).andExpect(status().isOk());
        mvc.perform(get(list(journey.open("PREILI")) + "/" + fresh.receipt())).andExpect(status().isNotFound());
    }

    @Test
    void pagesLongListsAndForgivesBrokenAddresses() throws Exception {
        var call = journey.open("PREILI");
        for (int i = 1; i <= 21; i++) {
            journey.screened(call, "Priekšlikums " + i);
        }
        mvc.perform(get(list(call)))
                .andExpect(content().string(containsString("21 priekšlikums")))
                .andExpect(content().string(containsString("1. lapa no 2")));
        indexing.catchUp();
        mvc.perform(get(list(call)).param("page", "1").param("q", "Priekšlikums"))
                .andExpect(content().string(containsString("2. lapa no 2")));
        mvc.perform(get(list(call)).param("page", "-x").param("tema", "?")).andExpect(status().isOk());
        mvc.perform(get("/apspriesanas/NAV/priekslikumi")).andExpect(status().isNotFound());
    }

    private static String list(Call call) {
        return "/apspriesanas/" + call.code() + "/priekslikumi";
    }
}
