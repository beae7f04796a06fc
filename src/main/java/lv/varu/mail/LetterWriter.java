package lv.varu.mail;

import com.ibm.icu.text.MessageFormat;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes a letter: subject, text and HTML, in the reader's language. */
@Component
class LetterWriter {
    private static final Logger log = LoggerFactory.getLogger(LetterWriter.class);
    private static final String RULE = "-- ";

    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final MailSettings settings;
    private final ObjectProvider<Wordings> wordings;

    LetterWriter(
            MessageSource messages,
            ITemplateEngine templates,
            MailSettings settings,
            ObjectProvider<Wordings> wordings) {
        this.messages = messages;
        this.templates = templates;
        this.settings = settings;
        this.wordings = wordings;
    }

    Written write(Letter letter) {
        var values = new HashMap<String, Object>();
        letter.values.forEach((name, value) -> values.put(name, LetterValue.marked(value)));
        values.put("sender", senderName(letter));
        return worded(letter)
                .flatMap(wording -> write(letter, wording, values))
                .orElseGet(() -> write(letter, new Standard(), values));
    }

    private Optional<Wording> worded(Letter letter) {
        return letter.wording != null
                ? Optional.of(letter.wording)
                : wordings.orderedStream()
                        .flatMap(known -> known.find(letter.template, letter.language, letter.partnership).stream())
                        .findFirst();
    }

    /** What somebody has worded must not keep a letter back: where it does not fit its values, the standard goes out. */
    private Optional<Written> write(Letter letter, Wording wording, Map<String, Object> values) {
        try {
            return Optional.of(write(letter, new Edited(wording), values));
        } catch (IllegalArgumentException e) {
            log.warn("The edited text of {} in {} cannot be used", letter.template, letter.language, e);
            return Optional.empty();
        }
    }

    private Written write(Letter letter, Texts texts, Map<String, Object> values) {
        var subject = Addresses.oneLine(LetterValue.text(texts.subject(letter, values), " "));
        var body = new LetterBody(texts.body(letter, values));
        var action = letter.action == null ? null : LetterValue.text(texts.action(letter, values), " ");
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

    /** Where the three texts that can be edited come from. */
    private interface Texts {
        String subject(Letter letter, Map<String, Object> values);

        String body(Letter letter, Map<String, Object> values);

        String action(Letter letter, Map<String, Object> values);
    }

    private class Standard implements Texts {
        @Override
        public String subject(Letter letter, Map<String, Object> values) {
            return text(letter, letter.template + ".subject", values);
        }

        @Override
        public String body(Letter letter, Map<String, Object> values) {
            return text(letter, letter.template + ".body", values);
        }

        @Override
        public String action(Letter letter, Map<String, Object> values) {
            return text(letter, letter.template + ".action", values);
        }
    }

    private class Edited extends Standard {
        private final Wording wording;

        Edited(Wording wording) {
            this.wording = wording;
        }

        @Override
        public String subject(Letter letter, Map<String, Object> values) {
            return format(wording.subject(), letter, values);
        }

        @Override
        public String body(Letter letter, Map<String, Object> values) {
            return format(wording.body(), letter, values);
        }

        @Override
        public String action(Letter letter, Map<String, Object> values) {
            var action = wording.action();
            return action == null ? super.action(letter, values) : format(action, letter, values);
        }

        private String format(String pattern, Letter letter, Map<String, Object> values) {
            return new MessageFormat(pattern, letter.language).format(values);
        }
    }

    record Written(String subject, String text, String html) {}
}
