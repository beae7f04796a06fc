package lv.varu.audit;

import java.util.UUID;
import java.util.regex.Pattern;

/** Names a case across all features; its text form is {@code consultation:uuid}. */
public record CaseKey(String kind, String id) {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public CaseKey {
        if (!KIND.matcher(kind).matches() || id.isBlank() || id.length() > 100) {
            throw new IllegalArgumentException(kind + ":" + id);
        }
    }

    public static CaseKey of(String kind, String id) {
        return new CaseKey(kind, id);
    }

    public static CaseKey of(String kind, UUID id) {
        return new CaseKey(kind, id.toString());
    }

    public static CaseKey parse(String text) {
        var colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(text);
        }
        return new CaseKey(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
