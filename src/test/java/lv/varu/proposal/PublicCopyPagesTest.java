package lv.varu.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.account.SignedIn;
import lv.varu.audit.Trail;
import lv.varu.proposal.finding.WordIndexing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What was hidden is read by staff, the author and the municipality, and by nobody else, wherever they look. */
@VaruTest
class PublicCopyPagesTest {
    private static final String SECRET = "Lūdzam divas laternas pie pieturas.";
    private static final Person ELSEWHERE = new Person(
            UUID.fromString("00000000-0000-4000-8000-000000000019"),
            "Jānis Kaimiņš",
            "janis.k@example.org",
            Role.STAFF,
            "KAIMINI",
            Locale.forLanguageTag("lv"));

    @Autowired
    WordIndexing indexing;

    @Autowired
    MockMvc mvc;

    @Autowired
    Journey journey;

    @Autowired
    ProposalBook book;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    Call call;
    Receipt receipt;
    String page;

    @BeforeEach
    void screenOne() {
        call = journey.open("PREILI");
        receipt = journey.screened(call, "Laternas pie pieturas");
        page = "/darbs/priekslikumi/" + receipt.proposalId() + "/publiski";
    }

    @Test
    void hidesAPassageFromEverybodyButThoseConcerned() throws Exception {
        mvc.perform(as(
                        ProposalExamples.ILZE,
                        post(page).param("passage", SECRET).param("reason", "PERSONAL_DATA")))
                .andExpect(redirectedUrl(page));

        for (String open : new String[] {
            "/apspriesanas/" + call.code() + "/priekslikumi",
            "/apspriesanas/" + call.code() + "/priekslikumi/" + receipt.receipt()
        }) {
            mvc.perform(get(open))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("[…]")))
                    .andExpect(content().string(not(containsString("divas laternas"))));
        }
        mvc.perform(get("/apspriesanas/" + call.code() + "/priekslikumi/" + receipt.receipt()))
                .andExpect(content().string(containsString("Citas personas dati")));
        indexing.catchUp();
        mvc.perform(get("/apspriesanas/" + call.code() + "/priekslikumi").param("q", "divas laternas"))
                .andExpect(content().string(not(containsString(receipt.receipt()))));
        mvc.perform(get("/apspriesanas/" + call.code() + "/priekslikumi").param("q", "skolēni no autobusa"))
                .andExpect(content().string(containsString(receipt.receipt())));
        // what the public position and its papers are made of
        assertThat(book.findPublic(List.of(receipt.proposalId())).values())
                .singleElement()
                .satisfies(view -> assertThat(view.text()).contains("[…]").doesNotContain("divas laternas"));
        mvc.perform(get(receipt.trackingUrl().getPath())).andExpect(content().string(containsString("divas laternas")));
        mvc.perform(as(ProposalExamples.ILZE, get("/darbs/priekslikumi/" + receipt.proposalId())))
                .andExpect(content().string(containsString("divas laternas")));
    }

    @Test
    void showsBothFacesAndTakesBackWhatWasHidden() throws Exception {
        mvc.perform(
                as(ProposalExamples.ILZE, post(page).param("passage", SECRET).param("reason", "INSULT")));
        mvc.perform(as(ProposalExamples.ILZE, get(page)))
                .andExpect(content().string(containsString(SECRET)))
                .andExpect(content().string(containsString("[…]")))
                .andExpect(content().string(containsString("Paslēpta 1 vieta")));

        mvc.perform(as(ProposalExamples.ILZE, post(page + "/" + passage() + "/radit")))
                .andExpect(redirectedUrl(page));

        mvc.perform(get("/apspriesanas/" + call.code() + "/priekslikumi/" + receipt.receipt()))
                .andExpect(content().string(containsString("divas laternas")))
                .andExpect(content().string(not(containsString("[…]"))));
        assertThat(journey.in(() -> trail.of(Proposal.keyOf(receipt.proposalId()), PageRequest.of(0, 2)).stream()
                        .map(entry -> entry.action())
                        .toList()))
                .containsExactly("proposal.passageRevealed", "proposal.passageHidden");
    }

    @Test
    void hidesWordsOfATitleFromProgramsToo() throws Exception {
        mvc.perform(as(
                ProposalExamples.ILZE,
                post(page).param("passage", "pie pieturas").param("reason", "INSULT")));

        for (String open : new String[] {
            "/api/v1/consultations/" + call.code() + "/proposals", "/api/v1/proposals/" + receipt.receipt()
        }) {
            mvc.perform(get(open)).andExpect(content().string(containsString("Laternas […]")));
        }
    }

    @Test
    void keepsHiddenWhatIsHiddenWhenTheTextChangesLater() throws Exception {
        mvc.perform(
                as(ProposalExamples.ILZE, post(page).param("passage", SECRET).param("reason", "INSULT")));
        jdbc.sql("update proposal set text = 'Pārrakstīts. ' || text where id = ?")
                .param(receipt.proposalId())
                .update();

        mvc.perform(get("/apspriesanas/" + call.code() + "/priekslikumi/" + receipt.receipt()))
                .andExpect(content().string(containsString("Pārrakstīts. ")))
                .andExpect(content().string(not(containsString("divas laternas"))));
    }

    @Test
    void saysBesideTheFieldWhatIsWrong() throws Exception {
        mvc.perform(as(
                        ProposalExamples.ILZE,
                        post(page).param("passage", "Kā nav").param("reason", "INSULT")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Tādas vietas priekšlikumā nav")))
                .andExpect(content().string(containsString("Kā nav")));
        mvc.perform(as(ProposalExamples.ILZE, post(page).param("passage", " ")))
                .andExpect(content().string(containsString("Izvēlieties, kāpēc vieta jāpaslēpj")));
    }

    @Test
    void isForThePartnershipAlone() throws Exception {
        mvc.perform(as(ELSEWHERE, get(page))).andExpect(status().isForbidden());
        mvc.perform(as(ELSEWHERE, post(page).param("passage", SECRET).param("reason", "INSULT")))
                .andExpect(status().isForbidden());
        mvc.perform(as(ELSEWHERE, post(page + "/" + UUID.randomUUID() + "/radit")))
                .andExpect(status().isForbidden());
    }

    private UUID passage() {
        return jdbc.sql("select (hidden -> 0 ->> 'id')::uuid from proposal where id = ?")
                .param(receipt.proposalId())
                .query(UUID.class)
                .single();
    }

    private static MockHttpServletRequestBuilder as(Person person, MockHttpServletRequestBuilder request) {
        SignedIn.PersonHolder holder = () -> person;
        var token = new TestingAuthenticationToken(
                holder, "", "ROLE_" + person.role().name());
        return request.with(SecurityMockMvcRequestPostProcessors.authentication(token))
                .with(csrf());
    }
}
