package lv.varu.proposal.author;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.varu.audit.Trail;
import lv.varu.directory.Contacts;
import lv.varu.proposal.Calls;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalDesk;
import lv.varu.proposal.ProposalProcess;
import lv.varu.proposal.ProposalRows;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.Proposals;
import lv.varu.proposal.Withdrawal;
import lv.varu.proposal.answer.AnswerLetters;
import lv.varu.proposal.merging.MergingDesk;
import lv.varu.proposal.support.Followers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a proposal back: its author does it by the link that follows it, or the consultation itself is withdrawn. */
@Service
@Transactional
public class WithdrawalDesk {
    private final Calls calls;
    private final Proposals proposals;
    private final Followers followers;
    private final ProposalProcess process;
    private final ProposalDesk desk;
    private final ProposalRows rows;
    private final MergingDesk merging;
    private final AuthorLetters letters;
    private final AnswerLetters answerLetters;
    private final AuthorLinks links;
    private final Contacts contacts;
    private final Trail trail;
    private final Clock clock;

    WithdrawalDesk(
            Calls calls,
            Proposals proposals,
            Followers followers,
            ProposalProcess process,
            ProposalDesk desk,
            ProposalRows rows,
            MergingDesk merging,
            AuthorLetters letters,
            AnswerLetters answerLetters,
            AuthorLinks links,
            Contacts contacts,
            Trail trail,
            Clock clock) {
        this.calls = calls;
        this.proposals = proposals;
        this.followers = followers;
        this.process = process;
        this.desk = desk;
        this.rows = rows;
        this.merging = merging;
        this.letters = letters;
        this.answerLetters = answerLetters;
        this.links = links;
        this.contacts = contacts;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The author takes the proposal back.
     *
     * @throws Proposal.OutOfTurn when it has come to its end, or was not confirmed yet
     * @throws MergingDesk.OthersDependOnIt when it speaks for others and they could not go on by themselves
     */
    public void withdraw(String token, @Nullable String reason) {
        Proposal proposal = proposals.get(links.opened(token));
        merging.letGo(proposal);
        if (proposal.status() == ProposalStatus.SPLIT) {
            rows.partsOf(proposal.id(), false).stream()
                    .filter(part -> ProposalStatus.OPEN.contains(part.status()))
                    .forEach(part -> withdraw(proposals.get(part.id()), reason));
        }
        withdraw(proposal, reason);
    }

    private void withdraw(Proposal proposal, @Nullable String reason) {
        boolean forwarded = proposal.status() == ProposalStatus.FORWARDED;
        proposal.withdraw(reason, clock.instant());
        proposals.saveAndFlush(proposal);
        trail.record(
                proposal.key(), "proposal.withdrawn", Map.of(), reason == null ? Map.of() : Map.of("reason", reason));
        if (forwarded) {
            Optional.ofNullable(proposal.contactId())
                    .flatMap(contacts::find)
                    .ifPresent(contact -> answerLetters.withdrawn(proposal, calls.get(proposal.callId()), contact));
        }
        process.withdrawnByAuthor(proposal.id());
    }

    /** What its author and all who follow it read when it is done. */
    public void confirmWithdrawal(UUID id) {
        Proposal proposal = proposals.get(id);
        // The author of a part is told once, of the whole; of a mistaken entry nobody is known any more.
        if (proposal.splitFrom() == null && proposal.withdrawal() == Withdrawal.AUTHOR) {
            followers.tell(id, letters::withdrawn);
        }
    }

    /** The consultation was withdrawn, and everybody hears of that; what nobody has confirmed is erased. */
    public void closeWithCall(UUID id) {
        Proposal proposal = proposals.get(id);
        if (proposal.status() == ProposalStatus.UNCONFIRMED) {
            desk.expire(id);
            return;
        }
        proposal.closeWithCall(clock.instant());
        proposals.saveAndFlush(proposal);
        trail.record(proposal.key(), "proposal.closedWithCall");
    }
}
