package lv.varu.mail;

import org.springframework.stereotype.Component;

/** Shows a letter without sending it. */
@Component
public class LetterPreview {
    private final LetterWriter writer;

    LetterPreview(LetterWriter writer) {
        this.writer = writer;
    }

    public Preview of(Letter letter) {
        var written = writer.write(letter);
        return new Preview(written.subject(), written.text(), written.html());
    }

    /** What the reader sees. */
    public record Preview(String subject, String text, String html) {}
}
