package lv.varu.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import lv.varu.document.DocumentRefused.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.validation.MapBindingResult;

class FileRefusalsTest {
    @ParameterizedTest
    @CsvSource({"TYPE_NOT_ALLOWED, 200", "HARMFUL, 200", "NO_SPACE, 507", "NOT_SCANNED, 503"})
    void answersWithAFailureOnlyWhereItIsOurs(Reason reason, int status) {
        var response = new MockHttpServletResponse();
        var errors = new MapBindingResult(Map.of(), "form");
        new FileRefusals(response, new StaticMessageSource())
                .tell(new DocumentRefused(reason, "plans.pdf"), "files", errors);
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(errors.getFieldErrors("files")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"lv, Tukšs", "en, Empty"})
    void namesTheFileAndTheReasonInTheLanguageOfTheReader(Locale locale, String reason) {
        var messages = new StaticMessageSource();
        messages.addMessage("document.refused", locale, "{0}: {1}");
        messages.addMessage("document.refused.EMPTY", locale, reason);
        var refusals = new FileRefusals(new MockHttpServletResponse(), messages);
        assertThat(refusals.tell(new DocumentRefused(Reason.EMPTY, "plans.pdf"), locale))
                .isEqualTo("plans.pdf: " + reason);
    }
}
