package lv.varu.broadcast;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.audit.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a called organisation does by link. */
@Service
@Transactional
public class HelpDesk {
    private final Links links;
    private final Broadcasts broadcasts;
    private final Recipients recipients;
    private final Trail trail;
    private final Clock clock;

    HelpDesk(Links links, Broadcasts broadcasts, Recipients recipients, Trail trail, Clock clock) {
        this.links = links;
        this.broadcasts = broadcasts;
        this.recipients = recipients;
        this.trail = trail;
        this.clock = clock;
    }

    Opened open(String token) {
        Link link = links.open(token, Link.Purpose.ANSWER_BROADCAST);
        UUID id = UUID.fromString(link.holder());
        Recipient recipient = recipients.find(id).orElseThrow(() -> new BroadcastNotFound(id));
        if (recipient.openedAt() == null) {
            recipients.opened(id, clock.instant());
        }
        Broadcast broadcast = broadcasts.get(recipient.broadcastId());
        return new Opened(broadcast, recipient, broadcast.takesAnswers(clock.instant()));
    }

    /**
     * The last answer counts.
     *
     * @throws Broadcast.OutOfTurn when the call is closed
     */
    public void answer(String token, Answer answer) {
        Opened opened = open(token);
        if (!opened.takesAnswers()) {
            throw new Broadcast.OutOfTurn(
                    opened.broadcast().id(), opened.broadcast().state());
        }
        boolean anew = opened.recipient().answeredAt() != null;
        recipients.answer(opened.recipient().id(), answer, clock.instant());
        Map<String, Object> facts = new HashMap<>();
        facts.put("recipient", opened.recipient().name());
        facts.put("helps", answer.helps());
        facts.put(
                "options",
                opened.broadcast().options().stream()
                        .filter(option -> answer.options()
                                .contains(opened.broadcast().options().indexOf(option)))
                        .collect(Collectors.joining("; ")));
        if (answer.amount() != null) {
            facts.put("named", answer.amount());
        }
        trail.record(
                opened.broadcast().key(),
                anew ? "broadcast.answerChanged" : "broadcast.answered",
                facts,
                Map.of("comment", Objects.requireNonNullElse(answer.comment(), "")));
    }

    /** What the page shows. */
    record Opened(Broadcast broadcast, Recipient recipient, boolean takesAnswers) {}
}
