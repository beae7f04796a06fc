package lv.varu.directory;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lv.varu.importing.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reads from a table what people call places, kinds and topics, in both languages and whatever the case. */
@Component
class SheetWords {
    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("lv"), Locale.ENGLISH);

    private final Places places;
    private final MessageSource messages;

    SheetWords(Places places, MessageSource messages) {
        this.places = places;
        this.messages = messages;
    }

    /** Read once for a whole file. */
    Known begin() {
        var byName = new HashMap<String, String>();
        for (var place : places.all()) {
            if (place.exists()) {
                for (var language : LANGUAGES) {
                    byName.putIfAbsent(folded(place.name(language)), place.code());
                    byName.putIfAbsent(folded(places.fullName(place.code(), language)), place.code());
                }
            }
        }
        return new Known(
                byName,
                words(OrganisationKind.values(), "directory.organisation-kind."),
                words(Department.values(), "directory.department."),
                words(Topic.values(), "directory.topic."));
    }

    private <E extends Enum<E>> Map<String, E> words(E[] codes, String prefix) {
        var words = new HashMap<String, E>();
        for (var code : codes) {
            words.put(folded(code.name()), code);
            for (var language : LANGUAGES) {
                words.put(folded(text(prefix + code, language)), code);
            }
        }
        return words;
    }

    String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }

    private static String folded(String text) {
        return Folding.fold(Entered.text(text)).strip();
    }

    /** What a file may say. */
    record Known(
            Map<String, String> places,
            Map<String, OrganisationKind> kinds,
            Map<String, Department> departments,
            Map<String, Topic> topics) {

        @Nullable
        String place(String column, @Nullable String typed, List<Fault> faults) {
            if (typed == null) {
                faults.add(Fault.in(column, "directory.import.missing"));
                return null;
            }
            return found(places, column, typed, "directory.import.place", faults)
                    .orElse(null);
        }

        OrganisationKind kind(@Nullable String typed, List<Fault> faults) {
            return typed == null
                    ? OrganisationKind.NGO
                    : found(kinds, "kind", typed, "directory.import.kind", faults)
                            .orElse(OrganisationKind.NGO);
        }

        Optional<Department> department(@Nullable String typed, List<Fault> faults) {
            if (typed == null) {
                faults.add(Fault.in("department", "directory.import.missing"));
                return Optional.empty();
            }
            return found(departments, "department", typed, "directory.import.department", faults);
        }

        Set<Topic> topics(@Nullable String typed, List<Fault> faults) {
            var chosen = EnumSet.noneOf(Topic.class);
            if (typed != null) {
                for (var word : typed.split("[;|\\n]")) {
                    if (!word.isBlank()) {
                        found(topics, "topics", word, "directory.import.topic", faults)
                                .ifPresent(chosen::add);
                    }
                }
            }
            return chosen;
        }

        Locale language(@Nullable String typed, List<Fault> faults) {
            var word = typed == null ? "lv" : folded(typed);
            if (word.startsWith("en") || word.startsWith("ang")) {
                return Locale.ENGLISH;
            }
            if (!word.startsWith("l")) {
                faults.add(Fault.in("language", "directory.import.language", typed == null ? "" : typed));
            }
            return Locale.forLanguageTag("lv");
        }

        private static <T> Optional<T> found(
                Map<String, T> words, String column, String typed, String message, List<Fault> faults) {
            var found = Optional.ofNullable(words.get(folded(typed)));
            if (found.isEmpty()) {
                faults.add(Fault.in(column, message, typed.strip()));
            }
            return found;
        }
    }

    static void reach(@Nullable String email, @Nullable String phone, List<Fault> faults) {
        var address = Entered.email(email);
        if (address != null && !Entered.isEmail(address)) {
            faults.add(Fault.in("email", "directory.email.wrong"));
        }
        if (Entered.textOrNone(phone) != null && !Entered.isPhone(Entered.text(phone))) {
            faults.add(Fault.in("phone", "directory.phone.wrong"));
        }
    }
}
