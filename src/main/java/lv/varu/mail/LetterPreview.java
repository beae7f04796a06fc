package lv.varu.mail;

import org.springframework.stereotype.Component;

/** Shows a letter without sending it. */
@Component
public class LetterPreview {
    private final LetterWriter writer;
    private final LetterLayout layout;

    LetterPreview(LetterWriter writer, LetterLayout layout) {
        this.writer = writer;
        this.layout = layout;
    }

    public Preview of(Letter letter) {
        var written = writer.write(letter);
        return new Preview(
                written.subject(),
                layout.text(letter.language, written.parts()),
                layout.html(letter.language, written));
    }

    /** What the reader sees. */
    public record Preview(String subject, String text, String html) {}
}
