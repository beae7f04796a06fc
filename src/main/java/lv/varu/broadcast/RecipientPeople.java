package lv.varu.broadcast;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.varu.audit.Trail;
import lv.varu.privacy.Finding;
import lv.varu.privacy.PersonalData;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whose address got urgent calls. */
@Component
class RecipientPeople implements PersonalData {
    private static final String KIND = "broadcast-recipient";

    private final Recipients recipients;
    private final Broadcasts broadcasts;
    private final Trail trail;

    RecipientPeople(Recipients recipients, Broadcasts broadcasts, Trail trail) {
        this.recipients = recipients;
        this.broadcasts = broadcasts;
        this.trail = trail;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> find(String email) {
        return recipients.ofEmail(email).stream().map(this::finding).toList();
    }

    private Finding finding(Recipient recipient) {
        Broadcast broadcast = broadcasts.get(recipient.broadcastId());
        Instant at = Objects.requireNonNullElse(recipient.sentAt(), broadcast.writtenAt());
        return Finding.of(KIND, recipient.id(), broadcast.key(), at)
                .with("broadcastTitle", broadcast.title())
                .with("broadcastOrganisation", recipient.name())
                .with("broadcastPerson", recipient.person())
                .with("broadcastComment", recipient.comment())
                .losesPerson("broadcast-answer")
                .done();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String email, List<Finding> findings) {
        findings.forEach(finding -> recipients.forget(UUID.fromString(finding.id())));
        trail.erasePersonal(findings.stream().map(Finding::about).distinct().toList(), email);
    }
}
