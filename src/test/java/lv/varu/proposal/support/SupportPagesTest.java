package lv.varu.proposal.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.proposal.Call;
import lv.varu.proposal.Calls;
import lv.varu.proposal.Journey;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalExamples;
import lv.varu.proposal.Proposals;
import lv.varu.proposal.Receipt;
import lv.varu.proposal.Reply;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** People stand behind a proposal of somebody else, follow it, and stop. */
@VaruTest
class SupportPagesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    Journey journey;

    @Autowired
    ProposalExamples examples;

    @Autowired
    ProposalBook book;

    @Autowired
    SupportDesk desk;

    @Autowired
    SupporterPeople people;

    @Autowired
    Followers followers;

    @Autowired
    Proposals proposals;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    @Test
    void countsASupporterOnceTheyConfirmAndTellsThemTheAnswer() throws Exception {
        Call call = journey.open("PREILI");
        UUID contact = journey.contact();
        Receipt receipt = journey.screened(call, "Laternas pie pieturas");
        String page = page(call, receipt);
        shows(page, "Esiet pirmais, kas atbalsta", "Atbalstīt šo priekšlikumu");
        shows(page + "/atbalstit", "Vakaros skolēni", "Atbalstu");

        mvc.perform(support(page, "Jānis Kalns", "janis@epasts.example").param("publishName", "true"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Uz adresi janis@epasts.example nosūtījām vēstuli")));
        UUID id = supporter(receipt, "janis@epasts.example");
        shows(page, "Esiet pirmais, kas atbalsta");

        String confirm = link(id, "/priekslikums/atbalstit/");
        mvc.perform(get(confirm))
                .andExpect(content().string(containsString("Jā, atbalstu")))
                .andExpect(header().string("Referrer-Policy", "no-referrer"));
        String follow = Objects.requireNonNull(mvc.perform(post(confirm).with(csrf()))
                .andExpect(flash().attribute("flash", "Paldies! Jūsu atbalsts ir ieskaitīts."))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        shows(follow, "Jūs to atbalstāt kopš", "Izskatīts partnerībā");
        shows(page, "Atbalsta 1 cilvēks", "Jānis Kalns");
        shows("/apspriesanas/" + call.code() + "/priekslikumi", "Atbalsta 1 cilvēks");
        mvc.perform(post(confirm).with(csrf())).andExpect(status().isFound()).andExpect(flash().attributeCount(0));

        journey.close(call);
        journey.forwarded(call, Map.of());
        journey.answered(
                call, contact, Map.of(receipt.proposalId(), new Reply(Outcome.REJECTED, null, "Pieturu pārceļ.")));
        mvc.perform(get(follow)).andExpect(content().string(not(containsString("Pieturu pārceļ."))));
        journey.published(call);
        shows(follow, "Pieturu pārceļ.", "Noraidīts");
        assertThat(examples.letters("supporter:" + id))
                .containsExactly(
                        "proposal.support.letter.confirm",
                        "proposal.support.letter.welcome",
                        "proposal.support.letter.published");
        assertThat(actions("proposal", receipt.proposalId())).contains("proposal.supported", "proposal.supportersTold");
    }

    @Test
    void forgetsWhoeverStops() throws Exception {
        Receipt receipt = journey.screened(journey.open("PREILI"), "Soliņi parkā");
        UUID id = supporting(receipt, "maija@epasts.example", "Maija Liepa");
        String follow = link(id, "/priekslikums/atbalsts/");

        shows(follow + "/beigt", "Vai vairs neatbalstāt", "Nē, atbalstu joprojām");
        mvc.perform(post(follow + "/beigt").with(csrf()))
                .andExpect(flash().attribute("flash", "Atbalsts ir pārtraukts, Jūsu dati ir dzēsti."));
        shows(follow, "Jūs šo priekšlikumu vairs neatbalstāt");
        assertThat(supporters(receipt)).isZero();
        assertThat(row(id)).containsEntry("name", null).containsEntry("email", null);
        assertThat(examples.letters("supporter:" + id)).isEmpty();
        assertThat(entries("supporter", id))
                .filteredOn(entry -> entry.action().equals("proposal.supportAsked"))
                .allMatch(TrailEntry::erased);
        assertThat(actions("proposal", receipt.proposalId())).contains("proposal.supportWithdrawn");
    }

    @Test
    void letsMailProgramsEndTheLettersOfASupporterWithOneClick() throws Exception {
        Receipt receipt = journey.screened(journey.open("PREILI"), "Strūklaka");
        UUID id = supporting(receipt, "viens@epasts.example", "Viens Klikšķis");
        String follow = link(id, "/priekslikums/atbalsts/");
        String stop = jdbc.sql("select unsubscribe from mail_letter where about = ? and unsubscribe is not null")
                .param("supporter:" + id)
                .query(String.class)
                .single();
        assertThat(stop).endsWith(follow + "/atteikties");

        shows(follow + "/atteikties", "Vai vairs nerakstīt Jums par šo priekšlikumu?", "Vairs neatbalstu");
        assertThat(followers(receipt)).contains("viens@epasts.example");
        for (int again = 0; again < 2; again++) {
            mvc.perform(post(follow + "/atteikties").param("List-Unsubscribe", "One-Click"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Par šo priekšlikumu vairs nerakstīsim")));
        }
        assertThat(supporters(receipt)).isEqualTo(1);
        assertThat(followers(receipt)).doesNotContain("viens@epasts.example");
        shows(follow, "Vēstules par to Jums nesūtām", "Atkal saņemt vēstules");

        mvc.perform(post(follow + "/sanemt").with(csrf()))
                .andExpect(flash().attribute("flash", "Par visu, kas ar priekšlikumu notiek, atkal rakstīsim."));
        assertThat(followers(receipt)).contains("viens@epasts.example");
        assertThat(actions("proposal", receipt.proposalId()))
                .containsSubsequence("proposal.supporterHears", "proposal.supporterMuted");
    }

    private List<String> followers(Receipt receipt) {
        return Objects.requireNonNull(
                transaction.execute(status -> followers.of(proposals.get(receipt.proposalId())).stream()
                        .map(Follower::email)
                        .toList()));
    }

    @Test
    void namesOnlyThoseWhoAgreed() throws Exception {
        Call call = journey.open("PREILI");
        Receipt receipt = journey.screened(call, "Tilts");
        supporting(receipt, "anonims@epasts.example", "Slepenais Atbalstītājs");
        mvc.perform(get(page(call, receipt)))
                .andExpect(content().string(containsString("Atbalsta 1 cilvēks")))
                .andExpect(content().string(not(containsString("Slepenais"))));
    }

    @Test
    void saysTheSameWhoeverAsksAndNeverFillsAMailbox() throws Exception {
        Call call = journey.open("PREILI");
        Receipt receipt = journey.screened(call, "Ietve");
        UUID id = supporting(receipt, "ilga@epasts.example", "Ilga");
        for (String email : List.of("ILGA@epasts.example", "ilga@epasts.example", "anna@epasts.example")) {
            mvc.perform(support(page(call, receipt), "Kāds", email))
                    .andExpect(content().string(containsString("nosūtījām vēstuli")));
        }
        assertThat(supporters(receipt)).isEqualTo(1);
        assertThat(examples.letters("supporter:" + id))
                .containsExactly(
                        "proposal.support.letter.confirm",
                        "proposal.support.letter.welcome",
                        "proposal.support.letter.already");
        assertThat(examples.letters("proposal:" + receipt.proposalId())).contains("proposal.support.letter.already");
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsMissing() throws Exception {
        Call call = journey.open("PREILI");
        Receipt receipt = journey.screened(call, "Rotaļlaukums");
        mvc.perform(post(page(call, receipt) + "/atbalstit")
                        .with(csrf())
                        .param("name", "Jānis Kalns")
                        .param("email", "nav adrese"))
                .andExpect(content().string(containsString("Jānis Kalns")))
                .andExpect(content().string(containsString("nav adrese")))
                .andExpect(content().string(containsString("Pārbaudiet e-pasta adresi")))
                .andExpect(content().string(containsString("Bez piekrišanas atbalstu ieskaitīt nevar.")));
    }

    @Test
    void takesNoSupportOnceTheConsultationIsOver() throws Exception {
        Call call = journey.open("PREILI");
        Receipt receipt = journey.screened(call, "Par vēlu");
        journey.close(call);
        mvc.perform(get(page(call, receipt)))
                .andExpect(content().string(not(containsString("Atbalstīt šo priekšlikumu"))));
        shows(page(call, receipt) + "/atbalstit", "Šo priekšlikumu tagad atbalstīt nevar");
        mvc.perform(support(page(call, receipt), "Kāds", "kads@epasts.example")).andExpect(status().isConflict());
    }

    @Test
    void erasesWhatNobodyConfirmsInTime() throws Exception {
        Call call = journey.open("PREILI");
        Receipt receipt = journey.screened(call, "Aizmirsts");
        mvc.perform(support(page(call, receipt), "Kāds", "aizmirsa@epasts.example"));
        UUID id = supporter(receipt, "aizmirsa@epasts.example");
        String confirm = link(id, "/priekslikums/atbalstit/");
        jdbc.sql("update proposal_supporter set confirm_by = now() - interval '1 minute' where id = ?")
                .param(id)
                .update();
        mvc.perform(post(confirm).with(csrf())).andExpect(status().isGone());
        desk.endUnconfirmed();
        assertThat(row(id)).containsEntry("email", null);
        assertThat(examples.letters("supporter:" + id)).isEmpty();
        shows(confirm, "Atbalsts netika apstiprināts laikā");
    }

    @Test
    void letsTheAuthorAskOthersEachOnce() throws Exception {
        Call call = journey.open("PREILI");
        Receipt receipt = journey.confirmed(call, "Peldvieta");
        String tracking = "/priekslikums/" + receipt.trackingToken();
        shows(tracking, "Aiciniet citus atbalstīt");
        invite(tracking, "pirmais@epasts.example, otrais@epasts.example anna@epasts.example")
                .andExpect(flash().attribute("flash", "Nosūtīti 2 aicinājumi."));
        invite(tracking, "pirmais@epasts.example")
                .andExpect(
                        flash().attribute("flash", "Visi šie cilvēki jau ir uzaicināti, tāpēc vēlreiz nerakstījām."));
        invite(tracking, "nav-adrese").andExpect(content().string(containsString("Pārbaudiet adresi „nav-adrese”.")));
        String many = String.join(
                "\n",
                java.util.stream.IntStream.range(0, 19)
                        .mapToObj(i -> "x" + i + "@epasts.example")
                        .toList());
        invite(tracking, many)
                .andExpect(content().string(containsString("Vēl varat uzaicināt 18 cilvēku.")))
                .andExpect(content().string(containsString("x18@epasts.example")));
        assertThat(examples.letters("proposal:" + receipt.proposalId()))
                .filteredOn("proposal.support.letter.invitation"::equals)
                .hasSize(2);

        String address = page(call, receipt) + "/atbalstit";
        mvc.perform(get(address)).andExpect(status().isNotFound());
        String token = examples.token(
                "proposal:" + receipt.proposalId(), "/priekslikumi/" + receipt.receipt() + "/atbalstit?ielugums=");
        shows(address + "?ielugums=" + token, "Vakaros skolēni", "Atbalstu");
        mvc.perform(support(page(call, receipt), "Otrais", "otrais@epasts.example")
                        .param("ielugums", token))
                .andExpect(content().string(containsString("nosūtījām vēstuli")));
        String confirm = link(supporter(receipt, "otrais@epasts.example"), "/priekslikums/atbalstit/");
        String follow = Objects.requireNonNull(mvc.perform(post(confirm).with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        shows(follow, "Priekšlikumu izskata", "Vakaros skolēni");
        assertThat(actions("proposal", receipt.proposalId())).contains("proposal.supportInvited");
    }

    @Test
    void findsAndErasesWhatIsKeptOfAPerson() throws Exception {
        Receipt receipt = journey.screened(journey.open("PREILI"), "Atrast un dzēst");
        String email = "meklets" + UUID.randomUUID() + "@epasts.example";
        UUID id = supporting(receipt, email, "Meklētais");
        var found = people.find(email);
        assertThat(found)
                .singleElement()
                .satisfies(one -> assertThat(one.fields()).containsEntry("name", "Meklētais"));
        journey.in(() -> {
            people.erase(email, found);
            return true;
        });
        assertThat(people.find(email)).isEmpty();
        assertThat(supporters(receipt)).isZero();
        assertThat(row(id)).containsEntry("name", null);
    }

    private UUID supporting(Receipt receipt, String email, String name) throws Exception {
        Call call = journey.in(() -> callOf(receipt));
        mvc.perform(support(page(call, receipt), name, email)).andExpect(status().isOk());
        UUID id = supporter(receipt, email);
        mvc.perform(post(link(id, "/priekslikums/atbalstit/")).with(csrf())).andExpect(status().isFound());
        return id;
    }

    @Autowired
    Calls calls;

    private Call callOf(Receipt receipt) {
        return calls.find(book.find(receipt.proposalId()).orElseThrow().callId())
                .orElseThrow();
    }

    private ResultActions invite(String tracking, String addresses) throws Exception {
        return mvc.perform(post(tracking + "/ielugt").with(csrf()).param("addresses", addresses));
    }

    private static MockHttpServletRequestBuilder support(String page, String name, String email) {
        return post(page + "/atbalstit")
                .with(csrf())
                .param("name", name)
                .param("email", email)
                .param("processing", "true");
    }

    private static String page(Call call, Receipt receipt) {
        return "/apspriesanas/" + call.code() + "/priekslikumi/" + receipt.receipt();
    }

    private String link(UUID supporter, String path) {
        return path + examples.token("supporter:" + supporter, path);
    }

    private UUID supporter(Receipt receipt, String email) {
        return jdbc.sql("select id from proposal_supporter where proposal_id = ? and email = ?")
                .params(receipt.proposalId(), email)
                .query(UUID.class)
                .single();
    }

    private Map<String, Object> row(UUID id) {
        return jdbc.sql("select name, email, organisation from proposal_supporter where id = ?")
                .param(id)
                .query()
                .singleRow();
    }

    private int supporters(Receipt receipt) {
        return book.find(receipt.proposalId()).orElseThrow().supporters();
    }

    private List<String> actions(String kind, UUID id) {
        return entries(kind, id).stream().map(TrailEntry::action).toList();
    }

    private List<TrailEntry> entries(String kind, UUID id) {
        return journey.in(() -> trail.of(lv.varu.audit.CaseKey.of(kind, id), Pageable.ofSize(100))
                .getContent());
    }

    private void shows(String page, String... texts) throws Exception {
        var shown = mvc.perform(get(page)).andExpect(status().isOk());
        for (String text : texts) {
            shown.andExpect(content().string(containsString(text)));
        }
    }
}
