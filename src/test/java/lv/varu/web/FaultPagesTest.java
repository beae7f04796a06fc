package lv.varu.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import lv.varu.VaruTest;
import lv.varu.account.LinkGone;
import lv.varu.account.NotAllowed;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

@VaruTest
class FaultPagesTest {
    @Autowired
    MockMvc mockMvc;

    @Autowired
    FaultAdvice advice;

    @Autowired
    ThymeleafViewResolver templates;

    private MockMvc trouble;

    @BeforeEach
    void set() {
        trouble = MockMvcBuilders.standaloneSetup(new TroubleMaker())
                .setControllerAdvice(advice)
                .addFilters(new CorrelationFilter())
                .setLocaleResolver(new Languages())
                .setViewResolvers((view, locale) -> templates.resolveViewName(view, locale))
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "not-allowed, 403, web/error",
        "link-gone, 410, web/link-gone",
        "lost-update, 409, web/error",
        "lost-step, 409, web/error",
        "gone-on, 409, web/error",
        "too-large, 413, web/error",
        "feature, 404, web/error",
        "anything, 500, web/error"
    })
    void hasAPageForEveryKindOfError(String kind, int status, String view) throws Exception {
        trouble.perform(get("/apspriesanas/trouble/" + kind))
                .andExpect(status().is(status))
                .andExpect(view().name(view))
                .andExpect(content().string(not(containsString(TroubleMaker.SECRET))));
    }

    @Test
    void showsOnlyANumberForAnUnexpectedError() throws Exception {
        trouble.perform(get("/apspriesanas/trouble/anything").header("X-Request-Id", "abcd-1234"))
                .andExpect(header().string("X-Request-Id", "abcd-1234"))
                .andExpect(content().string(containsString("abcd-1234")));
    }

    @Test
    void tellsProgramsInAProblemDetail() throws Exception {
        trouble.perform(get("/api/v1/trouble/anything"))
                .andExpect(status().is(500))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.reference").isNotEmpty())
                .andExpect(content().string(not(containsString(TroubleMaker.SECRET))));
    }

    @Test
    void findsNothingUnderAMalformedId() throws Exception {
        trouble.perform(get("/apspriesanas/number/x")).andExpect(status().isNotFound());
    }

    @Test
    void saysWhatHappenedAndWhatToDo() throws Exception {
        trouble.perform(get("/apspriesanas/trouble/feature"))
                .andExpect(content().string(containsString("<h1>Tādas lapas nav</h1>")))
                .andExpect(content().string(containsString("<title>Tādas lapas nav – Varu</title>")));
    }

    @Test
    void speaksTheLanguageOfTheReader() throws Exception {
        trouble.perform(get("/apspriesanas/trouble/feature").cookie(new Cookie("lang", "en")))
                .andExpect(content().string(containsString("lang=\"en\"")));
        trouble.perform(get("/apspriesanas/trouble/feature").param("lang", "de"))
                .andExpect(content().string(containsString("lang=\"lv\"")));
    }

    @Test
    void explainsWhatAFilterRefused() throws Exception {
        mockMvc.perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 429))
                .andExpect(status().isTooManyRequests())
                .andExpect(view().name("web/error"));
        mockMvc.perform(get("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 429)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/consultations"))
                .andExpect(status().isTooManyRequests())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void makesAnIdOfItsOwnWhenTheGivenOneCouldForgeALogLine() throws Exception {
        mockMvc.perform(get("/pieklustamiba").header("X-Request-Id", "a b\tc"))
                .andExpect(header().string("X-Request-Id", Matchers.matchesPattern("[0-9a-f]{16}")));
    }

    /** Fails in every way that the error pages know. */
    @Controller
    static class TroubleMaker {
        static final String SECRET = "select password from account";

        @GetMapping({"/apspriesanas/trouble/{kind}", "/api/v1/trouble/{kind}"})
        String fail(@PathVariable String kind) {
            throw switch (kind) {
                case "not-allowed" -> new NotAllowed();
                case "link-gone" -> new LinkGone(LinkGone.Reason.EXPIRED);
                case "lost-update" -> new OptimisticLockingFailureException(SECRET);
                case "lost-step" -> new OptimisticLockingException(SECRET);
                case "gone-on" -> new MismatchingMessageCorrelationException(SECRET);
                case "too-large" -> new MaxUploadSizeExceededException(1);
                case "feature" -> new UnknownThing();
                default -> new IllegalStateException(SECRET);
            };
        }

        @GetMapping("/apspriesanas/number/{number}")
        String number(@PathVariable int number) {
            throw new IllegalStateException(String.valueOf(number));
        }

        @ResponseStatus(HttpStatus.NOT_FOUND)
        static class UnknownThing extends RuntimeException {}
    }
}
