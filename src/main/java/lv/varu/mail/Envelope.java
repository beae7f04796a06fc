package lv.varu.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Puts a stored letter into the form that SMTP carries. */
class Envelope {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailSettings settings;
    private final LetterLayout layout;

    Envelope(MailSettings settings, LetterLayout layout) {
        this.settings = settings;
        this.layout = layout;
    }

    /** @param redirectTo the address that gets the letter in the place of its recipient */
    MimeMessage seal(
            JavaMailSender sender,
            StoredLetter letter,
            List<Letter.Attachment> attachments,
            @Nullable String redirectTo)
            throws MessagingException, UnsupportedEncodingException {
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, UTF_8);
        helper.setFrom(settings.fromAddress(), settings.senderName(letter.senderName()));
        helper.setTo(new InternetAddress(redirectTo == null ? letter.email() : redirectTo, letter.name(), UTF_8));
        if (letter.replyTo() != null) {
            helper.setReplyTo(letter.replyTo());
        }
        helper.setSubject(redirectTo == null ? letter.subject() : "[" + letter.email() + "] " + letter.subject());
        helper.setText(layout.text(letter), layout.html(letter));
        for (var attachment : attachments) {
            helper.addAttachment(
                    attachment.name(), new ByteArrayResource(attachment.content()), attachment.mediaType());
        }
        // The same letter has the same id at every attempt, so a server or a reader can tell a repetition.
        message.setHeader("Message-ID", "<" + letter.id() + "@" + settings.domain() + ">");
        message.setSentDate(Date.from(letter.postedAt()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContentLanguage(new String[] {letter.language()});
        if (letter.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return message;
    }
}
