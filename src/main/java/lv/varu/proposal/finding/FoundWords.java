package lv.varu.proposal.finding;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.varu.language.LatvianStems;
import org.jspecify.annotations.Nullable;

/**
 * What the index holds of a proposal: stems of what anyone may read; with a mark, of what staff alone may find; and with
 * another, whose it is. Nobody can type a mark, for it is not a letter.
 */
public final class FoundWords {
    private static final String ANYONE = "";
    private static final String STAFF = "-";
    private static final String BELONGING = "@";

    private FoundWords() {}

    /**
     * @param open what anyone may read, as {@link LatvianStems#words} gives it
     * @param closed what staff know besides
     */
    public static Set<String> of(UUID callId, Collection<String> owners, String open, String closed) {
        Set<String> words = stems(open).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> more = stems(closed)
                .filter(stem -> !words.contains(stem))
                .map(STAFF::concat)
                .collect(Collectors.toSet());
        words.addAll(more);
        belonging(callId, owners).forEach(words::add);
        return words;
    }

    /** What is typed into a search of everybody's list of a consultation. */
    public static Optional<String> askedByAnyone(String typed, UUID callId) {
        return asked(typed, List.of(ANYONE), belonging(callId, List.of()));
    }

    /** What is typed into the list of staff, of all consultations and partnerships if none are given. */
    public static Optional<String> askedByStaff(String typed, @Nullable UUID callId, @Nullable String owner) {
        return asked(typed, List.of(ANYONE, STAFF), belonging(callId, owner == null ? List.of() : List.of(owner)));
    }

    private static Optional<String> asked(String typed, List<String> marks, Stream<String> belonging) {
        String whose = belonging.map(one -> " & '" + one + "'").collect(Collectors.joining());
        return LatvianStems.query(typed, marks).map(stems -> stems + whose);
    }

    private static Stream<String> stems(String words) {
        return Stream.of(words.split(" ")).filter(stem -> !stem.isEmpty());
    }

    private static Stream<String> belonging(@Nullable UUID callId, Collection<String> owners) {
        return Stream.concat(Stream.ofNullable(callId).map(UUID::toString), owners.stream())
                .map(BELONGING::concat);
    }
}
