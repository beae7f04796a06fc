package lv.varu.browser;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Everything that the SMTP server has taken; a letter is read once. */
class Mailbox {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GreenMail server;
    private final List<String> read = new ArrayList<>();

    Mailbox(GreenMail server) {
        this.server = server;
    }

    /** Waits for an unread letter to somebody whose subject has these words in it, and reads it. */
    Letter read(String to, String subject) {
        return await("letter to " + to + ": " + subject)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> unread(to, subject), Optional::isPresent)
                .map(this::taken)
                .orElseThrow();
    }

    /** Subjects of all letters to somebody, in the order in which they came. */
    List<String> subjects(String to) {
        return letters()
                .filter(letter -> letter.to().equals(to))
                .map(Letter::subject)
                .toList();
    }

    private Letter taken(Letter letter) {
        read.add(letter.id());
        return letter;
    }

    private Optional<Letter> unread(String to, String subject) {
        return letters()
                .filter(letter -> letter.to().equals(to) && letter.subject().contains(subject))
                .filter(letter -> !read.contains(letter.id()))
                .findFirst();
    }

    private java.util.stream.Stream<Letter> letters() {
        return Arrays.stream(server.getReceivedMessages()).map(Letter::of);
    }

    /** @param attachments names and contents */
    record Letter(String id, String to, String subject, String text, Map<String, byte[]> attachments) {
        private static final Pattern LINK = Pattern.compile("https?://\\S+");

        static Letter of(MimeMessage message) {
            try {
                Map<String, byte[]> attachments = new LinkedHashMap<>();
                StringBuilder text = new StringBuilder();
                collect(message, text, attachments);
                var to = (InternetAddress) message.getRecipients(Message.RecipientType.TO)[0];
                return new Letter(
                        message.getMessageID(), to.getAddress(), message.getSubject(), text.toString(), attachments);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void collect(Part part, StringBuilder text, Map<String, byte[]> attachments)
                throws MessagingException, IOException {
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    collect(parts.getBodyPart(i), text, attachments);
                }
            } else if (part.getFileName() != null) {
                attachments.put(
                        MimeUtility.decodeText(part.getFileName()),
                        part.getInputStream().readAllBytes());
            } else if (part.isMimeType("text/plain")) {
                text.append(part.getContent());
            }
        }

        /** The last address in the letter that has this path in it: the button stands below the text. */
        String link(String path) {
            return LINK.matcher(text)
                    .results()
                    .map(found -> found.group())
                    .filter(address -> address.contains(path))
                    .reduce((earlier, later) -> later)
                    .orElseThrow(() -> new AssertionError("no link " + path + " in: " + text));
        }
    }
}
