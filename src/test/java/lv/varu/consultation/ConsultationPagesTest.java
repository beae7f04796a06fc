package lv.varu.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.calendar.Riga;
import lv.varu.consultation.publication.Channel;
import lv.varu.consultation.registration.Registration;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@VaruTest
class ConsultationPagesTest {
    private static final String NEW = "/darbs/apspriesanas/jauna";

    @Autowired
    MockMvc mvc;

    @Autowired
    ConsultationExamples examples;

    @Autowired
    PublicExamples stages;

    @Autowired
    ConsultationWalk walk;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Consultations consultations;

    @Autowired
    TaskDesk tasks;

    @Autowired
    Clock clock;

    Person elina;
    Person vadis;

    @BeforeEach
    void people() {
        elina = examples.staff();
        vadis = examples.manager();
    }

    @Test
    void showsEveryDateTaskAndLetterThatFollowsFromARegistration() throws Exception {
        var code = ConsultationExamples.code();
        mvc.perform(form(code, day(10), day(45)).with(ConsultationExamples.as(elina)))
                .andExpect(redirectedUrl("/darbs/apspriesanas/" + code));

        open(elina, "/darbs/apspriesanas/" + code)
                .andExpect(content()
                        .string(allOf(
                                containsString("Kas notiks tālāk"),
                                containsString("Vadītājs apstiprina paziņojumu"),
                                containsString("Pašvaldību atbilžu pēdējā diena"),
                                containsString("darbdien"),
                                containsString("Sagatavot paziņojumu"),
                                not(containsString("prasa vismaz")))));
    }

    @Test
    void warnsOfAWindowThatIsShorterThanTheRule() throws Exception {
        var code = ConsultationExamples.code();
        mvc.perform(form(code, day(10), day(20)).with(ConsultationExamples.as(elina)));

        open(elina, "/darbs/apspriesanas/" + code)
                .andExpect(content()
                        .string(allOf(
                                containsString("Apspriešana ilgst 11 dienas, bet noteikums prasa vismaz 4 nedēļas"),
                                containsString("Nr. 628"))));
    }

    @Test
    void proposesACodeWhenNoneIsTyped() throws Exception {
        var opens = day(400);
        mvc.perform(form("", opens, opens.plusDays(30)).with(ConsultationExamples.as(elina)));

        assertThat(consultations.existsByCode(opens.getYear() + "-PREILI-AP")).isTrue();
    }

