package lv.varu.mail;

import java.net.URI;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * A value on its way into a text: marks from Unicode's private area keep apart what the letter says and what a person
 * has typed, so that typed line breaks, dashes and addresses never become lists, quotations or links.
 */
final class LetterValue {
    private static final String START = "\uE000";
    private static final String BREAK = "\uE001";
    private static final String LINK = "\uE002";
    private static final String MARKS = "[\uE000-\uE002]";

    private LetterValue() {}

    static Object marked(Object value) {
        if (value instanceof URI link) {
            return LINK + link + LINK;
        }
        if (value instanceof Letter.Named named) {
            return marked(named.name()) + ": " + marked(named.link());
        }
        if (value instanceof CharSequence typed) {
            return START
                    + typed.toString()
                            .replaceAll(MARKS, "")
                            .strip()
                            .replaceAll("\\R", BREAK)
                            .replaceAll("[\\p{Cntrl}&&[^\\t]]", "");
        }
        if (value instanceof Collection<?> items) {
            // Each on a line of its own: behind "- " in the text they become a list.
            return items.stream().map(LetterValue::marked).map(Object::toString).collect(Collectors.joining("\n- "));
        }
        return value;
    }

    static String text(String line, String lineBreak) {
        return line.replace(BREAK, lineBreak).replaceAll(MARKS, "");
    }

    static String html(String line, Collection<String> links) {
        var html = HtmlUtils.htmlEscape(line, "UTF-8");
        for (var link : links) {
            var escaped = HtmlUtils.htmlEscape(link, "UTF-8");
            html = html.replace(
                    LINK + escaped + LINK,
                    "<a href=\"" + escaped + "\" style=\"color:inherit;overflow-wrap:anywhere\">" + escaped + "</a>");
        }
        return text(html, "<br>");
    }
}
