package lv.varu.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Delivers what is due. Letters are claimed in one short transaction and marked in another, SMTP is spoken in between:
 * a slow server holds up neither rows nor connections, and a node that dies leaves its letters to the next one.
 */
@Component
class Postman {
    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final int PERMANENT = 500;
    private static final int LONGEST_ERROR = 500;

    private final LetterStore store;
    private final MailSettings settings;
    private final Envelope envelope;
    private final @Nullable JavaMailSender sender;

    Postman(LetterStore store, MailSettings settings, LetterLayout layout, ObjectProvider<JavaMailSender> sender) {
        this.store = store;
        this.settings = settings;
        this.envelope = new Envelope(settings, layout);
        this.sender = sender.getIfAvailable();
    }

    /** Without an SMTP server letters stay in the outbox, where administrators read them. */
    boolean hasServer() {
        return sender != null;
    }

    /** How many letters were taken. */
    int deliver() {
        if (sender == null) {
            return 0;
        }
        var letters = store.claim();
        letters.forEach(letter -> deliver(sender, letter));
        return letters.size();
    }

    private void deliver(JavaMailSender server, StoredLetter letter) {
        var redirect = settings.reaches(letter.email()) ? null : settings.redirectTo();
        if (!settings.reaches(letter.email()) && !StringUtils.hasText(redirect)) {
            store.held(letter);
            return;
        }
        try {
            server.send(envelope.seal(server, letter, store.attachmentsOf(letter.id()), redirect));
        } catch (RuntimeException | MessagingException | UnsupportedEncodingException e) {
            // Whatever is wrong with one letter must not keep back the others.
            failed(letter, e);
            return;
        }
        store.delivered(letter);
    }

    private void failed(StoredLetter letter, Exception error) {
        log.warn("Letter {} was not delivered at attempt {}: {}", letter.id(), letter.attempts(), error.toString());
        var causes = causes(error);
        var text = Addresses.oneLine(causes.get(causes.size() - 1).toString());
        var shown = text.substring(0, Math.min(text.length(), LONGEST_ERROR));
        if (causes.stream().anyMatch(Postman::isPermanent)) {
            store.refused(letter, shown);
        } else {
            store.failed(letter, shown);
        }
    }

    /** The server knows that there is no such recipient; anything else may be better tomorrow. */
    private static boolean isPermanent(Throwable cause) {
        return cause instanceof SMTPAddressFailedException address && address.getReturnCode() >= PERMANENT
                || cause instanceof SendFailedException failure
                        && failure.getCause() instanceof SMTPAddressFailedException nested
                        && nested.getReturnCode() >= PERMANENT;
    }

    /** Mail exceptions hang together in three different ways. */
    private static List<Throwable> causes(Throwable error) {
        var found = new ArrayList<Throwable>();
        var open = new ArrayDeque<Throwable>(List.of(error));
        while (!open.isEmpty() && found.size() < 20) {
            var next = open.poll();
            if (found.contains(next)) {
                continue;
            }
            found.add(next);
            if (next instanceof MailSendException send) {
                open.addAll(List.of(send.getMessageExceptions()));
            }
            if (next instanceof MessagingException messaging && messaging.getNextException() != null) {
                open.add(messaging.getNextException());
            }
            if (next.getCause() != null) {
                open.add(next.getCause());
            }
        }
        return found;
    }
}
