package lv.varu.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.account.AccountExamples;
import lv.varu.proposal.boilerplate.BoilerplateDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A long list of proposals is read with as many statements as a short one. */
@VaruTest
class LongListsTest {
    private static final int FEW = 2;
    private static final int MANY = 9;

    @Autowired
    MockMvc mvc;

    @Autowired
    Journey journey;

    @Autowired
    BoilerplateDesk boilerplates;

    @Test
    void ofStaff() throws Exception {
        Call few = screened(FEW);
        Call many = screened(MANY);
        sameFor(
                "/darbs/priekslikumi?apspriesana=" + few.id(),
                "/darbs/priekslikumi?apspriesana=" + many.id(),
                "Priekšlikums " + MANY);
    }

    @Test
    void ofEverybody() throws Exception {
        Call few = screened(FEW);
        Call many = screened(MANY);
        sameFor(
                "/apspriesanas/" + few.code() + "/priekslikumi",
                "/apspriesanas/" + many.code() + "/priekslikumi",
                "Priekšlikums " + MANY);
        // The page of a consultation shows three, and counts once it is full.
        sameFor("/apspriesanas/" + screened(1).code(), "/apspriesanas/" + few.code(), "priekšlikumi");
    }

    @Test
    void ofWhoeverAnswers() throws Exception {
        sameFor(waiting(FEW), waiting(MANY), "Priekšlikums " + MANY);
    }

    @Test
    void ofStandardAnswers() throws Exception {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        texts(mark + "a", FEW);
        texts(mark + "b", MANY);
        sameFor(
                "/darbs/tipveida-atbildes?q=" + mark + "a",
                "/darbs/tipveida-atbildes?q=" + mark + "b",
                "Teksts " + MANY);
    }

    private Call screened(int count) {
        Call call = journey.open("PREILI");
        for (int i = 1; i <= count; i++) {
            journey.screened(call, "Priekšlikums " + i);
        }
        return call;
    }

    private String waiting(int count) {
        Call call = journey.open("PREILI");
        var contact = journey.contact();
        for (int i = 1; i <= count; i++) {
            journey.screened(call, "Priekšlikums " + i);
        }
        journey.close(call);
        journey.forwarded(call, Map.of());
        return "/atbilde/" + journey.answerToken(call, contact);
    }

    private void texts(String mark, int count) {
        for (int i = 1; i <= count; i++) {
            boilerplates.add(
                    new BoilerplateDesk.Entry("PREILI", null, null, "Teksts " + i + " " + mark, "Paldies!"),
                    ProposalExamples.ILZE);
        }
    }

    private void sameFor(String few, String many, String seen) throws Exception {
        // What is read once for everybody is there afterwards.
        read(few, "");
        long ofFew = Statements.of(() -> read(few, ""));
        assertThat(Statements.of(() -> read(many, seen))).as(many).isEqualTo(ofFew);
    }

    private void read(String address, String seen) throws Exception {
        mvc.perform(get(address)
                        .locale(Locale.forLanguageTag("lv"))
                        .with(AccountExamples.signedIn(ProposalExamples.ILZE)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(seen)));
    }
}