    @Test
    void keepsEverythingTypedWhenARowIsAdded() throws Exception {
        mvc.perform(form("", day(10), day(45))
                        .param("meetings[0].place", "Aglonas pagasta pārvalde")
                        .param("rinda", "meetings")
                        .with(ConsultationExamples.as(elina)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Aglonas pagasta pārvalde"),
                                containsString("meetings[1].place"),
                                containsString(day(45).toString()),
                                not(containsString("error-summary")))));
    }

    @Test
    void saysBesideEachFieldHowToMendIt() throws Exception {
        mvc.perform(post(NEW)
                        .param("title", "Jauns plāns")
                        .param("opensOn", "2026-12-01")
                        .param("closesOn", "2026-11-01")
                        .param("links[0].url", "javascript:alert(1)")
                        .param("contact.email", "nav adrese")
                        .with(csrf())
                        .with(ConsultationExamples.as(elina)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Jauns plāns"),
                                containsString("Izvēlieties dokumenta veidu."),
                                containsString("Pēdējā diena nevar būt pirms pirmās."),
                                containsString("Ierakstiet visu adresi, kas sākas ar https://."),
                                containsString("Ierakstiet saites nosaukumu."),
                                containsString("Ierakstiet e-pasta adresi"),
                                containsString("Izvēlieties vismaz vienu pašvaldību"))));
    }

    @Test
    void correctsWhatWasRegisteredAndItsTasks() throws Exception {
        var consultation = desk(examples.coming());
        open(elina, page(consultation) + "/labot")
                .andExpect(content().string(containsString("Kas Jūsu pagastā jāsakārto vispirms?")));

        mvc.perform(post(page(consultation) + "/labot")
                        .param("documentType", "ACTION_PLAN")
                        .param("title", "Labots nosaukums")
                        .param("code", consultation.code())
                        .param("hosts", "PREILI", "LIVANI")
                        .param("owners", "PREILI")
                        .param("opensOn", day(20).toString())
                        .param("closesOn", day(60).toString())
                        .with(csrf())
                        .with(ConsultationExamples.as(elina)))
                .andExpect(redirectedUrl(page(consultation)));

        assertThat(consultations.get(consultation.id()).hosts()).containsExactly("PREILI", "LIVANI");
        assertThat(tasks.open(ConsultationDesk.key(consultation.id())))
                .extracting(OpenTask::caseTitle)
                .containsExactly("Labots nosaukums");
    }

    @Test
    void correctsWhatIsWrittenOfAnAnnouncedConsultationAndNothingElse() throws Exception {
        var announced = stages.open("Vecais nosaukums", 9);
        open(elina, page(announced) + "/labot")
                .andExpect(content()
                        .string(allOf(
                                containsString("Apspriešana ir izziņota."), not(containsString("name=\"closesOn\"")))));
        mvc.perform(post(page(announced) + "/labot").with(csrf()).with(ConsultationExamples.as(elina)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Uzrakstiet kopsavilkumu."),
                                not(containsString("Izvēlieties dokumenta veidu.")))));

        mvc.perform(post(page(announced) + "/labot")
                        .param("title", "Jaunais nosaukums")
                        .param("summary", "Īsi un skaidri.")
                        .param("contact.name", "Zane Jaunā")
                        .param("contact.email", "jauna@preili.example")
                        .param("closesOn", day(1).toString())
                        .param("hosts", "LIVANI")
                        .with(csrf())
                        .with(ConsultationExamples.as(elina)))
                .andExpect(redirectedUrl(page(announced)));

        var corrected = consultations.get(announced.id());
        assertThat(corrected.closesOn()).isEqualTo(announced.closesOn());
        assertThat(corrected.hosts()).isEqualTo(announced.hosts());
        assertThat(corrected.details().meetings()).isEqualTo(announced.details().meetings());
        assertThat(corrected.details().draftVersions())
                .isEqualTo(announced.details().draftVersions());
        mvc.perform(get("/apspriesanas/" + announced.code()))
                .andExpect(content()
                        .string(allOf(
                                containsString("Jaunais nosaukums"),
                                containsString("Īsi un skaidri."),
                                containsString("Zane Jaunā"),
                                containsString("Paziņojums labots"))));
        open(elina, "/darbs/pieraksti/consultation/" + announced.id())
                .andExpect(content().string(containsString("Izziņotā apspriešana labota")));
    }

    @Test
    void putsADocumentToConsultationOnceMore() throws Exception {
        var first = stages.open("Pirmā kārta", 9);
        open(elina, page(first)).andExpect(content().string(containsString("jauna?pec=" + first.code())));
        open(elina, NEW + "?pec=" + first.code())
                .andExpect(content()
                        .string(allOf(
                                containsString("Tā būs 2. kārta pēc apspriešanas „Pirmā kārta”."),
                                containsString("value=\"Zane Liepa\""))));
        mvc.perform(get(NEW).param("pec", first.code()).with(ConsultationExamples.as(examples.stranger())))
                .andExpect(status().isForbidden());
        var code = ConsultationExamples.code();
        mvc.perform(form(code, day(10), day(20)).param("pec", first.code()).with(ConsultationExamples.as(elina)))
                .andExpect(redirectedUrl("/darbs/apspriesanas/" + code));

        var second = consultations.get(code);
        assertThat(second.round()).isEqualTo(2);
        assertThat(second.followsId()).isEqualTo(first.id());
        open(elina, page(first)).andExpect(content().string(containsString("Nākamā kārta")));
        open(elina, page(second)).andExpect(content().string(containsString("2. kārta pēc apspriešanas")));
        mvc.perform(get("/apspriesanas/" + first.code()))
                .andExpect(content().string(not(containsString("Nākamā kārta"))));
    }

    @Test
    void saysWhenTheRulesWantMeetingsAndSummaries() throws Exception {
        var consultation = desk(examples.coming());

        open(elina, page(consultation))
                .andExpect(content()
                        .string(allOf(
                                containsString("agrākā sanāksmes diena ir"),
                                containsString("Sanāksmes kopsavilkums jāpublicē"),
                                containsString("Pašvaldībai jāpublicē kopsavilkums un kas piedalījās"),
                                containsString("Nr. 639"))));
    }

    @Test
    void refusesACodeThatAnotherConsultationHas() throws Exception {
        var code = desk(examples.coming()).code();

        mvc.perform(form(code, day(10), day(45)).with(ConsultationExamples.as(elina)))
                .andExpect(content().string(containsString("Šāds kods jau ir citai apspriešanai.")));
    }

    @Test
    void showsACaseToItsPartnershipAlone() throws Exception {
        var consultation = desk(examples.coming());

        mvc.perform(get(page(consultation)).with(ConsultationExamples.as(examples.stranger())))
                .andExpect(status().isForbidden());
        mvc.perform(get(page(consultation) + "/labot").with(ConsultationExamples.as(examples.stranger())))
                .andExpect(status().isForbidden());
        open(examples.stranger(), "/darbs/apspriesanas?q=" + consultation.code())
                .andExpect(content().string(containsString("Nekas neatbilst")));
    }

    @Test
    void findsConsultationsByWhatIsTyped() throws Exception {
        var consultation = desk(examples.coming());

        open(elina, "/darbs/apspriesanas?q=" + consultation.code().toLowerCase(Locale.ROOT))
                .andExpect(content().string(containsString(page(consultation))));
        open(elina, "/darbs/apspriesanas?q=" + consultation.code() + "&statuss=OPEN")
                .andExpect(content().string(containsString("Nekas neatbilst")));
        open(elina, "/darbs/apspriesanas?q=%25_").andExpect(content().string(containsString("Nekas neatbilst")));
    }

    @Test
    void letsFilesBeAddedAndRemoved() throws Exception {
        var consultation = desk(examples.coming());
        var file =
                new MockMultipartFile("files", "piezīmes.txt", "text/plain", "Saturs".getBytes(StandardCharsets.UTF_8));

        mvc.perform(multipart(page(consultation) + "/faili")
                        .file(file)
                        .with(csrf())
                        .with(ConsultationExamples.as(elina)))
                .andExpect(status().is3xxRedirection());

        open(elina, page(consultation)).andExpect(status().isOk());
    }

    @Test
    void showsEveryTaskWithWhatIsNeededToDecide() throws Exception {
        examples.organisation();
        var id = desk.register(examples.coming(), elina);
        openTasks(id).andExpect(content().string(containsString("Kopsavilkums vienkāršiem vārdiem")));
        walk.open(id, elina, vadis, Channel.WEBSITE);
        openTasks(id).andExpect(content().string(containsString("Publicēt paziņojumu")));
        walk.close(id);
        openTasks(id).andExpect(content().string(containsString("Partnerības viedoklis")));
        walk.deliver(id, ConsultationWalk.position(), elina, vadis);
        openTasks(id).andExpect(content().string(containsString("Esmu izlasījis visas atbildes")));
        walk.publishInChannel(id, elina);
        walk.fire(id, "beforeReport");
        walk.publishAnswers(id, elina);
        openTasks(id).andExpect(content().string(containsString("Kā apspriešana noritēja")));
    }

    @Test
    void givesThePositionToEverybodyOnceItIsDelivered() throws Exception {
        var closed = stages.closed("Slēgta, bet nenodota");
        mvc.perform(get("/apspriesanas/" + closed.code() + "/nostaja")).andExpect(status().isNotFound());

        var delivered = stages.delivered("Nodota nostāja");
        mvc.perform(get("/apspriesanas/" + delivered.code() + "/nostaja"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ievads nostājai.")));
        var pdf = mvc.perform(get("/apspriesanas/" + delivered.code() + "/nostaja.pdf"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    }

    @Test
    void showsTheWholeLifeOnOnePage() throws Exception {
        List<Function<String, Consultation>> life = List.of(
                stages::preparing,
                stages::coming,
                title -> stages.open(title, 9),
                stages::closed,
                stages::delivered,
                stages::answered,
                stages::reported);
        for (var stage : life) {
            var consultation = stage.apply("Visa dzīve");
            open(elina, page(consultation)).andExpect(content().string(containsString("Kur tā ir tagad")));
            open(elina, page(consultation) + "/parskats").andExpect(status().isOk());
        }
    }

    private ResultActions openTasks(UUID id) throws Exception {
        open(elina, page(consultations.get(id)));
        var open = tasks.open(ConsultationDesk.key(id));
        assertThat(open).isNotEmpty();
        // The channels first: what is to be read stands on the page of the other task.
        var inOrder = open.stream()
                .sorted(Comparator.comparing((OpenTask task) -> !task.taskKey().equals("publishInChannel")))
                .toList();
        for (OpenTask task : inOrder) {
            open(vadis, "/darbs/uzdevumi/" + task.id());
        }
        return open(vadis, "/darbs/uzdevumi/" + inOrder.get(inOrder.size() - 1).id());
    }

    private Consultation desk(Registration registration) {
        return consultations.get(desk.register(registration, elina));
    }

    private static String page(Consultation consultation) {
        return "/darbs/apspriesanas/" + consultation.code();
    }

    private LocalDate day(int fromToday) {
        return Riga.today(clock).plusDays(fromToday);
    }

    private static MockHttpServletRequestBuilder form(String code, LocalDate opens, LocalDate closes) {
        return post(NEW)
                .param("documentType", "DEVELOPMENT_PROGRAMME")
                .param("title", "Preiļu novada attīstības programma")
                .param("code", code)
                .param("hosts", "PREILI")
                .param("owners", "PREILI")
                .param("opensOn", opens.toString())
                .param("closesOn", closes.toString())
                .with(csrf());
    }

    private ResultActions open(Person person, String path) throws Exception {
        return mvc.perform(get(URI.create(path)).with(ConsultationExamples.as(person)))
                .andExpect(status().isOk());
    }
}
