package lv.varu.proposal.boilerplate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.varu.proposal.Call;
import lv.varu.proposal.ProposalView;

/** The names that a boilerplate may hold, and how they are filled in. */
public final class BoilerplateText {
    /** In the order in which the form explains them. */
    static final List<String> NAMES = List.of("numurs", "virsraksts", "vieta", "dokuments");

    private static final Pattern NAME = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    private BoilerplateText() {}

    /** Names that nobody could fill in, as they were typed. */
    static List<String> unknown(String text) {
        return NAME.matcher(text)
                .results()
                .map((MatchResult found) -> Objects.requireNonNullElse(found.group(1), ""))
                .filter(name -> !NAMES.contains(name))
                .distinct()
                .toList();
    }

    /** @param place parish or town of the proposal, as people read it */
    public static String fill(String text, ProposalView proposal, String place, Call call) {
        Map<String, String> values = Map.of(
                "numurs", Objects.toString(proposal.number(), proposal.receipt()),
                "virsraksts", proposal.title(),
                "vieta", place,
                "dokuments", call.title());
        return fill(text, values);
    }

    /** @param values by name; what has none stays as it was typed */
    static String fill(String text, Map<String, String> values) {
        return NAME.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
