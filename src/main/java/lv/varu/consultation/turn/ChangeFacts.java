package lv.varu.consultation.turn;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.meeting.MeetingNews;
import org.springframework.stereotype.Component;

/** What a letter about a change says of it; a date is written in the reader's language. */
@Component
class ChangeFacts {
    private final Extensions extensions;
    private final Revisions revisions;
    private final MeetingNews meetings;

    ChangeFacts(Extensions extensions, Revisions revisions, MeetingNews meetings) {
        this.extensions = extensions;
        this.revisions = revisions;
        this.meetings = meetings;
    }

    Map<String, Object> of(Change change, UUID id, Consultation consultation) {
        return switch (change) {
            case EXTENDED -> {
                var extension = extensions.findById(id).orElseThrow();
                yield Map.of(
                        "before", extension.closedOn(),
                        "closesOn", extension.closesOn(),
                        "reason", extension.reason());
            }
            case REVISED -> {
                var revision = revisions.findById(id).orElseThrow();
                yield Map.of(
                        "version", revision.label(),
                        "changes", revision.changes(),
                        "closesOn", consultation.closesOn());
            }
            case MEETING -> meetings.facts(id);
            case WITHDRAWN -> Map.of("reason", Objects.requireNonNull(consultation.withdrawalReason()));
        };
    }
}
