package lv.varu.consultation.turn;

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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.consultation.ConsultationBook;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.ConsultationExamples;
import lv.varu.consultation.ConsultationProcess.UserTask;
import lv.varu.consultation.ConsultationWalk;
import lv.varu.consultation.Consultations;
import lv.varu.consultation.PublicExamples;
import lv.varu.consultation.position.Deliveries;
import lv.varu.consultation.publication.Channel;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The pages on which a consultation takes another turn. */
@VaruTest
class TurnPagesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    ConsultationExamples examples;

    @Autowired
    PublicExamples stages;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Consultations consultations;

    @Autowired
    Deliveries deliveries;

    @Autowired
    ConsultationWalk walk;

    @Autowired
    ConsultationBook book;

    Person elina;
    Person vadis;

    @BeforeEach
    void people() {
        elina = examples.staff();
        vadis = examples.manager();
    }

    @Test
    void showsTheNewEndAndTheOldOneToEverybody() throws Exception {
        var running = stages.running("Lāču parks", 12);
        var page = "/darbs/apspriesanas/" + running.code();
        read(page + "/pagarinat", elina).andExpect(content().string(containsString("Katra adrese – vienu vēstuli.")));
        send(page + "/pagarinat", elina, Map.of("closesOn", running.closesOn().toString(), "reason", ""))
                .andExpect(content().string(containsString("Jaunajai pēdējai dienai jābūt vēlākai par līdzšinējo.")))
                .andExpect(content().string(containsString("Uzrakstiet iemeslu.")));

        send(
                        page + "/pagarinat",
                        elina,
                        Map.of("closesOn", running.closesOn().plusDays(9).toString(), "reason", "Vēl viena sanāksme."))
                .andExpect(redirectedUrl(page));

        mvc.perform(get("/apspriesanas/" + running.code()))
                .andExpect(content().string(containsString("Termiņš pagarināts")))
                .andExpect(content().string(containsString("Sākotnēji izziņotā pēdējā diena")))
                .andExpect(content().string(containsString("Vēl viena sanāksme.")));
        read(page, elina).andExpect(content().string(containsString("Termiņš pārcelts no")));
    }

    @Test
    void keepsEveryVersionReadable() throws Exception {
        var running = stages.running("Bebru dambis", 12);
        var page = "/darbs/apspriesanas/" + running.code();
        read(page + "/redakcija", elina).andExpect(content().string(containsString("2. redakcija")));
        mvc.perform(multipart(page + "/redakcija")
                        .with(ConsultationExamples.as(elina))
                        .with(csrf())
                        .param("label", "2. redakcija")
                        .param("dated", "2021-12-01")
                        .param("url", "")
                        .param("changes", ""))
                .andExpect(content().string(containsString("Pievienojiet failu vai ierakstiet tīmekļa adresi.")))
                .andExpect(content().string(containsString("Uzrakstiet, kas mainīts.")));

        mvc.perform(multipart(page + "/redakcija")
                        .file(new MockMultipartFile("file", "otra.pdf", null, pdf()))
                        .with(ConsultationExamples.as(elina))
                        .with(csrf())
                        .param("label", "2. redakcija")
                        .param("dated", "2021-12-01")
                        .param("url", "")
                        .param("changes", "Labota 4. nodaļa."))
                .andExpect(redirectedUrl(page));

        mvc.perform(get("/apspriesanas/" + running.code()))
                .andExpect(content().string(containsString("Kas mainīts: Labota 4. nodaļa.")))
                .andExpect(content().string(containsString("1. redakcija")));
        mvc.perform(get("/apspriesanas/" + running.code() + "/redakcijas/2")).andExpect(status().isOk());
        mvc.perform(get("/apspriesanas/" + running.code() + "/redakcijas/9")).andExpect(status().isNotFound());
    }

    @Test
    void letsAManagerWithdrawAndTellsWhy() throws Exception {
        var running = stages.running("Ezera taka", 12);
        var page = "/darbs/apspriesanas/" + running.code();
        read(page + "/atsaukt", elina).andExpect(status().isForbidden());
        read(page, elina).andExpect(content().string(not(containsString("/atsaukt"))));
        read(page + "/atsaukt", vadis).andExpect(content().string(containsString("To nevar atcelt.")));

        send(page + "/atsaukt", vadis, Map.of("reason", "Dome atcēla lēmumu.")).andExpect(redirectedUrl(page));

        mvc.perform(get("/apspriesanas/" + running.code()))
                .andExpect(content().string(containsString("Apspriešana atsaukta")))
                .andExpect(content().string(containsString("Dome atcēla lēmumu.")))
                .andExpect(content().string(not(containsString("data-state=\"next\""))));
        mvc.perform(get("/apspriesanas/" + running.code() + "/priekslikums"))
                .andExpect(content().string(not(containsString("name=\"text\""))));
        read(page + "/pagarinat", vadis)
                .andExpect(content().string(containsString("Termiņu var pagarināt tikai izziņotai apspriešanai")));
    }

    @Test
    void letsAHostConfirmThatThePositionHasArrived() throws Exception {
        var host = examples.contact("PREILI");
        var id = delivered();
        var code = consultations.get(id).code();
        var link = examples.link(host, "position");
        mvc.perform(get(link)).andExpect(content().string(containsString("Apstiprinu, ka saņēmu")));
        assertThat(deliveries.get(id, "PREILI").isConfirmed())
                .as("to look confirms nothing")
                .isFalse();

        mvc.perform(post(link).with(csrf())).andExpect(redirectedUrl(link));

        mvc.perform(get(link)).andExpect(content().string(containsString("Saņemšana ir apstiprināta")));
        read("/darbs/apspriesanas/" + code, elina)
                .andExpect(content().string(containsString("ar saiti vēstulē, Ilze Attīstītāja")));
        read("/darbs/statuss/" + code, vadis)
                .andExpect(content().string(containsString("Nostājas ceļš pie adresātiem")));
        mvc.perform(get("/nostaja/nav-tadas")).andExpect(status().isGone());
    }

    @Test
    void asksForAReasonWhereTheWindowIsShorterThanTheRule() throws Exception {
        var id = desk.register(examples.shorter(), elina);
        walk.complete(id, UserTask.prepareNotice, ConsultationWalk.notice(Channel.WEBSITE), elina);
        var task = "/darbs/uzdevumi/" + walk.task(id, UserTask.approveNotice);
        read(task, vadis)
                .andExpect(content().string(containsString("Kāpēc termiņš drīkst būt īsāks")))
                .andExpect(content().string(containsString("noteikumi Nr. 628")));
        send(task, vadis, Map.of("noticeApproved", "true"))
                .andExpect(content().string(containsString("Uzrakstiet, kāpēc termiņš drīkst būt īsāks")));

        send(task, vadis, Map.of("noticeApproved", "true", "shortWindowReason", "Steidzami, lēma dome."));

        read("/darbs/apspriesanas/" + consultations.get(id).code(), elina)
                .andExpect(content().string(containsString("Īsāku termiņu, nekā prasa noteikums, pieņēma")))
                .andExpect(content().string(containsString("Steidzami, lēma dome.")));
    }

    @Test
    void laysThePositionOutAsThePartnershipWants() throws Exception {
        examples.contact("PREILI");
        var id = delivered();
        var code = consultations.get(id).code();
        assertThat(word("/apspriesanas/" + code + "/nostaja.docx"))
                .contains("Preiļu novada attīstības programma 2022.–2029. gadam", "Apkopojām priekšlikumus.")
                .doesNotContain("{{");

        read("/darbs/sagataves", elina).andExpect(status().isForbidden());
        upload("Sveiki, {{nosaukums}} un {{cena}}!")
                .andExpect(content().string(containsString("nepazīstams lauks: {{cena}}")));
        mvc.perform(multipart("/darbs/sagataves/PREILI/nostaja")
                        .file(new MockMultipartFile("file", "s.docx", null, "nav".getBytes(StandardCharsets.UTF_8)))
                        .with(ConsultationExamples.as(vadis))
                        .with(csrf()))
                .andExpect(content().string(containsString("nevar izlasīt kā Word dokumentu")));
        upload("Mūsu nostāja: {{nosaukums}}").andExpect(redirectedUrl("/darbs/sagataves"));
        assertThat(word("/apspriesanas/" + code + "/nostaja.docx"))
                .startsWith("Mūsu nostāja: Preiļu novada attīstības programma");
        read("/darbs/sagataves", vadis).andExpect(content().string(containsString("sagatave.docx")));

        send("/darbs/sagataves/PREILI/nostaja/parasta", vadis, Map.of()).andExpect(redirectedUrl("/darbs/sagataves"));
        assertThat(word("/apspriesanas/" + code + "/nostaja.docx")).contains("Partnerības viedoklis");
    }

    @Test
    void registersADraftActWithADeadlineBeforeTheOfficialOne() throws Exception {
        var code = ConsultationExamples.code();
        var form = Map.ofEntries(
                Map.entry("documentType", "NATIONAL_ACT"),
                Map.entry("title", "Pašvaldību likuma grozījumi"),
                Map.entry("hosts", "LATVIJA"),
                Map.entry("owners", "PREILI"),
                Map.entry("opensOn", "2021-11-12"),
                Map.entry("closesOn", "2021-12-10"),
                Map.entry("officialClosesOn", "2021-12-10"),
                Map.entry("tapUrl", "https://tapportals.example/1"),
                Map.entry("code", code));
        send("/darbs/apspriesanas/jauna", elina, form)
                .andExpect(content().string(containsString("Oficiālajai pēdējai dienai jābūt vēlākai")));
        var later = new HashMap<>(form);
        later.put("officialClosesOn", "2021-12-13");

        send("/darbs/apspriesanas/jauna", elina, later).andExpect(redirectedUrl("/darbs/apspriesanas/" + code));

        var registered = consultations.get(code);
        assertThat(registered.closesOn()).hasToString("2021-12-10");
        assertThat(registered.officialClosesOn()).hasToString("2021-12-13");
        read("/darbs/apspriesanas/" + code, elina)
                .andExpect(content().string(containsString("https://tapportals.example/1")))
                .andExpect(content().string(containsString("bet nostājas sagatavošanai")));
    }

    @Test
    void callsThePartnershipTheHostOfItsOwnDocument() throws Exception {
        var code = ConsultationExamples.code();
        var form = Map.of(
                "documentType", "LOCAL_DEVELOPMENT_STRATEGY",
                "title", "Vietējās attīstības stratēģija",
                "hosts", "PREILI",
                "owners", "PREILI",
                "opensOn", "2021-11-12",
                "closesOn", "2021-12-10",
                "ownHosted", "true",
                "code", code);
        send("/darbs/apspriesanas/jauna", elina, form).andExpect(redirectedUrl("/darbs/apspriesanas/" + code));

        var registered = consultations.get(code);
        assertThat(registered.isOwnHosted()).isTrue();
        assertThat(book.find(registered.id()).orElseThrow().hosts()).containsExactly("PREILI");
        read("/darbs/apspriesanas/" + code, elina)
                .andExpect(content().string(containsString("Preiļu rajona partnerība")))
                .andExpect(content().string(not(containsString("kam nodot nostāju"))));
    }

    private UUID delivered() {
        var id = desk.register(examples.coming(), elina);
        walk.open(id, elina, vadis, Channel.WEBSITE);
        walk.close(id);
        walk.deliver(id, ConsultationWalk.position(), elina, vadis);
        return id;
    }

    private ResultActions upload(String text) throws Exception {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText(text);
            document.write(out);
            return mvc.perform(multipart("/darbs/sagataves/PREILI/nostaja")
                    .file(new MockMultipartFile("file", "sagatave.docx", null, out.toByteArray()))
                    .with(ConsultationExamples.as(vadis))
                    .with(csrf()));
        }
    }

    private String word(String address) throws Exception {
        var content = mvc.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = new XWPFDocument(new ByteArrayInputStream(content));
                var extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        }
    }

    private static byte[] pdf() {
        return "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF".getBytes(StandardCharsets.US_ASCII);
    }

    private ResultActions read(String address, Person by) throws Exception {
        return mvc.perform(get(address).with(ConsultationExamples.as(by)));
    }

    private ResultActions send(String address, Person by, Map<String, String> typed) throws Exception {
        var request = post(address).with(ConsultationExamples.as(by)).with(csrf());
        typed.forEach((name, value) -> List.of(value).forEach(one -> request.param(name, one)));
        return mvc.perform(request);
    }
}
