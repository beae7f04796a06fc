package lv.varu.wording;

import com.ibm.icu.text.MessagePattern;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lv.varu.mail.Wording;
import org.jspecify.annotations.Nullable;

/** The placeholders of a text, and how each is used: alone, or to choose between forms. */
record Placeholders(Map<String, Set<Use>> uses, Map<String, Set<String>> forms) {
    /** What every letter may say without being asked. */
    private static final Set<String> ALWAYS = Set.of("sender");

    /** @throws IllegalArgumentException when the pattern cannot be read */
    static Placeholders of(@Nullable String pattern) {
        var uses = new LinkedHashMap<String, Set<Use>>();
        var forms = new LinkedHashMap<String, Set<String>>();
        if (pattern != null) {
            read(new MessagePattern(pattern), uses, forms);
        }
        return new Placeholders(uses, forms);
    }

    private static void read(MessagePattern pattern, Map<String, Set<Use>> uses, Map<String, Set<String>> forms) {
        for (int i = 0; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_START) {
                var name = pattern.getSubstring(pattern.getPart(i + 1));
                uses.computeIfAbsent(name, added -> new LinkedHashSet<>()).add(Use.of(part.getArgType()));
                if (part.getArgType() == MessagePattern.ArgType.SELECT) {
                    forms.computeIfAbsent(name, added -> new LinkedHashSet<>()).addAll(selectors(pattern, i));
                }
            }
        }
    }

    private static Set<String> selectors(MessagePattern pattern, int start) {
        var found = new LinkedHashSet<String>();
        int limit = pattern.getLimitPartIndex(start);
        for (int i = start + 1; i < limit; i++) {
            var part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
                found.add(pattern.getSubstring(part));
                // The message of this form may hold placeholders of its own.
                i = pattern.getLimitPartIndex(i + 1);
            }
        }
        return found;
    }

    static Placeholders of(Wording wording) {
        return Stream.of(wording.subject(), wording.body(), wording.action())
                .map(Placeholders::of)
                .reduce(new Placeholders(Map.of(), Map.of()), Placeholders::and);
    }

    Placeholders and(Placeholders other) {
        var all = new LinkedHashMap<String, Set<Use>>();
        var allForms = new LinkedHashMap<String, Set<String>>();
        for (var one : new Placeholders[] {this, other}) {
            one.uses.forEach((name, use) ->
                    all.computeIfAbsent(name, added -> new LinkedHashSet<>()).addAll(use));
            one.forms.forEach((name, form) -> allForms.computeIfAbsent(name, added -> new LinkedHashSet<>())
                    .addAll(form));
        }
        return new Placeholders(all, allForms);
    }

    Set<String> names() {
        return new TreeSet<>(uses.keySet());
    }

    /** Names that the standard does not know. */
    Set<String> unknownTo(Placeholders standard) {
        var unknown = names();
        unknown.removeAll(standard.uses.keySet());
        unknown.removeAll(ALWAYS);
        return unknown;
    }

    /** Names that choose between forms although the standard only shows them; a text chooses no plural. */
    Set<String> misusedFor(Placeholders standard) {
        var misused = new TreeSet<String>();
        uses.forEach((name, use) -> {
            var allowed = standard.uses.getOrDefault(name, Set.of(Use.SHOWN));
            if (use.stream().anyMatch(one -> one != Use.SHOWN && !allowed.contains(one))) {
                misused.add(name);
            }
        });
        return misused;
    }

    /** Names that the standard shows and this text leaves out. */
    Set<String> missingFrom(Placeholders standard) {
        var missing = standard.names();
        missing.removeAll(uses.keySet());
        return missing;
    }

    /** How a placeholder is used. */
    enum Use {
        SHOWN,
        NUMBER,
        CHOSEN;

        static Use of(MessagePattern.ArgType type) {
            return switch (type) {
                case NONE -> SHOWN;
                case SIMPLE, PLURAL, SELECTORDINAL, CHOICE -> NUMBER;
                case SELECT -> CHOSEN;
            };
        }
    }
}
