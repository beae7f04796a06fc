package lv.varu.period;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import lv.varu.engine.DecisionRule;
import org.jspecify.annotations.Nullable;

/**
 * A row of the rule table.
 *
 * @param documentType none when it is for every kind of document that no row above names
 */
record StandardPeriod(String rule, String name, @Nullable String documentType, Period period) {
    static final String UNCHECKED = "nav pārbaudīts";

    private static final String OWN = "Partnerības noteikums";
    private static final Pattern REMARK = Pattern.compile("\\s*\\([^()]*" + UNCHECKED + "\\)");
    private static final Set<String> COUNTED_BACK =
            Set.of("REMINDER_BEFORE_CLOSING", "ANSWER_REMINDER", "MEETING_MATERIAL");

    static StandardPeriod of(DecisionRule rule) {
        var outputs = rule.outputs();
        return new StandardPeriod(
                rule.id(),
                only(rule, rule.inputs().getOrDefault("period", List.of())),
                rule.inputs().containsKey("documentType")
                        ? only(rule, rule.inputs().get("documentType"))
                        : null,
                new Period(
                        Integer.parseInt(text(rule, outputs.get("amount"))),
                        Period.Unit.valueOf(text(rule, outputs.get("unit"))),
                        text(rule, outputs.get("source"))));
    }

    private static String only(DecisionRule rule, List<String> values) {
        if (values.size() != 1) {
            throw new IllegalStateException("row " + rule.id() + " is not about one thing: " + values);
        }
        return values.get(0);
    }

    private static String text(DecisionRule rule, @Nullable String output) {
        if (output == null) {
            throw new IllegalStateException("row " + rule.id() + " leaves an output empty");
        }
        return output;
    }

    boolean fits(String askedType, String askedName) {
        return name.equals(askedName) && (documentType == null || documentType.equals(askedType));
    }

    Mark mark() {
        if (period.source().contains(UNCHECKED)) {
            return Mark.UNCHECKED;
        }
        return period.source().equals(OWN) ? Mark.OWN : Mark.CHECKED;
    }

    /** The source without the remark that the mark repeats. */
    String source() {
        return REMARK.matcher(period.source()).replaceAll("");
    }

    /** Whether it is counted back from a date rather than on from an event. */
    boolean isCountedBack() {
        return COUNTED_BACK.contains(name);
    }

    boolean isWindow() {
        return name.equals("MINIMUM_WINDOW");
    }

    /** Only what ends at an instant can last hours. */
    Set<Period.Unit> units() {
        return name.equals("CONFIRMATION")
                ? EnumSet.allOf(Period.Unit.class)
                : EnumSet.complementOf(EnumSet.of(Period.Unit.HOURS));
    }
}
