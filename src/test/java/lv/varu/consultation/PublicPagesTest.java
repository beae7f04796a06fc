package lv.varu.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.consultation.invitation.Invitations;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.transaction.support.TransactionTemplate;

@VaruTest
class PublicPagesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    PublicExamples examples;

    @Autowired
    Invitations invitations;

    @Autowired
    ConsultationExamples people;

    @Autowired
    Links links;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Test
    void showsFirstWhatOneCanTakePartInNow() throws Exception {
        var open = examples.open("Ceļu plāns sākumlapai", 0);
        var coming = examples.coming("Drīz gaidāmais plāns");
        var preparing = examples.preparing("Vēl neizziņotais plāns");
        var reported = examples.reported("Pabeigtais plāns");
        examples.proposal(reported, "PUBLISHED", "Ietve uz skolu", "ACCEPTED");

        page("/")
                .andExpect(has("Šobrīd var piedalīties"))
                .andExpect(has(open.title()))
                .andExpect(has("šodien pēdējā diena"))
                .andExpect(has(coming.title()))
                .andExpect(has("Jūs teicāt – pašvaldība atbildēja"))
                .andExpect(has("Ietve uz skolu"))
                .andExpect(content().string(not(containsString(preparing.title()))))
                .andExpect(request().sessionAttributeDoesNotExist("SPRING_SECURITY_CONTEXT"));
        page("/?lang=en").andExpect(has("Take part now")).andExpect(has(open.title() + " (in English)"));
    }

    @Test
    void findsConsultationsByStageMunicipalityAndWordsWithoutDiacritics() throws Exception {
        var word = "Zvirbulis" + PublicExamples.code().substring(2);
        var open = examples.open("Šķērsiela un " + word, 3);
        var closed = examples.closed("Slēgtā " + word);

        page("/apspriesanas?q=skersiela " + word).andExpect(has(open.title())).andExpect(hasNot(closed.title()));
        page("/apspriesanas?skats=slegtas&q=" + word)
                .andExpect(has(closed.title()))
                .andExpect(hasNot(open.title()));
        page("/apspriesanas?pasvaldiba=PREILI&q=" + word).andExpect(has(open.title()));
        page("/apspriesanas?pasvaldiba=KRASLAVA&q=" + word)
                .andExpect(hasNot(open.title()))
                .andExpect(has("Neko neatradām"));
        page("/apspriesanas?q=%25_'\"<script>").andExpect(hasNot("<script>\""));
    }

    @Test
    void tellsEverythingAboutAnOpenConsultation() throws Exception {
        var open = examples.open("Atvērtā programma", 12);
        examples.proposal(open, "SCREENED", "Apgaismojums Liepu ielā", null);
        examples.proposal(open, "RECEIVED", "Vēl neizskatītais", null);

        page("/apspriesanas/" + open.code())
                .andExpect(has("vēl 12 dienas"))
                .andExpect(has("/apspriesanas/" + open.code() + "/priekslikums\""))
                .andExpect(has("Kas Jūsu pagastā jāizdara vispirms?"))
                .andExpect(has("protokols Nr. 17"))
                .andExpect(has("Preiļu novada kultūras centrs"))
                .andExpect(has("Zane Liepa"))
                .andExpect(has("Apgaismojums Liepu ielā"))
                .andExpect(hasNot("Vēl neizskatītais"))
                .andExpect(has("<link rel=\"canonical\""))
                .andExpect(has("property=\"og:description\""))
                .andExpect(has("Paraugs"));
    }

    @Test
    void tellsWhatToDoAfterTheEnd() throws Exception {
        var closed = examples.closed("Slēgtā programma");
        page("/apspriesanas/" + closed.code())
                .andExpect(has("Priekšlikumu pieņemšana beidzās"))
                .andExpect(hasNot("Iesniegt priekšlikumu</span>"))
                .andExpect(has("Partnerība apkopo priekšlikumus"));
        page("/apspriesanas/" + examples.delivered("Nodotā programma").code())
                .andExpect(has("Pašvaldība atbild uz katru priekšlikumu"));
        page("/apspriesanas/" + examples.coming("Gaidāmā programma").code())
                .andExpect(has("pēc 5 dienām"))
                .andExpect(hasNot("Iesniegt priekšlikumu</span>"));
    }

    @Test
    void hidesWhatIsNotAnnounced() throws Exception {
        var preparing = examples.preparing("Noslēpums");
        mvc.perform(get("/apspriesanas/" + preparing.code())).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/consultations/" + preparing.code())).andExpect(status().isNotFound());
        mvc.perform(get("/apspriesanas/nav-tadas")).andExpect(status().isNotFound());
        mvc.perform(get("/apspriesanas/" + preparing.code() + "/faili/" + UUID.randomUUID()))
                .andExpect(status().isNotFound());
    }

    @Test
    void publishesTheReportOnlyWhenItIsApproved() throws Exception {
        var reported = examples.reported("Programma ar pārskatu");
        examples.proposal(reported, "PUBLISHED", "Ietve uz skolu", "PARTIALLY_ACCEPTED");
        page("/apspriesanas/" + reported.code() + "/parskats")
                .andExpect(has("Piedalījās vairāk cilvēku nekā jebkad."))
                .andExpect(has("Nākamreiz sāksim ar pagastu sanāksmēm."))
                .andExpect(has("Daļēji ņemts vērā"))
                .andExpect(has("Ietves atjaunošana ir iekļauta"))
                .andExpect(has("Partnerības tīmekļvietne"));
        mvc.perform(get("/apspriesanas/" + examples.answered("Bez pārskata").code() + "/parskats"))
                .andExpect(status().isNotFound());
    }

    @Test
    void welcomesAnInvitedOrganisationAndRemembersThatItCame() throws Exception {
        var open = examples.open("Uzaicinājuma programma", 4);
        var invitation = invitations
                .findById(people.invitation(open.id(), "Biedrība „Ceļavējš”"))
                .orElseThrow();
        String token = transaction.execute(status -> links.issue(
                Link.Purpose.INVITATION,
                open.id().toString(),
                invitation.id().toString(),
                clock.instant().plus(Duration.ofDays(1))));

        page("/ielugums/" + token)
                .andExpect(has("Biedrība „Ceļavējš”: ko Jūs par to domājat?"))
                .andExpect(has("ielugums=" + token))
                .andExpect(has("Uzrakstīt priekšlikumu"));
        page("/ielugums/" + token);
        assertThat(invitations.findById(invitation.id()).orElseThrow().openedAt())
                .isNotNull();
        mvc.perform(get("/ielugums/cits")).andExpect(status().isGone());
    }

    @Test
    void givesConsultationsToOtherPrograms() throws Exception {
        var open = examples.open("Programma programmām", 6);
        examples.proposal(open, "SCREENED", "Redzams", null);
        examples.proposal(open, "RECEIVED", "Neredzams", null);
        mvc.perform(get("/api/v1/consultations/" + open.code()).accept("application/json"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/json"))
                .andExpect(jsonPath("$.code").value(open.code()))
                .andExpect(jsonPath("$.documentType").value("DEVELOPMENT_PROGRAMME"))
                .andExpect(jsonPath("$.status").value("OPEN"))
                .andExpect(jsonPath("$.opensOn").value(open.opensOn().toString()))
                .andExpect(jsonPath("$.closesOn").value(open.closesOn().toString()))
                .andExpect(jsonPath("$.municipalities[0].code").value("PREILI"))
                .andExpect(jsonPath("$.municipalities[0].name").value("Preiļu novads"))
                .andExpect(jsonPath("$.proposalCount").value(1));
        mvc.perform(get("/api/v1/consultations?size=1&status=OPEN&municipality=PREILI"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.page").value(0))
                .andExpect(jsonPath("$.size").value(1))
                .andExpect(jsonPath("$.total").isNumber());
        mvc.perform(get("/api/v1/consultations?status=PREPARING"))
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void namesTheFieldThatAProgramGotWrong() throws Exception {
        mvc.perform(get("/api/v1/consultations?size=1000&page=-1"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.errors[?(@.field == 'page')]").exists())
                .andExpect(jsonPath("$.errors[?(@.field == 'size')].message")
                        .value("Ierakstu skaitam lapā jābūt no 1 līdz 100."));
        mvc.perform(get("/api/v1/consultations?status=NAV"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("status"));
    }

    @Test
    void describesTheInterface() throws Exception {
        mvc.perform(get("/v3/api-docs"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.info.title").value("Varu"))
                .andExpect(jsonPath("$.info.license.name").value("EUPL-1.2"))
                .andExpect(jsonPath("$.paths['/api/v1/consultations'].get.parameters[?(@.name == 'municipality')]")
                        .exists());
    }

    @Test
    void readsALongListWithAsManyStatementsAsAShortOne() throws Exception {
        var word = "Skaitlis" + PublicExamples.code().substring(2);
        examples.open(word, 3);
        examples.open(word, 4);
        long few = statements("/apspriesanas?q=" + word);
        for (int i = 0; i < 8; i++) {
            examples.proposal(examples.open(word, i), "SCREENED", "Priekšlikums", null);
        }
        assertThat(statements("/apspriesanas?q=" + word)).isEqualTo(few).isLessThanOrEqualTo(6);
        assertThat(statements("/")).isLessThanOrEqualTo(14);
    }

    private long statements(String address) throws Exception {
        page(address);
        return Statements.of(() -> page(address));
    }

    private ResultActions page(String address) throws Exception {
        int query = address.indexOf('?');
        var uri = query < 0
                ? new URI(null, null, address, null, null)
                : new URI(null, null, address.substring(0, query), address.substring(query + 1), null);
        return mvc.perform(get(uri).characterEncoding(StandardCharsets.UTF_8))
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
