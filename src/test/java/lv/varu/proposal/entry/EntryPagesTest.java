package lv.varu.proposal.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.AccountDesk;
import lv.varu.account.AccountExamples;
import lv.varu.account.Role;
import lv.varu.calendar.Riga;
import lv.varu.proposal.Call;
import lv.varu.proposal.ProposalExamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@VaruTest
class EntryPagesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    ProposalExamples examples;

    @Autowired
    AccountDesk accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private RequestPostProcessor staff = request -> request;

    @BeforeEach
    void signIn() {
        staff = AccountExamples.signedIn(AccountExamples.opened(accounts, Role.STAFF, "PREILI"));
    }

    @Test
    void registersASheetAndKeepsChannelAndDayForTheNext() throws Exception {
        Call call = examples.open();
        String today = Riga.today(clock).toString();

        mvc.perform(latvian(sheet(call, "Lūdzam pāreju pie skolas. Bērni iet pa ielu.", "MEETING", today)
                        .file(new MockMultipartFile("files", "lapa.txt", "text/plain", "skenēts".getBytes()))))
                .andExpect(flash().attribute("flash", containsString("ir reģistrēts. Varat rakstīt nākamo.")))
                .andExpect(redirectedUrl(address(call) + "?ka=MEETING&sanemts=" + today));

        assertThat(jdbc.sql("select title, channel, number from proposal where call_id = ?")
                        .param(call.id())
                        .query()
                        .singleRow())
                .containsEntry("title", "Lūdzam pāreju pie skolas")
                .containsEntry("channel", "MEETING");
        UUID id = jdbc.sql("select id from proposal where call_id = ?")
                .param(call.id())
                .query(UUID.class)
                .single();
        mvc.perform(latvian(get("/darbs/priekslikumi/" + id)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<dt>Ievadīja</dt>")));
        mvc.perform(latvian(get(address(call)).param("ka", "MEETING").param("sanemts", today)))
                .andExpect(content().string(containsString("Šodien no Jums: 1 priekšlikums")))
                .andExpect(content().string(containsString("autofocus")))
                .andExpect(content().string(containsString("capture=\"environment\"")))
                .andExpect(content().string(containsString("<option value=\"MEETING\" selected")));
    }

    @Test
    void takesASheetAboutAnything() throws Exception {
        Call call = examples.open();
        jdbc.sql("update consultation set topics = '{BUILDINGS}' where id = ?")
                .param(call.id())
                .update();
        mvc.perform(latvian(
                sheet(call, "Lūdzam pāreju.", "MEETING", Riga.today(clock).toString())
                        .param("topic", "ROADS")));
        assertThat(jdbc.sql("select topic from proposal where call_id = ?")
                        .param(call.id())
                        .query(String.class)
                        .list())
                .containsExactly("ROADS");
    }

    @Test
    void keepsEverythingTypedWhenSomethingIsMissing() throws Exception {
        Call call = examples.open();
        mvc.perform(latvian(sheet(call, "", "PAPER", "").param("submitter.address", "Skolas iela 1")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Aprakstiet priekšlikumu.")))
                .andExpect(content().string(containsString("Ierakstiet, kurā dienā priekšlikums saņemts.")))
                .andExpect(content().string(containsString("Ierakstiet iesniedzēja vārdu vai organizāciju.")))
                .andExpect(content().string(containsString("value=\"Skolas iela 1\"")));
    }

    @Test
    void takesTheLastOneBackAfterAQuestion() throws Exception {
        Call call = examples.open();
        mvc.perform(latvian(
                sheet(call, "Lūdzam soliņus parkā.", "BOX", Riga.today(clock).toString())));
        UUID id = jdbc.sql("select id from proposal where call_id = ?")
                .param(call.id())
                .query(UUID.class)
                .single();
        String undo = address(call) + "/" + id + "/atsaukt";

        mvc.perform(latvian(get(address(call)))).andExpect(content().string(containsString(undo)));
        mvc.perform(latvian(get(undo))).andExpect(content().string(containsString("Vai atsaukt priekšlikumu Nr.")));
        mvc.perform(latvian(post(undo).with(csrf())))
                .andExpect(flash().attribute("flash", startsWith("Priekšlikums Nr.")));

        mvc.perform(latvian(get(address(call))))
                .andExpect(content().string(containsString("Te parādīsies Jūsu ievadītie priekšlikumi.")));
    }

    @Test
    void isForThoseWhoWorkForAnOwner() throws Exception {
        Call call = examples.open();
        staff = AccountExamples.signedIn(AccountExamples.staff("KAIMINI"));
        mvc.perform(latvian(get(address(call)))).andExpect(status().isForbidden());
        mvc.perform(latvian(sheet(call, "Lūdzam.", "BOX", Riga.today(clock).toString())))
                .andExpect(status().isForbidden());
    }

    private static MockMultipartHttpServletRequestBuilder sheet(
            Call call, String text, String channel, String received) {
        var request = multipart(address(call));
        request.param("text", text)
                .param("channel", channel)
                .param("receivedOn", received)
                .param("place", "LIVANI")
                .param("key", UUID.randomUUID().toString())
                .with(csrf());
        return request;
    }

    private <T extends MockHttpServletRequestBuilder> T latvian(T request) {
        request.locale(Locale.forLanguageTag("lv")).with(staff);
        return request;
    }

    private static String address(Call call) {
        return "/darbs/apspriesanas/" + call.code() + "/ievade";
    }
}
