package lv.varu.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letters of the outbox as their readers get them, for tests; the newest first. */
@Component
public class PostedLetters {
    private final JdbcClient jdbc;
    private final LetterLayout layout;

    PostedLetters(JdbcClient jdbc, LetterLayout layout) {
        this.jdbc = jdbc;
        this.layout = layout;
    }

    /** @param about a {@link lv.varu.audit.CaseKey}, or one written out */
    public List<Posted> about(Object about) {
        return letters("about", about.toString());
    }

    public List<Posted> about(Object about, String template) {
        return ofKind(template, about(about));
    }

    public List<Posted> to(String email) {
        return letters("recipient_email", email);
    }

    public List<Posted> to(String email, String template) {
        return ofKind(template, to(email));
    }

    /** What the group of a pattern holds in the newest letter that has it. */
    public static Optional<String> found(String pattern, List<Posted> letters) {
        return letters.stream()
                .flatMap(letter -> letter.found(pattern).stream())
                .findFirst();
    }

    private static List<Posted> ofKind(String template, List<Posted> letters) {
        return letters.stream()
                .filter(letter -> letter.template().equals(template))
                .toList();
    }

    private List<Posted> letters(String column, String value) {
        return jdbc.sql("select * from mail_letter where " + column + " = ? order by number desc")
                .param(value)
                .query(this::posted)
                .list();
    }

    private Posted posted(ResultSet row, int number) throws SQLException {
        var letter = StoredLetter.from(row, number);
        return new Posted(letter.template(), letter.email(), letter.subject(), layout.text(letter));
    }

    /** A letter. */
    public record Posted(String template, String email, String subject, String text) {
        public String whole() {
            return subject + "\n" + text;
        }

        /** What the group of a pattern holds. */
        public Optional<String> found(String pattern) {
            return Pattern.compile(pattern)
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .findFirst();
        }
    }
}
