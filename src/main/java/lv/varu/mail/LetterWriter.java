package lv.varu.mail;

import com.ibm.icu.text.MessageFormat;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lv.varu.mail.LetterParts.Button;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Writes a letter: its subject and what it consists of, in the reader's language. */
@Component
class LetterWriter {
    private static final Logger log = LoggerFactory.getLogger(LetterWriter.class);

    private final MessageSource messages;
    private final MailSettings settings;
    private final SingletonSupplier<List<Wordings>> wordings;

    LetterWriter(MessageSource messages, MailSettings settings, ObjectProvider<Wordings> wordings) {
        this.messages = messages;
        this.settings = settings;
        this.wordings = SingletonSupplier.of(() -> wordings.orderedStream().toList());
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
                : wordings.obtain().stream()
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
        var parts = new LetterParts(
                texts.body(letter, values),
                links(letter),
                letter.choices.stream()
                        .map(choice -> new Button(choice.label(), choice.link().toString()))
                        .toList(),
                letter.action == null
                        ? null
                        : new Button(LetterValue.text(texts.action(letter, values), " "), letter.action.toString()),
                List.of(line(letter, "mail.footer.sender", values), reason(letter, values)),
                Objects.toString(letter.unsubscribe, null));
        return new Written(senderName(letter), subject, parts);
    }

    private static List<String> links(Letter letter) {
        return letter.values.values().stream()
                .flatMap(value -> value instanceof Collection<?> items ? items.stream() : Stream.of(value))
                .map(value -> value instanceof Letter.Named named ? named.link() : value)
                .filter(URI.class::isInstance)
                .map(Object::toString)
                .toList();
    }

    private String senderName(Letter letter) {
        return settings.senderName(letter.sender == null ? null : letter.sender.name());
    }

    private String reason(Letter letter, Map<String, Object> values) {
        var own = find(letter, letter.template + ".reason", values);
        return own == null ? line(letter, "mail.footer.reason", values) : LetterValue.text(own, " ");
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

    record Written(String sender, String subject, LetterParts parts) {}
}
