package lv.varu.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** How a letter looks in HTML, and how its parts are kept until then. */
@Component
class LetterLayout {
    private final ITemplateEngine templates;
    private final ObjectMapper json;

    LetterLayout(ITemplateEngine templates, ObjectMapper json) {
        this.templates = templates;
        this.json = json;
    }

    String html(Locale language, String subject, LetterParts parts) {
        var context = new Context(language);
        context.setVariable("subject", subject);
        context.setVariable("body", new LetterBody(parts.body()).html(parts.links()));
        context.setVariable("letter", parts);
        return templates.process("mail/layout", context);
    }

    String html(StoredLetter letter) {
        var parts = letter.parts();
        if (parts == null) {
            // From a version that kept the HTML itself.
            return letter.html() == null ? "" : letter.html();
        }
        return html(Locale.forLanguageTag(letter.language()), letter.subject(), read(parts));
    }

    String write(LetterParts parts) {
        try {
            return json.writeValueAsString(parts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private LetterParts read(String parts) {
        try {
            return json.readValue(parts, LetterParts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
