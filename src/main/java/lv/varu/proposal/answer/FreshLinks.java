package lv.varu.proposal.answer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.audit.Trail;
import lv.varu.directory.Contacts;
import lv.varu.directory.MunicipalContact;
import lv.varu.proposal.Call;
import lv.varu.proposal.Calls;
import lv.varu.proposal.Intake;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalRows;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Proposals;
import lv.varu.proposal.author.AuthorLetters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends another link to whoever lost theirs, to the address that is known already and to no other. */
@Service
@Transactional
class FreshLinks {
    /** Nobody needs more at once, and a letter goes out for each. */
    private static final int NEWEST = 10;

    private final Calls calls;
    private final Proposals proposals;
    private final ProposalRows rows;
    private final Intake intake;
    private final AuthorLetters letters;
    private final AnswerLetters answerLetters;
    private final Contacts contacts;
    private final Links links;
    private final Trail trail;
    private final Clock clock;

    FreshLinks(
            Calls calls,
            Proposals proposals,
            ProposalRows rows,
            Intake intake,
            AuthorLetters letters,
            AnswerLetters answerLetters,
            Contacts contacts,
            Links links,
            Trail trail,
            Clock clock) {
        this.calls = calls;
        this.proposals = proposals;
        this.rows = rows;
        this.intake = intake;
        this.letters = letters;
        this.answerLetters = answerLetters;
        this.contacts = contacts;
        this.links = links;
        this.trail = trail;
        this.clock = clock;
    }

    /** Writes to the address about each of its newest proposals, once an hour; says nothing about whether it did. */
    void toAuthor(String email) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        for (UUID id : intake.newestOf(email, NEWEST)) {
            Proposal proposal = proposals.get(id);
            intake.reachable(id).ifPresent(author -> {
                if (letters.freshLink(proposal, calls.get(proposal.callId()), author, hour)) {
                    trail.record(proposal.key(), "proposal.freshLink");
                }
            });
        }
    }

    /**
     * Writes to the contact whose link has passed its end.
     *
     * @return false when nothing waits for them any more
     */
    boolean toContact(String token) {
        Optional<Link> ended = links.ended(token, Link.Purpose.ANSWER_PROPOSALS);
        Optional<MunicipalContact> contact = ended.map(Link::holder)
                .filter(holder -> !holder.startsWith("partnership:"))
                .map(UUID::fromString)
                .flatMap(contacts::find);
        if (ended.isEmpty() || contact.isEmpty()) {
            return false;
        }
        UUID callId = UUID.fromString(ended.get().subject());
        List<ProposalView> waiting = rows.waiting(contact.get().id(), callId);
        if (waiting.isEmpty()) {
            return false;
        }
        // The page shows all that waits, whatever it belongs to.
        Call call = calls.get(waiting.get(0).callId());
        LocalDate finalOn = waiting.stream()
                .map(view -> Objects.requireNonNull(proposals.get(view.id()).finalOn()))
                .max(LocalDate::compareTo)
                .orElseThrow();
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        answerLetters.freshLink(call, contact.get(), waiting.size(), finalOn, hour);
        return true;
    }
}
