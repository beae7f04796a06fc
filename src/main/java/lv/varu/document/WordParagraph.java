package lv.varu.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A paragraph whose placeholders Word may have cut into pieces, for example where somebody corrected a letter. */
record WordParagraph(Element element) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([\\p{L}\\p{N}_.-]+)\\s*}}");

    static List<WordParagraph> in(Node node) {
        return Word.elements(node, "p").stream().map(WordParagraph::new).toList();
    }

    Set<String> placeholders() {
        return PLACEHOLDER
                .matcher(text())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** The list whose entries it tells. */
    @Nullable
    String listOf(Collection<String> lists) {
        return new TreeSet<>(placeholders())
                .stream()
                        .filter(name -> name.contains("."))
                        .map(name -> name.substring(0, name.indexOf('.')))
                        .filter(lists::contains)
                        .findFirst()
                        .orElse(null);
    }

    boolean isBlank() {
        return text().isBlank();
    }

    void fill(Map<String, String> values) {
        replace(values);
    }

    void fill(String list, Map<String, String> entry) {
        Map<String, String> values = new LinkedHashMap<>();
        entry.forEach((field, value) -> values.put(list + "." + field, value));
        replace(values);
    }

    private String text() {
        return pieces().stream().map(Element::getTextContent).collect(Collectors.joining());
    }

    /** Its own ones, not those of a text box that hangs on it. */
    private List<Element> pieces() {
        return Word.elements(element, "t").stream()
                .filter(piece -> element.equals(Word.around(piece, "p")))
                .toList();
    }

    private void replace(Map<String, String> values) {
        List<MatchResult> found = new ArrayList<>(PLACEHOLDER
                .matcher(text())
                .results()
                .filter(name -> values.containsKey(name.group(1)))
                .toList());
        // From the end, so that what stands before keeps its place.
        for (int i = found.size() - 1; i >= 0; i--) {
            var match = found.get(i);
            replace(match.start(), match.end(), values.getOrDefault(match.group(1), ""));
        }
        if (!found.isEmpty()) {
            pieces().forEach(WordParagraph::breakLines);
        }
    }

    private void replace(int start, int end, String value) {
        int from = 0;
        boolean written = false;
        for (Element piece : pieces()) {
            String text = piece.getTextContent();
            int to = from + text.length();
            if (from < end && to > start) {
                String before = text.substring(0, Math.max(0, start - from));
                String after = text.substring(Math.min(text.length(), end - from));
                write(piece, before + (written ? "" : value) + after);
                written = true;
            }
            from = to;
        }
    }

    private static void write(Element piece, String text) {
        piece.setTextContent(text);
        piece.setAttributeNS(XMLConstants.XML_NS_URI, "xml:space", "preserve");
    }

    private static void breakLines(Element piece) {
        String[] lines = piece.getTextContent().split("\\R", -1);
        if (lines.length == 1) {
            return;
        }
        write(piece, lines[0]);
        var run = piece.getParentNode();
        var document = piece.getOwnerDocument();
        Node end = piece.getNextSibling();
        for (int i = 1; i < lines.length; i++) {
            run.insertBefore(document.createElementNS(Word.NAMESPACE, "w:br"), end);
            var line = document.createElementNS(Word.NAMESPACE, "w:t");
            run.insertBefore(line, end);
            write(line, lines[i]);
        }
    }
}
