package lv.varu.spreadsheet;

import java.util.regex.Pattern;

/** Text that a spreadsheet program would take for a formula carries an apostrophe in a file of ours. */
final class Cells {
    /** Programs skip spaces before a formula, and some read the wide signs of Asian keyboards like ours. */
    private static final Pattern FORMULA = Pattern.compile("^(?:[ \\u00A0\\uFEFF]*[=+\\-@＝＋－＠]|[\\t\\r\\n])");

    private static final int LONGEST = 32_767;

    private Cells() {}

    static String guard(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /** Without the apostrophe again, so that what we wrote can be read back. */
    static String read(String cell) {
        String text = cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
        return text.replace("\r\n", "\n").strip();
    }

    /** What fits into a cell of Excel and into XML. */
    static String fit(String text) {
        var legible = new StringBuilder(text.length());
        text.codePoints()
                .filter(letter ->
                        letter >= ' ' && letter != 0xFFFE && letter != 0xFFFF || letter == '\n' || letter == '\t')
                .forEach(legible::appendCodePoint);
        return legible.length() > LONGEST ? legible.substring(0, LONGEST - 1) + "…" : legible.toString();
    }

    private static boolean isFormula(String text) {
        return FORMULA.matcher(text).find();
    }
}
