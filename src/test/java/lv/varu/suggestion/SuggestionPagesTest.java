package lv.varu.suggestion;

import static lv.varu.account.AccountExamples.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lv.varu.Statements;
import lv.varu.VaruTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The register of boxes, the page for the person in the parish, and the parish's public page. */
@VaruTest
class SuggestionPagesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    SuggestionExamples examples;

    @Autowired
    SuggestionBoxes boxes;

    @Autowired
    Sheets sheets;

    @Test
    void registersABoxAndChangesIt() throws Exception {
        var anna = signedIn(SuggestionExamples.ANNA);
        mvc.perform(get("/darbs/kastites/jauna").with(anna))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Līksnas pagasts")));
        UUID id = UUID.randomUUID();
        mvc.perform(post("/darbs/kastites/jauna")
                        .with(anna)
                        .with(csrf())
                        .param("id", id.toString())
                        .param("spot", "<b>Bibliotēkā</b>")
                        .param("keeperName", "Vija")
                        .param("every", "99"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Izvēlieties pagastu vai pilsētu.")))
                .andExpect(content().string(containsString("Ierakstiet e-pasta adresi")))
                .andExpect(content().string(containsString("Ierakstiet skaitli no 1 līdz 12.")))
                .andExpect(content().string(containsString("&lt;b&gt;Bibliotēkā&lt;/b&gt;")));
        for (int click = 0; click < 2; click++) {
            mvc.perform(post("/darbs/kastites/jauna")
                            .with(anna)
                            .with(csrf())
                            .param("id", id.toString())
                            .param("place", SuggestionExamples.PLACE)
                            .param("spot", "Bibliotēkā")
                            .param("keeperLanguage", "lv")
                            .param("every", "2")
                            .param("unit", "WEEKS")
                            .param("weekday", "FRIDAY"))
                    .andExpect(redirectedUrl("/darbs/kastites/" + id));
        }
        mvc.perform(get("/darbs/kastites/" + id).with(anna))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("ik pēc 2 nedēļām, piektdiena")))
                .andExpect(content().string(containsString("Partnerības darbinieki")));
        mvc.perform(get("/darbs/kastites?q=līksn").with(anna))
                .andExpect(content().string(containsString("/darbs/kastites/" + id)));
        mvc.perform(post("/darbs/kastites/" + id + "/deaktivizet").with(anna).with(csrf()))
                .andExpect(redirectedUrl("/darbs/kastites/" + id));
        assertThat(boxes.get(id).active()).isFalse();
    }

    @Test
    void letsThePersonInTheParishEnterSheetsOnAPhone() throws Exception {
        String keeper = SuggestionExamples.keeper();
        UUID box = examples.box(keeper, "lv");
        UUID round = examples.round(box);
        String page = "/kastite/" + examples.token(keeper);
        mvc.perform(get(page))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Kastīte bija tukša")));
        mvc.perform(multipart(page)
                        .with(csrf())
                        .param("id", UUID.randomUUID().toString())
                        .param("author", "Jānis"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ierakstiet, kas uz lapas rakstīts")))
                .andExpect(content().string(containsString("Jānis")));
        String sheet = UUID.randomUUID().toString();
        for (int click = 0; click < 2; click++) {
            mvc.perform(multipart(page).with(csrf()).param("id", sheet).param("text", "Vajag soliņu pie veikala"))
                    .andExpect(redirectedUrl(page));
        }
        assertThat(sheets.of(round)).hasSize(1);
        mvc.perform(get(page))
                .andExpect(content().string(containsString("Viss, kastītē bija 1 lapa")))
                .andExpect(content().string(containsString("Vajag soliņu pie veikala")));
        mvc.perform(post(page + "/pabeigt").with(csrf())).andExpect(redirectedUrl(page));
        mvc.perform(get(page + "?lang=en")).andExpect(content().string(containsString("Thank you, the box is empty!")));

        // Nobody reads a sheet before staff have.
        String parish = "/kastites/" + SuggestionExamples.PLACE;
        mvc.perform(get(parish))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Vajag soliņu pie veikala"))));
        mvc.perform(get("/darbs/uzdevumi/" + examples.task(round, "sortSheets"))
                        .with(signedIn(SuggestionExamples.ANNA)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Vajag soliņu pie veikala")));
        Map<String, String> values = new HashMap<>();
        values.put("lines[0].sheet", sheet);
        values.put("lines[0].decision", "DECLINE");
        values.put("lines[0].title", "");
        values.put("lines[0].topic", "OTHER");
        values.put("lines[0].reason", "Soliņš jau ir pasūtīts.");
        examples.complete(round, "sortSheets", values);
        mvc.perform(get(parish)).andExpect(content().string(containsString("Soliņš jau ir pasūtīts.")));
        mvc.perform(get("/kastites")).andExpect(content().string(containsString(parish)));
        mvc.perform(get("/apspriesanas/" + examples.code(box))).andExpect(redirectedUrl(parish));
        mvc.perform(get("/apspriesanas/" + examples.code(box) + "/priekslikums"))
                .andExpect(status().isOk());
        mvc.perform(get("/apspriesanas/" + examples.code(box) + "/priekslikumi"))
                .andExpect(status().isOk());
    }

    @Test
    void letsStaffEnterSheetsAndGoBackToTheTask() throws Exception {
        var anna = signedIn(SuggestionExamples.ANNA);
        UUID round = examples.round(examples.box(null, "lv"));
        String page = "/darbs/kastites/lapas/" + round;
        mvc.perform(multipart(page).with(anna).with(csrf()).param("text", "Asfaltu līdz kapiem"))
                .andExpect(redirectedUrl(page));
        mvc.perform(get(page).with(anna))
                .andExpect(content().string(containsString("Viss ievadīts, atpakaļ uz uzdevumu")));
        mvc.perform(get("/darbs/uzdevumi/" + examples.task(round, "emptyBox")).with(anna))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ievadīta 1 lapa")));
    }

    @Test
    void asksForNoRowOfTheListsOneByOne() throws Exception {
        for (int i = 0; i < 6; i++) {
            UUID round = examples.round(examples.box(null, "lv"));
            examples.enter(round, "Lapa");
        }
        assertThat(Statements.of(() -> mvc.perform(get("/darbs/kastites").with(signedIn(SuggestionExamples.ANNA)))
                        .andExpect(status().isOk())))
                .isLessThanOrEqualTo(6);
        assertThat(Statements.of(() -> mvc.perform(get("/kastites/" + SuggestionExamples.PLACE))
                        .andExpect(status().isOk())))
                .isLessThanOrEqualTo(7);
    }
}
