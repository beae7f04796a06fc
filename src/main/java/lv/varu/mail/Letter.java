package lv.varu.mail;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lv.varu.audit.CaseKey;
import org.jspecify.annotations.Nullable;

/**
 * A letter before it is written. The texts are the messages {@code <template>.subject}, {@code .body}, {@code .action}
 * (the label of the one button) and, if there is one, {@code .reason} (why the reader gets it).
 *
 * <p>A body is paragraphs apart by an empty line; lines that begin with {@code "- "} are a list, with {@code "> "} a
 * quotation. Values never change that form, whatever a person has typed into them.
 */
public final class Letter {
    final CaseKey about;
    final String template;
    final Recipient to;
    final Locale language;
    final Map<String, Object> values;
    final Set<String> secrets;
    final @Nullable URI action;
    final List<Choice> choices;
    final @Nullable Sender sender;
    final @Nullable String onceKey;
    final @Nullable URI unsubscribe;
    final List<Attachment> attachments;
    final @Nullable String partnership;
    final @Nullable Wording wording;

    private Letter(Draft draft) {
        this.about = draft.about;
        this.template = draft.template;
        this.to = draft.to;
        this.language = draft.language;
        this.values = Map.copyOf(draft.values);
        this.secrets = Set.copyOf(draft.secrets);
        this.action = draft.action;
        this.choices = List.copyOf(draft.choices);
        this.sender = draft.sender;
        this.onceKey = draft.onceKey;
        this.unsubscribe = draft.unsubscribe;
        this.attachments = List.copyOf(draft.attachments);
        this.partnership = draft.partnership;
        this.wording = draft.wording;
    }

    public static Draft about(CaseKey about, String template, String email, String name) {
        return new Draft(about, template, new Recipient(email, name));
    }

    record Recipient(String email, String name) {
        Recipient {
            email = Addresses.checked(email);
            name = Addresses.oneLine(name);
        }
    }

    record Sender(String name, @Nullable String replyTo) {
        Sender {
            name = Addresses.oneLine(name);
            replyTo = replyTo == null ? null : Addresses.checked(replyTo);
        }
    }

    /** A link in the texts with the name of what it leads to. */
    public record Named(String name, URI link) {}

    /** An answer that a reader gives by one click. */
    record Choice(String label, URI link) {
        Choice {
            label = Addresses.oneLine(label);
        }
    }

    record Attachment(String name, String mediaType, byte[] content) {
        Attachment {
            name = Addresses.oneLine(name);
            mediaType = Addresses.oneLine(mediaType);
        }
    }

    /** Collects what the letter needs. */
    public static final class Draft {
        private final CaseKey about;
        private final String template;
        private final Recipient to;
        private final Map<String, Object> values = new LinkedHashMap<>();
        private final Set<String> secrets = new HashSet<>();
        private final List<Choice> choices = new ArrayList<>();
        private final List<Attachment> attachments = new ArrayList<>();
        private Locale language = Locale.forLanguageTag("lv");
        private @Nullable URI action;
        private @Nullable Sender sender;
        private @Nullable String onceKey;
        private @Nullable URI unsubscribe;
        private @Nullable String partnership;
        private @Nullable Wording wording;

        private Draft(CaseKey about, String template, Recipient to) {
            this.about = about;
            this.template = template;
            this.to = to;
        }

        public Draft in(Locale language) {
            this.language = language;
            return this;
        }

        /** A named argument of the texts; an {@link URI} becomes a link. */
        public Draft with(String name, Object value) {
            values.put(name, value);
            return this;
        }

        /** A link in the texts that is itself a key. */
        public Draft withSecret(String name, URI link) {
            secrets.add(link.toString());
            return with(name, link);
        }

        /** Where the one button leads. */
        public Draft action(URI link) {
            this.action = link;
            return this;
        }

        /** A link that is itself a key: it is masked in the stored letter once delivered. */
        public Draft secretAction(URI link) {
            secrets.add(link.toString());
            return action(link);
        }

        /** One of several answers, each with a button of its own above the main one; its link is a key too. */
        public Draft secretChoice(String label, URI link) {
            secrets.add(link.toString());
            choices.add(new Choice(label, link));
            return this;
        }

        /** On whose behalf the letter goes out, and where answers go. */
        public Draft from(String name, @Nullable String replyTo) {
            this.sender = new Sender(name, replyTo);
            return this;
        }

        /** Whose letter it is: the partnership may have worded it in its own way. */
        public Draft of(String partnership) {
            this.partnership = partnership;
            return this;
        }

        /** With these texts and no others, to show what they look like. */
        public Draft worded(Wording wording) {
            this.wording = wording;
            return this;
        }

        /** A second letter with the same key is not created. */
        public Draft once(String key) {
            this.onceKey = key;
            return this;
        }

        /** Where a reader, or their mail program for them (RFC 8058), ends such letters; a key like a secret action. */
        public Draft unsubscribe(URI link) {
            secrets.add(link.toString());
            this.unsubscribe = link;
            return this;
        }

        public Draft attach(String name, String mediaType, byte[] content) {
            attachments.add(new Attachment(name, mediaType, content.clone()));
            return this;
        }

        public Letter seal() {
            return new Letter(this);
        }
    }
}
