package lv.varu.commitment;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.varu.account.People;
import lv.varu.account.Role;
import lv.varu.audit.Trail;
import lv.varu.commitment.Asked.Mark;
import lv.varu.commitment.Asked.Question;
import lv.varu.directory.Contacts;
import lv.varu.directory.MunicipalContact;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks a municipality how far its promises are, and does not let it rest. */
@Service
@Transactional
class ProgressRound {
    private final Commitments commitments;
    private final Asked asked;
    private final CommitmentLetters letters;
    private final Contacts contacts;
    private final People people;
    private final Trail trail;
    private final Clock clock;

    ProgressRound(
            Commitments commitments,
            Asked asked,
            CommitmentLetters letters,
            Contacts contacts,
            People people,
            Trail trail,
            Clock clock) {
        this.commitments = commitments;
        this.asked = asked;
        this.letters = letters;
        this.contacts = contacts;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    void ask(UUID id) {
        Commitment commitment = commitments.get(id);
        claim(commitment, Mark.ASKED).ifPresent(question -> letters.ask(commitment, contactOf(question), question));
        trail.record(commitment.key(), "commitment.asked", Map.of("dueOn", String.valueOf(commitment.reportBy())));
    }

    void remind(UUID id) {
        Commitment commitment = commitments.get(id);
        claim(commitment, Mark.REMINDED)
                .ifPresent(question -> letters.remind(commitment, contactOf(question), question));
        trail.record(commitment.key(), "commitment.reminded");
    }

    void escalate(UUID id) {
        Commitment commitment = commitments.get(id);
        claim(commitment, Mark.ESCALATED).ifPresent(question -> escalate(commitment, question));
        trail.record(commitment.key(), "commitment.escalated");
    }

    private void escalate(Commitment commitment, Question question) {
        Optional<MunicipalContact> contact = contactOf(question);
        Optional<MunicipalContact> manager =
                contact.flatMap(known -> Optional.ofNullable(known.manager())).flatMap(contacts::find);
        if (manager.isPresent()) {
            MunicipalContact to = manager.get();
            letters.escalate(commitment, contact, question, to.email(), to.name(), to.language());
        } else {
            people.of(commitment.partnership(), Role.MANAGER)
                    .forEach(to ->
                            letters.escalate(commitment, contact, question, to.email(), to.name(), to.language()));
        }
    }

    private Optional<Question> claim(Commitment commitment, Mark mark) {
        return asked.claim(commitment, mark, clock.instant());
    }

    private Optional<MunicipalContact> contactOf(Question question) {
        return Optional.ofNullable(question.contactId()).flatMap(contacts::find);
    }
}
