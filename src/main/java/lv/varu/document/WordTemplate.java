package lv.varu.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A Word document with placeholders. {@code {{title}}} takes a value; {@code {{proposals.text}}} takes a field of an
 * entry of the list {@code proposals}: the table row that names a list, or the paragraphs one behind the other that name
 * it, come once for each entry. A repeated paragraph that has nothing to say about an entry is left out.
 */
public final class WordTemplate {
    private final WordPackage content;
    private final Set<String> placeholders;

    private WordTemplate(WordPackage content, Set<String> placeholders) {
        this.content = content;
        this.placeholders = placeholders;
    }

    /** @throws Unreadable when it is no Word document */
    public static WordTemplate of(byte[] content) {
        try {
            var files = WordPackage.of(content);
            Set<String> found = new TreeSet<>();
            for (Document part : files.texts().values()) {
                WordParagraph.in(part).forEach(paragraph -> found.addAll(paragraph.placeholders()));
            }
            return new WordTemplate(files, found);
        } catch (IOException | SAXException | IllegalArgumentException e) {
            throw new Unreadable(e);
        }
    }

    /** The names between the braces. */
    public Set<String> placeholders() {
        return Set.copyOf(placeholders);
    }

    /** What the template asks for and nobody can give, in alphabetical order. */
    public List<String> unknown(Collection<String> known) {
        return placeholders.stream().filter(name -> !known.contains(name)).toList();
    }

    /**
     * @param values by placeholder
     * @param lists entries by the name of their list; fields are named without it
     */
    public byte[] fill(Map<String, String> values, Map<String, List<Map<String, String>>> lists) {
        try {
            var texts = content.texts();
            texts.values().forEach(part -> {
                repeatRows(part, lists);
                repeatParagraphs(part, lists);
                WordParagraph.in(part).forEach(paragraph -> paragraph.fill(values));
            });
            return content.with(texts);
        } catch (IOException | SAXException e) {
            throw new Unreadable(e);
        }
    }

    private static void repeatRows(Document part, Map<String, List<Map<String, String>>> lists) {
        for (Element row : Word.elements(part, "tr")) {
            var list = WordParagraph.in(row).stream()
                    .filter(paragraph -> row.equals(Word.around(paragraph.element(), "tr")))
                    .map(paragraph -> paragraph.listOf(lists.keySet()))
                    .filter(found -> found != null)
                    .findFirst();
            list.ifPresent(name -> repeat(List.of(row), name, lists.getOrDefault(name, List.of()), false));
        }
    }

    private static void repeatParagraphs(Document part, Map<String, List<Map<String, String>>> lists) {
        List<Element> block = new ArrayList<>();
        String open = null;
        for (WordParagraph paragraph : WordParagraph.in(part)) {
            String list = paragraph.listOf(lists.keySet());
            if (open != null && !(open.equals(list) && follows(block, paragraph.element()))) {
                repeat(block, open, lists.getOrDefault(open, List.of()), true);
                block.clear();
            }
            open = list;
            if (list != null) {
                block.add(paragraph.element());
            }
        }
        if (open != null) {
            repeat(block, open, lists.getOrDefault(open, List.of()), true);
        }
    }

    private static boolean follows(List<Element> block, Element paragraph) {
        return !block.isEmpty() && paragraph.equals(Word.next(block.get(block.size() - 1)));
    }

    private static void repeat(
            List<Element> originals, String list, List<Map<String, String>> entries, boolean leaveOutEmpty) {
        var parent = originals.get(0).getParentNode();
        @Nullable Element end = Word.next(originals.get(originals.size() - 1));
        for (Map<String, String> entry : entries) {
            for (Element original : originals) {
                var copy = (Element) original.cloneNode(true);
                parent.insertBefore(copy, end);
                var paragraphs = WordParagraph.in(copy);
                paragraphs.forEach(paragraph -> paragraph.fill(list, entry));
                if (leaveOutEmpty && paragraphs.stream().allMatch(WordParagraph::isBlank)) {
                    parent.removeChild(copy);
                }
            }
        }
        originals.forEach(parent::removeChild);
    }

    /** It is no Word document, or a broken one. */
    public static class Unreadable extends RuntimeException {
        Unreadable(Exception cause) {
            super(cause);
        }
    }
}
