package lv.varu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.consultation.PublicExamples;
import lv.varu.portal.Highlights.Piece;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;

@VaruTest
class SearchTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    PublicExamples examples;

    @Autowired
    Indexing indexing;

    @Autowired
    JdbcClient jdbc;

    private final String mark = "zvirbulis" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void findsConsultationsAndProposalsInWhateverFormTheWordStands() throws Exception {
        var open = examples.open("Dzelzceļa pārbrauktuves un " + mark, 4);
        examples.proposal(open, "SCREENED", "Gājēju celiņiem vajag apgaismojumu " + mark, null);
        catchUp();

        search("pārbrauktuvju " + mark).andExpect(has("pārbrauktuves</mark>")).andExpect(hasNot("Neko neatradām"));
        search("apgaismojums celini " + mark)
                .andExpect(has("<mark>apgaismojumu</mark>"))
                .andExpect(has("/priekslikumi/P-"));
        search("apgaismojums lidmašīna " + mark).andExpect(has("Neko neatradām"));
        search("ietve " + mark).andExpect(has("<mark>ietvi</mark>"));
    }

    @Test
    void showsNothingThatIsNotPublicOrNoLonger() throws Exception {
        examples.preparing("Slepenā iecere " + mark);
        var open = examples.open("Atklātais " + mark, 4);
        UUID received = examples.proposal(open, "RECEIVED", "Neizskatītais " + mark, null);
        UUID shown = examples.proposal(open, "SCREENED", "Redzamais " + mark, null);
        catchUp();
        search(mark)
                .andExpect(has("Atklātais"))
                .andExpect(has("Redzamais"))
                .andExpect(hasNot("Slepenā"))
                .andExpect(hasNot("Neizskatītais"));

        jdbc.sql("update proposal set status = 'SCREENED' where id = ?")
                .param(received)
                .update();
        jdbc.sql("update proposal set status = 'DECLINED' where id = ?")
                .param(shown)
                .update();
        // Not yet indexed anew, and already gone.
        search(mark).andExpect(hasNot("Redzamais"));
        catchUp();
        search(mark).andExpect(has("Neizskatītais")).andExpect(hasNot("Redzamais"));
    }

    @Test
    void findsNothingByAPassageThatIsHidden() throws Exception {
        var open = examples.open("Slēptuves " + mark, 4);
        UUID id = examples.proposal(open, "SCREENED", "Par kaimiņu " + mark, null);
        jdbc.sql("update proposal set text = text || ' Kaimiņš Jānis Noslēpums trokšņo.' where id = ?")
                .param(id)
                .update();
        catchUp();
        search("noslēpums " + mark).andExpect(has("Par kaimiņu"));

        jdbc.sql("update proposal set hidden = '[{\"passage\": \"Jānis Noslēpums\"}]' where id = ?")
                .param(id)
                .update();
        search(mark).andExpect(hasNot("Noslēpums trokšņo"));
        catchUp();
        search("noslēpums " + mark).andExpect(has("Neko neatradām"));
    }

    @Test
    void narrowsByPlaceTopicAndOutcomeAndPagesEachGroup() throws Exception {
        var answered = examples.answered("Atbildētais " + mark);
        for (int i = 0; i < 25; i++) {
            examples.proposal(answered, "PUBLISHED", "Ideja nr. " + i + " " + mark, i < 22 ? "ACCEPTED" : "REJECTED");
        }
        catchUp();

        search(mark).andExpect(has("Skatīt visus 25 priekšlikumus")).andExpect(has("Atbildētais"));
        page("/meklet?veids=priekslikumi&q=" + mark).andExpect(has("1. lapa no 2"));
        page("/meklet?veids=priekslikumi&page=1&q=" + mark).andExpect(has("2. lapa no 2"));
        page("/meklet?iznakums=REJECTED&q=" + mark)
                .andExpect(has("<span class=\"count\">3</span>"))
                .andExpect(hasNot("Atbildētais " + mark + "</a>"));
        page("/meklet?pasvaldiba=KRASLAVA&q=" + mark).andExpect(has("Neko neatradām"));
        page("/meklet?pasvaldiba=PREILI&tema=ROADS&q=" + mark).andExpect(has("<span class=\"count\">25</span>"));
        page("/meklet?tema=SOCIAL&q=" + mark).andExpect(has("Neko neatradām"));
    }

    @Test
    void saysWhatToDoWhenThereIsNothingToSearchFor() throws Exception {
        page("/meklet").andExpect(has("Ierakstiet, ko meklējat"));
        page("/meklet?q=un").andExpect(has("Ierakstiet vēl kādu vārdu"));
        page("/meklet?q='); drop table --%25&page=x&iznakums=NAV").andExpect(status().isOk());
        page("/meklet?lang=en").andExpect(has("What are you looking for"));
    }

    @Test
    void asksTheDatabaseAsOftenForManyAsForFew() throws Exception {
        var open = examples.open("Daudz " + mark, 4);
        examples.proposal(open, "SCREENED", "Viens " + mark, null);
        catchUp();
        search(mark);
        long few = Statements.of(() -> search(mark));
        for (int i = 0; i < 6; i++) {
            examples.proposal(examples.open("Vēl " + mark, 4), "SCREENED", "Cits " + mark, null);
        }
        catchUp();
        assertThat(Statements.of(() -> search(mark)))
                .isLessThanOrEqualTo(few + 1)
                .isLessThanOrEqualTo(9);
    }

    @Test
    void cutsALongTextAroundTheWordThatWasMeant() {
        String text = "Vārds ".repeat(60) + "par tiltu pār upi " + "un vēl ".repeat(60);
        var pieces = new Highlights("tilts").excerpt(text);

        assertThat(pieces).extracting(Piece::marked).containsExactly(false, true, false);
        assertThat(pieces.get(1).text()).isEqualTo("tiltu");
        assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining()))
                .startsWith("…\u00a0")
                .endsWith("\u00a0…")
                .hasSizeLessThan(260);
    }

    private void catchUp() {
        // The schedule of the program may be at it in this moment; then its work is awaited.
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            indexing.catchUp();
            return jdbc.sql("select count(*) from portal_changed")
                            .query(Long.class)
                            .single()
                    == 0;
        });
    }

    private ResultActions search(String words) throws Exception {
        return mvc.perform(get("/meklet").param("q", words))
                .andExpect(status().isOk())
                .andExpect(hasNot("??"));
    }

    private ResultActions page(String address) throws Exception {
        return mvc.perform(get(java.net.URI.create(address.replace(" ", "%20").replace("'", "%27"))))
                .andExpect(status().isOk())
                .andExpect(hasNot("??"));
    }

    private static ResultMatcher has(String text) {
        return content().string(containsString(text));
    }

    private static ResultMatcher hasNot(String text) {
        Matcher<String> without = not(containsString(text));
        return content().string(without);
    }
}
