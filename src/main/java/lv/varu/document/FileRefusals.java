package lv.varu.document;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Tells on a form that comes back why a file of its was not kept, and answers with the status of that. */
@Component
public class FileRefusals {
    private static final String TEXT = "document.refused";
    public static final String TOO_LARGE = "document.refused." + DocumentRefused.Reason.TOO_LARGE;

    /** That of the request at hand. */
    private final HttpServletResponse response;

    private final MessageSource messages;

    FileRefusals(HttpServletResponse response, MessageSource messages) {
        this.response = response;
        this.messages = messages;
    }

    /** Beside the field. */
    public void tell(DocumentRefused refused, String field, Errors errors) {
        answer(refused);
        errors.rejectValue(field, TEXT, values(refused.fileName(), refused.messageKey()), null);
    }

    /** For a form whose fields are no object. */
    public String tell(DocumentRefused refused, Locale locale) {
        answer(refused);
        return text(refused.fileName(), refused.messageKey(), locale);
    }

    /** For a form that has own words for the reasons. */
    public void answer(DocumentRefused refused) {
        if (refused.status().isError()) {
            response.setStatus(refused.status().value());
        }
    }

    /** Beside the field, before anything is kept. */
    public static void tellTooLarge(@Nullable String fileName, String field, Errors errors) {
        errors.rejectValue(field, TEXT, values(fileName, TOO_LARGE), null);
    }

    /** @param reasonKey key of the sentence that says how to mend it */
    public String text(@Nullable String fileName, String reasonKey, Locale locale) {
        return messages.getMessage(TEXT, values(fileName, reasonKey), locale);
    }

    private static Object[] values(@Nullable String fileName, String reasonKey) {
        MessageSourceResolvable reason = new DefaultMessageSourceResolvable(reasonKey);
        return new Object[] {String.valueOf(fileName), reason};
    }
}
