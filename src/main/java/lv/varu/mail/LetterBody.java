package lv.varu.mail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Turns the mini format of letters into text and HTML. */
final class LetterBody {
    private static final String ITEM = "- ";
    private static final String QUOTE = "> ";

    private final List<Block> blocks = new ArrayList<>();

    LetterBody(String source) {
        for (var paragraph : source.strip().split("\\R[ \\t]*\\R+")) {
            var first = blocks.size();
            paragraph.lines().forEach(line -> add(line, first));
        }
        blocks.removeIf(Block::isBlank);
    }

    private void add(String line, int first) {
        var kind = kindOf(line);
        var text = kind == Kind.PARAGRAPH ? line : line.substring(ITEM.length());
        var last = blocks.size() - 1;
        if (last < first || blocks.get(last).kind != kind) {
            blocks.add(new Block(kind, new ArrayList<>()));
        }
        blocks.get(blocks.size() - 1).lines.add(text);
    }

    private static Kind kindOf(String line) {
        if (line.startsWith(ITEM)) {
            return Kind.LIST;
        }
        return line.startsWith(QUOTE) ? Kind.QUOTE : Kind.PARAGRAPH;
    }

    String text() {
        return blocks.stream().map(Block::text).collect(Collectors.joining("\n\n"));
    }

    String html(Collection<String> links) {
        return blocks.stream().map(block -> block.html(links)).collect(Collectors.joining("\n"));
    }

    private enum Kind {
        PARAGRAPH("", "", "<p style=\"margin:0 0 16px\">", "<br>", "</p>"),
        LIST(
                ITEM,
                "  ",
                "<ul style=\"margin:0 0 16px;padding:0 0 0 22px\"><li style=\"margin:0 0 6px\">",
                "</li><li style=\"margin:0 0 6px\">",
                "</li></ul>"),
        QUOTE(
                LetterBody.QUOTE,
                LetterBody.QUOTE,
                "<blockquote style=\"margin:0 0 16px;padding:0 0 0 16px;border-left:3px solid #8a9a94\">",
                "<br>",
                "</blockquote>");

        final String prefix;
        final String continuation;
        final String open;
        final String between;
        final String close;

        Kind(String prefix, String continuation, String open, String between, String close) {
            this.prefix = prefix;
            this.continuation = continuation;
            this.open = open;
            this.between = between;
            this.close = close;
        }
    }

    private record Block(Kind kind, List<String> lines) {
        boolean isBlank() {
            return lines.stream().allMatch(line -> LetterValue.text(line, "").isBlank());
        }

        String text() {
            return lines.stream()
                    .map(line -> kind.prefix + LetterValue.text(line, "\n" + kind.continuation))
                    .collect(Collectors.joining("\n"));
        }

        String html(Collection<String> links) {
            return lines.stream()
                    .map(line -> LetterValue.html(line, links))
                    .collect(Collectors.joining(kind.between, kind.open, kind.close));
        }
    }
}
