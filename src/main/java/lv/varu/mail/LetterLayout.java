package lv.varu.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.varu.mail.LetterWriter.Written;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** How a letter looks as text and in HTML, and how its parts are kept until then. */
@Component
class LetterLayout {
    private static final String RULE = "-- ";

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final ObjectMapper json;
    private final MailSettings settings;

    LetterLayout(ITemplateEngine templates, MessageSource messages, ObjectMapper json, MailSettings settings) {
        this.templates = templates;
        this.messages = messages;
        this.json = json;
        this.settings = settings;
    }

    String text(Locale language, LetterParts parts) {
        var buttons = Stream.concat(parts.choices().stream(), Stream.ofNullable(parts.action()))
                .map(button -> button.label() + ":\n" + button.link());
        var end = Stream.of(RULE + "\n" + String.join("\n", parts.footer()), unsubscribe(language, parts));
        return Stream.concat(Stream.of(new LetterBody(parts.body()).text()), Stream.concat(buttons, end))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n\n"))
                + "\n";
    }

    private String unsubscribe(Locale language, LetterParts parts) {
        return parts.unsubscribe() == null
                ? ""
                : messages.getMessage("mail.footer.unsubscribe", null, language) + ": " + parts.unsubscribe();
    }

    String html(Locale language, Written letter) {
        var parts = letter.parts();
        var context = new Context(language);
        context.setVariable("sender", letter.sender());
        context.setVariable("subject", letter.subject());
        context.setVariable("body", new LetterBody(parts.body()).html(parts.links()));
        context.setVariable("letter", parts);
        return templates.process("mail/layout", context);
    }

    String text(StoredLetter letter) {
        // An earlier version kept the text itself.
        return letter.text() == null ? text(language(letter), parts(letter)) : letter.text();
    }

    String html(StoredLetter letter) {
        // A still earlier one kept the HTML, too.
        return letter.html() == null ? html(language(letter), written(letter)) : letter.html();
    }

    private Written written(StoredLetter letter) {
        return new Written(settings.senderName(letter.senderName()), letter.subject(), parts(letter));
    }

    private static Locale language(StoredLetter letter) {
        return Locale.forLanguageTag(letter.language());
    }

    String write(LetterParts parts) {
        try {
            return json.writeValueAsString(parts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private LetterParts parts(StoredLetter letter) {
        try {
            return json.readValue(Objects.requireNonNull(letter.parts()), LetterParts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
