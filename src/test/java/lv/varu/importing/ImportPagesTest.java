package lv.varu.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.account.AccountDesk;
import lv.varu.account.AccountExamples;
import lv.varu.account.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@VaruTest
class ImportPagesTest {
    private static final String PAGE = "/darbs/imports/vardi/KAIMINI";

    @Autowired
    MockMvc mvc;

    @Autowired
    ImportWork work;

    @Autowired
    AccountDesk accounts;

    private RequestPostProcessor staff = request -> request;

    @BeforeEach
    void signIn() {
        staff = AccountExamples.signedIn(AccountExamples.opened(accounts, Role.STAFF, "KAIMINI"));
    }

    @Test
    void readsManyRowsAndRunsWithAsManyStatementsAsFew() throws Exception {
        String few = checked("Vārds;Dzimis\nAnna;\nJānis;rīt\n");
        long pageOfFew = Statements.of(() -> mvc.perform(latvian(get(PAGE))));
        String many = checked("Vārds;Dzimis\n" + "Anna;\n".repeat(9) + "Jānis;rīt\n".repeat(9));

        assertThat(Statements.of(() -> mvc.perform(latvian(get(many)))))
                .isEqualTo(Statements.of(() -> mvc.perform(latvian(get(few)))));
        checked("Vārds;Dzimis\nZane;\n");
        assertThat(Statements.of(() -> mvc.perform(latvian(get(PAGE))))).isEqualTo(pageOfFew);
    }

    private String checked(String content) throws Exception {
        String run =
                Objects.requireNonNull(upload(content).andReturn().getResponse().getRedirectedUrl());
        workAll();
        mvc.perform(latvian(get(run))).andExpect(status().isOk());
        return run;
    }

    @Test
    void saysWhatTheTableMustLookLikeAndGivesATemplate() throws Exception {
        mvc.perform(latvian(get(PAGE)))
                .andExpect(content().string(containsString("Importēt vārdus")))
                .andExpect(content().string(containsString("obligāta")))
                .andExpect(content().string(containsString("09.03.2001.")));
        mvc.perform(latvian(get(PAGE + "/paraugs.csv")))
                .andExpect(content().string("\uFEFFVārds;Dzimis\r\nJānis;09.03.2001.\r\n"));
        byte[] workbook = mvc.perform(latvian(get(PAGE + "/paraugs.xlsx")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(workbook).startsWith('P', 'K');
    }

    @Test
    void goesFromTheUploadOverThePreviewToTheResult() throws Exception {
        String run = upload("Vārds;Dzimis\nAnna;\nJānis;rīt\n")
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        Objects.requireNonNull(run);
        mvc.perform(latvian(get(run)))
                .andExpect(content().string(containsString("Pārbaudām failu")))
                .andExpect(content().string(containsString("data-follow=\"" + run + "/gaita\"")))
                .andExpect(content().string(containsString("Atjaunot")));
        workAll();
        mvc.perform(latvian(get(run)))
                .andExpect(content().string(containsString("Importēt 1 rindu")))
                .andExpect(content().string(containsString("<td>Anna</td>")))
                .andExpect(content().string(containsString("1 rinda ar kļūdām")))
                .andExpect(content().string(containsString("Datums “rīt” nav saprotams.")));
        mvc.perform(latvian(get(run + "/kludas.csv")))
                .andExpect(content()
                        .string("\uFEFFVārds;Dzimis;Rinda;Kas jāizlabo\r\n"
                                + "Jānis;rīt;3;Datums “rīt” nav saprotams.\r\n"));

        mvc.perform(latvian(post(run + "/sakt").with(csrf())))
                .andExpect(flash().attribute("flash", "Imports ir sākts."));
        mvc.perform(latvian(post(run + "/sakt").with(csrf())))
                .andExpect(flash().attribute("flash", containsString("tikmēr ir mainījies")));
        mvc.perform(latvian(get(run + "/gaita")))
                .andExpect(content().string(containsString("data-state=\"RUNNING\"")))
                .andExpect(content().string(not(containsString("<html"))));
        workAll();
        mvc.perform(latvian(get(run)))
                .andExpect(content().string(containsString("Imports ir pabeigts.")))
                .andExpect(content().string(containsString("vārds pieņemts")));

        mvc.perform(latvian(get(run + "/atsaukt")))
                .andExpect(content().string(containsString("Visi vārdi tiks dzēsti.")));
        mvc.perform(latvian(post(run + "/atsaukt").with(csrf()))).andExpect(redirectedUrl(run));
        workAll();
        mvc.perform(latvian(get(run))).andExpect(content().string(containsString("Imports ir atsaukts.")));
        mvc.perform(latvian(get(PAGE))).andExpect(content().string(containsString("vardi.csv")));
    }

    @Test
    void saysBesideTheFieldWhatIsWrongWithTheFile() throws Exception {
        mvc.perform(latvian(multipart(PAGE).with(csrf())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Izvēlieties failu.")));
        mvc.perform(latvian(multipart(PAGE)
                        .file(new MockMultipartFile("file", "vardi.exe", null, new byte[] {1, 2}))
                        .with(csrf())))
                .andExpect(content().string(containsString("Šī nav tabula, ko varam nolasīt.")));
    }

    @Test
    void letsNobodyElseSeeTheFile() throws Exception {
        String run = Objects.requireNonNull(
                upload("Vārds\nAnna\n").andReturn().getResponse().getRedirectedUrl());
        workAll();
        staff = AccountExamples.signedIn(AccountExamples.opened(accounts, Role.MANAGER, "PREILI"));

        for (String part : new String[] {"", "/gaita", "/kludas.csv", "/atsaukt"}) {
            mvc.perform(latvian(get(run + part))).andExpect(status().isForbidden());
        }
        for (String part : new String[] {"/sakt", "/apturet", "/atcelt", "/atsaukt"}) {
            mvc.perform(latvian(post(run + part).with(csrf()))).andExpect(status().isForbidden());
        }
        mvc.perform(latvian(get(PAGE))).andExpect(status().isForbidden());
        upload("Vārds\nAnna\n").andExpect(status().isForbidden());
    }

    @Test
    void cancelsWhatHasNotBegun() throws Exception {
        String run = Objects.requireNonNull(
                upload("Vārds\nAnna\n").andReturn().getResponse().getRedirectedUrl());
        workAll();

        mvc.perform(latvian(post(run + "/atcelt").with(csrf())))
                .andExpect(flash().attribute("flash", "Imports ir atcelts, nekas nav saglabāts."));
        mvc.perform(latvian(get(run))).andExpect(content().string(containsString("nekas nav importēts")));
    }

    private ResultActions upload(String content) throws Exception {
        return mvc.perform(latvian(multipart(PAGE)
                .file(new MockMultipartFile("file", "vardi.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)))
                .with(csrf())));
    }

    private void workAll() {
        boolean more = true;
        while (more) {
            more = work.next();
        }
    }

    private <T extends MockHttpServletRequestBuilder> T latvian(T request) {
        request.locale(Locale.forLanguageTag("lv")).with(staff);
        return request;
    }
}
