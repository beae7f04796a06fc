package lv.varu.consultation.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.HamcrestCondition.matching;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.calendar.Riga;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.ConsultationExamples;
import lv.varu.consultation.PublicExamples;
import lv.varu.consultation.position.Position;
import lv.varu.consultation.position.Positions;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** What in the draft document a proposal is about. */
@VaruTest
class SectionPagesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    ConsultationExamples people;

    @Autowired
    PublicExamples examples;

    @Autowired
    DraftSections sections;

    @Autowired
    Positions positions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transaction;

    Person elina;

    @BeforeEach
    void people() {
        elina = people.staff();
    }

    @Test
    void readsManySectionsWithAsManyStatementsAsOne() throws Exception {
        var few = examples.open("Ar vienu sadaļu", 5);
        var many = examples.open("Ar daudzām sadaļām", 5);
        add(few, "1.; Ceļi; 1");
        add(
                many,
                IntStream.rangeClosed(1, 9).mapToObj(i -> i + ".; Sadaļa; " + i).collect(Collectors.joining("\n")));
        see(page(few));
        assertThat(Statements.of(() -> see(page(many)))).isEqualTo(Statements.of(() -> see(page(few))));
    }

    @Test
    void keepsManySectionsPastedAtOnce() throws Exception {
        var open = examples.open("Ar sadaļām", 5);
        see(page(open)).andExpect(content().string(containsString("Sadaļu vēl nav")));
        add(open, "3.1.; Izglītība; 12\n\n3.2.\tCeļi un ielas\t41\r\n3.10.; Tūrisms")
                .andExpect(redirectedUrl(page(open)));

        see(page(open))
                .andExpect(content()
                        .string(allOf(
                                containsString("3.1. Izglītība"),
                                containsString("3.2. Ceļi un ielas"),
                                containsString("3.10. Tūrisms"))));
        mvc.perform(get(page(open)).param("q", "ceĻI").with(ConsultationExamples.as(elina)))
                .andExpect(content()
                        .string(allOf(containsString("3.2. Ceļi un ielas"), not(containsString("3.1. Izglītība")))));
        var roads = kept(open).get(1);
        see(page(open) + "/" + roads.id()).andExpect(content().string(containsString("value=\"Ceļi un ielas\"")));
        change(open, roads, "3.1.", "", "x")
                .andExpect(content()
                        .string(allOf(
                                containsString("Sadaļa ar šādu numuru jau ir."),
                                containsString("Ierakstiet sadaļas nosaukumu."),
                                containsString("Ierakstiet lappusi ar cipariem"))));
        change(open, roads, "3.2.", "Ceļi", "42").andExpect(redirectedUrl(page(open)));
        see(page(open) + "/" + roads.id() + "/dzest").andExpect(content().string(containsString("Dzēst šo sadaļu?")));
        send(page(open) + "/" + roads.id() + "/dzest").andExpect(redirectedUrl(page(open)));

        assertThat(kept(open)).extracting(DraftSection::code).containsExactly("3.1.", "3.10.");
        assertThat(actions(ConsultationDesk.key(open.id())))
                .contains(
                        "consultation.sections-added", "consultation.section-changed", "consultation.section-deleted");
    }

    @Test
    void saysInWhichLineSomethingIsWrong() throws Exception {
        var open = examples.open("Ar kļūdām rindās", 5);
        add(open, "1.; Ievads").andExpect(redirectedUrl(page(open)));
        add(open, "2. Bez semikola\n1.; Vēlreiz\n3.; Ceļi; desmit\n4.; Labi; 5")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("1. rindā jābūt gan numuram, gan nosaukumam"),
                                containsString("2. rindas numurs jau ir citai sadaļai."),
                                containsString("3. rindā lappuse jāraksta ar cipariem"),
                                containsString("4.; Labi; 5"))));
        assertThat(kept(open)).hasSize(1);
    }

    @Test
    void keepsStrangersOut() throws Exception {
        var open = examples.open("Svešs", 5);
        mvc.perform(post(page(open) + "/jaunas")
                        .param("lines", "1.; Ievads")
                        .with(csrf())
                        .with(ConsultationExamples.as(people.stranger())))
                .andExpect(status().isForbidden());
        assertThat(kept(open)).isEmpty();
    }

    @Test
    void showsEverywhereWhatAProposalRefersTo() throws Exception {
        var open = examples.open("Par sadaļu", 5);
        add(open, "3.1.; Izglītība; 12\n3.2.; Ceļi un ielas; 41");
        mvc.perform(get(form(open))).andExpect(content().string(containsString("3.2. Ceļi un ielas (41. lpp.)")));
        mvc.perform(get("/api/v1/consultations/" + open.code() + "/sections").param("size", "1"))
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].code").value("3.1."))
                .andExpect(jsonPath("$.items[0].title").value("Izglītība"))
                .andExpect(jsonPath("$.items[0].page").value(12));
        mvc.perform(filled(open).param("section", "9.9.").param("draftPage", "kaut kur"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Šādas sadaļas dokumentā vairs nav."),
                                containsString("Ierakstiet lappusi ar cipariem"),
                                containsString("value=\"kaut kur\""))));

        var sent = mvc.perform(filled(open).param("section", "3.2.").param("draftPage", "43"))
                .andExpect(status().isFound())
                .andReturn();
        var tracking =
                Objects.requireNonNull(sent.getResponse().getRedirectedUrl()).replace("/nosutits", "");
        mvc.perform(filled(open)).andExpect(status().isFound());
        var id = jdbc.sql("select id from proposal where call_id = ? and refers_to = '3.2.'")
                .param(open.id())
                .query(UUID.class)
                .single();
        var receipt = jdbc.sql("select receipt from proposal where id = ?")
                .param(id)
                .query(String.class)
                .single();
        jdbc.sql("update proposal set status = 'SCREENED', registered_at = submitted_at, screened_at = submitted_at"
                        + " where call_id = ?")
                .param(open.id())
                .update();
        var roads = kept(open).get(1);
        send(page(open) + "/" + roads.id() + "/dzest");

        var words = allOf(containsString("3.2. Ceļi un ielas"), containsString("43. lpp."));
        mvc.perform(get(tracking)).andExpect(content().string(words));
        mvc.perform(get("/apspriesanas/" + open.code() + "/priekslikumi/" + receipt))
                .andExpect(content().string(words));
        see("/darbs/priekslikumi/" + id).andExpect(content().string(words));
        see("/darbs/priekslikumi?apspriesana=" + open.id() + "&sadala=3.2.")
                .andExpect(content().string(allOf(words, containsString("1 priekšlikums"))));
        see("/darbs/priekslikumi?apspriesana=" + open.id())
                .andExpect(content().string(containsString("2 priekšlikumi")));
        assertThat(actions(CaseKey.of("proposal", id))).contains("proposal.referred");
    }

    @Test
    void narrowsThePublicListToASection() throws Exception {
        var open = examples.open("Ar sarakstu pa sadaļām", 5);
        var list = "/apspriesanas/" + open.code() + "/priekslikumi";
        about(open, "Tilts pār Jāšu", "3.2. Ceļi un ielas");
        about(open, "Skolas jumts", "3.1. Izglītība");
        mvc.perform(get(list)).andExpect(content().string(not(containsString("name=\"sadala\""))));
        add(open, "3.1.; Izglītība; 12\n3.2.; Ceļi un ielas; 41");

        mvc.perform(get(list).param("sadala", "3.2."))
                .andExpect(content()
                        .string(allOf(
                                containsString("1 priekšlikums"),
                                containsString("Tilts pār Jāšu"),
                                not(containsString("Skolas jumts")),
                                containsString("Dokumenta sadaļa"),
                                containsString("value=\"3.2.\" selected=\"selected\""))));
        mvc.perform(get(list).param("sadala", "3.2.").param("q", "Skolas").param("lang", "en"))
                .andExpect(content()
                        .string(allOf(
                                containsString("There are no such proposals"), containsString("Section of the"))));
        mvc.perform(get(list).param("sadala", "7.")).andExpect(content().string(containsString("2 priekšlikumi")));
    }

    @Test
    void asksWhetherAnotherSectionMakesAnotherProposal() throws Exception {
        var open = examples.open("Divreiz nosūtīts", 5);
        add(open, "1.; Ievads\n2.; Ceļi");
        var key = UUID.randomUUID().toString();
        mvc.perform(filled(open).param("key", key).param("section", "1.")).andExpect(status().isFound());
        mvc.perform(filled(open).param("key", key).param("section", "1.")).andExpect(status().isFound());
        mvc.perform(filled(open).param("key", key).param("section", "2."))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Šo veidlapu jau nosūtījāt")));
        assertThat(jdbc.sql("select refers_to from proposal where call_id = ?")
                        .param(open.id())
                        .query(String.class)
                        .list())
                .containsExactly("1.");
    }

    @Test
    void letsStaffChooseTheSectionOfASheet() throws Exception {
        var open = examples.open("Lapas par sadaļu", 5);
        String entry = "/darbs/apspriesanas/" + open.code() + "/ievade";
        see(entry).andExpect(content().string(not(containsString("Par kuru dokumenta sadaļu"))));
        add(open, "3.1.; Izglītība; 12\n3.2.; Ceļi un ielas; 41");
        see(entry).andExpect(content().string(containsString("3.2. Ceļi un ielas (41. lpp.)")));

        mvc.perform(sheet(open).param("section", "7.").param("draftPage", "-1"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Šādas sadaļas dokumentā vairs nav."),
                                containsString("Ierakstiet lappusi ar cipariem"))));
        mvc.perform(sheet(open).param("section", "3.1.").param("draftPage", "13"))
                .andExpect(status().isFound());
        assertThat(referred(open)).containsExactly("3.1. Izglītība 13");
        var id = jdbc.sql("select id from proposal where call_id = ?")
                .param(open.id())
                .query(UUID.class)
                .single();
        assertThat(actions(CaseKey.of("proposal", id))).contains("proposal.referred");
    }

    @Test
    void takesAndTellsTheSectionByTheInterfaceAndInOpenData() throws Exception {
        var open = examples.open("Sadaļa programmai", 5);
        add(open, "3.1.; Izglītība; 12\n3.2.; Ceļi un ielas; 41");
        submit(open, "9.", 1)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("section"));
        submit(open, "3.2", 0)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("draftPage"));
        submit(open, "3.2", 44).andExpect(status().isAccepted());
        jdbc.sql("update proposal set status = 'SCREENED', registered_at = submitted_at, screened_at = submitted_at"
                        + " where call_id = ?")
                .param(open.id())
                .update();

        mvc.perform(get("/api/v1/consultations/" + open.code() + "/proposals"))
                .andExpect(jsonPath("$.items[0].section").value("3.2."))
                .andExpect(jsonPath("$.items[0].sectionTitle").value("Ceļi un ielas"))
                .andExpect(jsonPath("$.items[0].draftPage").value(44))
                .andExpect(jsonPath("$.items[0].parts").isEmpty());
        mvc.perform(get("/dati/priekslikumi.csv"))
                .andExpect(content().string(containsString(";3.2.;Ceļi un ielas;44;")));
    }

    @Test
    void ordersThePositionBySectionsOfTheDocument() throws Exception {
        var delivered = examples.delivered("Nostāja pa sadaļām");
        add(delivered, "3.1.; Izglītība; 12\n3.2.; Ceļi un ielas; 41");
        var anything = about(delivered, "Par visu", null);
        var roads = about(delivered, "Tilts pār Jāšu", "3.2. Ceļi un ielas");
        var gone = about(delivered, "Svītrotā nodaļa", "9. Bijušais");
        var school = about(delivered, "Skolas jumts", "3.1. Izglītība");
        var bus = about(delivered, "Autobuss uz skolu", "3.1. Izglītība");
        var position = positions.of(delivered.id());
        position.compile(
                "Ievads.",
                "",
                List.of(
                        new Position.Item(anything, "", ""),
                        new Position.Item(roads, "", ""),
                        new Position.Item(gone, "", ""),
                        new Position.Item(school, "", ""),
                        new Position.Item(bus, "Satiksme", "")));
        positions.save(position);

        var order = stringContainsInOrder(
                "3.1. Izglītība",
                "Skolas jumts",
                "3.1. Izglītība – Satiksme",
                "Autobuss uz skolu",
                "3.2. Ceļi un ielas",
                "Tilts pār Jāšu",
                "9. Bijušais",
                "Svītrotā nodaļa",
                "Bez norādītas sadaļas",
                "Par visu");
        String page = "/apspriesanas/" + delivered.code() + "/nostaja";
        mvc.perform(get(page)).andExpect(status().isOk()).andExpect(content().string(order));
        try (var pdf = Loader.loadPDF(bytes(page + ".pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf)).is(matching(order));
        }
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes(page + ".docx")));
                var text = new XWPFWordExtractor(document)) {
            assertThat(text.getText()).is(matching(order));
        }
    }

    private UUID about(Consultation consultation, String title, @Nullable String section) {
        var id = examples.proposal(consultation, "FORWARDED", title, null);
        if (section != null) {
            jdbc.sql("update proposal set refers_to = ?, refers_to_title = ? where id = ?")
                    .params(section.substring(0, section.indexOf(' ')), section.substring(section.indexOf(' ') + 1), id)
                    .update();
        }
        return id;
    }

    private byte[] bytes(String path) throws Exception {
        return mvc.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private List<String> referred(Consultation consultation) {
        return jdbc.sql("select refers_to || ' ' || refers_to_title || ' ' || refers_page from proposal"
                        + " where call_id = ? and refers_to is not null")
                .param(consultation.id())
                .query(String.class)
                .list();
    }

    private ResultActions submit(Consultation open, String section, int number) throws Exception {
        return mvc.perform(post("/api/v1/consultations/" + open.code() + "/proposals")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .content("""
                        {"title": "Tilts", "text": "Tilts brūk.", "topic": "ROADS", "municipality": "PREILI",
                         "consents": {"processing": true}, "submitter": {"email": "tilts@epasts.example"},
                         "section": "%s", "draftPage": %d}""".formatted(section, number)));
    }

    private MockMultipartHttpServletRequestBuilder sheet(Consultation open) {
        var request = multipart("/darbs/apspriesanas/" + open.code() + "/ievade");
        request.param("channel", "PAPER")
                .param("receivedOn", LocalDate.now(Riga.ZONE).toString())
                .param("text", "Skolai vajag jaunu jumtu.")
                .param("place", open.hosts().get(0))
                .param("submitter.name", "Anna Ozoliņa")
                .with(csrf())
                .with(ConsultationExamples.as(elina));
        return request;
    }

    private MockMultipartHttpServletRequestBuilder filled(Consultation open) {
        var request = multipart(form(open));
        request.param("title", "Laternas pie pieturas")
                .param("text", "Vakaros skolēni iet pa tumsu.")
                .param("topic", "OTHER")
                .param("place", open.hosts().get(0))
                .param("submitter.name", "Anna Ozoliņa")
                .param("submitter.email", "anna@epasts.example")
                .param("consents.processing", "true")
                .with(csrf());
        return request;
    }

    private ResultActions add(Consultation open, String lines) throws Exception {
        return mvc.perform(
                post(page(open) + "/jaunas").param("lines", lines).with(csrf()).with(ConsultationExamples.as(elina)));
    }

    private ResultActions change(Consultation open, DraftSection section, String code, String title, String number)
            throws Exception {
        return mvc.perform(post(page(open) + "/" + section.id())
                .param("code", code)
                .param("title", title)
                .param("number", number)
                .with(csrf())
                .with(ConsultationExamples.as(elina)));
    }

    private List<DraftSection> kept(Consultation open) {
        return sections.findByConsultationIdOrderByPositionAscIdAsc(open.id());
    }

    private static String page(Consultation consultation) {
        return "/darbs/apspriesanas/" + consultation.code() + "/sadalas";
    }

    private static String form(Consultation consultation) {
        return "/apspriesanas/" + consultation.code() + "/priekslikums";
    }

    private ResultActions see(String path) throws Exception {
        return mvc.perform(get(path).with(ConsultationExamples.as(elina))).andExpect(status().isOk());
    }

    private ResultActions send(String path) throws Exception {
        return mvc.perform(post(path).with(csrf()).with(ConsultationExamples.as(elina)));
    }

    private List<String> actions(CaseKey key) {
        return transaction.execute(status -> trail.of(key, Pageable.unpaged()).stream()
                .map(TrailEntry::action)
                .toList());
    }
}
