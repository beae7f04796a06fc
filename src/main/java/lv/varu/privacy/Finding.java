package lv.varu.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lv.varu.audit.CaseKey;
import org.jspecify.annotations.Nullable;

/**
 * One record about a person.
 *
 * @param kind what it is, such as {@code proposal-author}
 * @param id tells it from the others of its kind
 * @param about the case whose trail tells of it
 * @param fields in the order of reading; a value is a text, a number, a boolean, a date, an instant or, for a code, a
 *     {@link org.springframework.context.MessageSourceResolvable}
 * @param reason why not everything goes: the end of the message {@code privacy.stays.<reason>}
 */
public record Finding(
        String kind,
        String id,
        CaseKey about,
        Instant at,
        Map<String, Object> fields,
        List<File> files,
        Fate fate,
        @Nullable String reason) {

    public Finding {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        files = List.copyOf(files);
        if ((fate == Fate.GOES) != (reason == null)) {
            throw new IllegalArgumentException(kind + " " + fate + " " + reason);
        }
    }

    /** A record that goes as a whole, as long as nothing else is said. */
    public static Draft of(String kind, Object id, CaseKey about, Instant at) {
        return new Draft(kind, id.toString(), about, at);
    }

    /** What happens to the record when its person asks to be forgotten. */
    public enum Fate {
        /** It is deleted. */
        GOES,
        /** The person is taken out of it, the rest stays. */
        LOSES_PERSON,
        /** It stays as it is. */
        STAYS
    }

    /** A file that the person has handed in. */
    public record File(String name, Content content) {}

    /** Read only when it is wanted. */
    @FunctionalInterface
    public interface Content {
        byte[] bytes();
    }

    /** Collects what the record says. */
    public static final class Draft {
        private final String kind;
        private final String id;
        private final CaseKey about;
        private final Instant at;
        private final Map<String, Object> fields = new LinkedHashMap<>();
        private final List<File> files = new ArrayList<>();
        private Fate fate = Fate.GOES;
        private @Nullable String reason;

        private Draft(String kind, String id, CaseKey about, Instant at) {
            this.kind = kind;
            this.id = id;
            this.about = about;
            this.at = at;
        }

        /** What is empty is left out. */
        public Draft with(String name, @Nullable Object value) {
            if (value != null && !value.toString().isBlank()) {
                fields.put(name, value);
            }
            return this;
        }

        public Draft file(String name, Content content) {
            files.add(new File(name, content));
            return this;
        }

        public Draft losesPerson(String why) {
            this.fate = Fate.LOSES_PERSON;
            this.reason = why;
            return this;
        }

        public Draft stays(String why) {
            this.fate = Fate.STAYS;
            this.reason = why;
            return this;
        }

        public Finding done() {
            return new Finding(kind, id, about, at, fields, files, fate, reason);
        }
    }
}
