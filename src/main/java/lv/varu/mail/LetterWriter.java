package lv.varu.mail;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes a letter: subject, text and HTML, in the reader's language. */
@Component
class LetterWriter {
    private static final String RULE = "-- ";

    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final MailSettings settings;

    LetterWriter(MessageSource messages, ITemplateEngine templates, MailSettings settings) {
        this.messages = messages;
        this.templates = templates;
        this.settings = settings;
    }

    Written write(Letter letter) {
        var values = new HashMap<String, Object>();
        letter.values.forEach((name, value) -> values.put(name, LetterValue.marked(value)));
        values.put("sender", senderName(letter));
        var subject = Addresses.oneLine(LetterValue.text(text(letter, letter.template + ".subject", values), " "));
        var body = new LetterBody(text(letter, letter.template + ".body", values));
        var action = letter.action == null ? null : line(letter, letter.template + ".action", values);
        var footer = List.of(line(letter, "mail.footer.sender", values), reason(letter, values));
        return new Written(subject, text(letter, body, action, footer), html(letter, subject, body, action, footer));
    }

    private String senderName(Letter letter) {
        return letter.sender == null ? settings.fromName() : letter.sender.name();
    }

    private String reason(Letter letter, Map<String, Object> values) {
        var own = find(letter, letter.template + ".reason", values);
        return own == null ? line(letter, "mail.footer.reason", values) : LetterValue.text(own, " ");
    }

    private String text(Letter letter, LetterBody body, @Nullable String action, List<String> footer) {
        var button = action == null ? "" : action + ":\n" + letter.action;
        var unsubscribe = letter.unsubscribe == null
                ? ""
                : line(letter, "mail.footer.unsubscribe", Map.of()) + ": " + letter.unsubscribe;
        var choices = letter.choices.stream()
                .map(choice -> choice.label() + ":\n" + choice.link())
                .collect(Collectors.joining("\n\n"));
        return Stream.of(body.text(), choices, button, RULE + "\n" + String.join("\n", footer), unsubscribe)
                        .filter(part -> !part.isEmpty())
                        .reduce((a, b) -> a + "\n\n" + b)
                        .orElseThrow()
                + "\n";
    }

    private String html(Letter letter, String subject, LetterBody body, @Nullable String action, List<String> footer) {
        var links = letter.values.values().stream()
                .flatMap(value -> value instanceof Collection<?> items ? items.stream() : Stream.of(value))
                .filter(URI.class::isInstance)
                .map(Object::toString)
                .toList();
        var context = new Context(letter.language);
        context.setVariable("subject", subject);
        context.setVariable("sender", senderName(letter));
        context.setVariable("body", body.html(links));
        context.setVariable("choices", letter.choices);
        context.setVariable("actionLabel", action);
        context.setVariable("actionLink", letter.action);
        context.setVariable("footer", footer);
        context.setVariable("unsubscribe", letter.unsubscribe);
        return templates.process("mail/layout", context);
    }

    private String line(Letter letter, String key, Map<String, Object> values) {
        return LetterValue.text(text(letter, key, values), " ");
    }

    private String text(Letter letter, String key, Map<String, Object> values) {
        return Objects.requireNonNull(find(letter, key, values), key);
    }

    private @Nullable String find(Letter letter, String key, Map<String, Object> values) {
        return messages.getMessage(key, new Object[] {values}, null, letter.language);
    }

    record Written(String subject, String text, String html) {}
}
