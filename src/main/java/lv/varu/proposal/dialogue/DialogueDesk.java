package lv.varu.proposal.dialogue;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import lv.varu.directory.MunicipalContact;
import lv.varu.proposal.Call;
import lv.varu.proposal.CallNotFound;
import lv.varu.proposal.Calls;
import lv.varu.proposal.Intake;
import lv.varu.proposal.IntakeRules;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalNotFound;
import lv.varu.proposal.ProposalRows;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Proposals;
import lv.varu.proposal.answer.AnswerDesk;
import lv.varu.proposal.author.AuthorLinks;
import lv.varu.proposal.dialogue.Remark.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The conversation about a proposal between its author, the partnership and, once it was asked, the municipality. All
 * three read all of it; an author who did not agree to be named to the municipality stays unnamed there.
 */
@Service
@Transactional
class DialogueDesk {
    private final Calls calls;
    private final Proposals proposals;
    private final ProposalRows rows;
    private final Remarks remarks;
    private final Intake intake;
    private final AnswerDesk answers;
    private final AuthorLinks links;
    private final Trail trail;
    private final Clock clock;

    DialogueDesk(
            Calls calls,
            Proposals proposals,
            ProposalRows rows,
            Remarks remarks,
            Intake intake,
            AnswerDesk answers,
            AuthorLinks links,
            Trail trail,
            Clock clock) {
        this.calls = calls;
        this.proposals = proposals;
        this.rows = rows;
        this.remarks = remarks;
        this.intake = intake;
        this.answers = answers;
        this.links = links;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Conversation forStaff(UUID id, Person by) {
        Proposal proposal = owned(id, by);
        boolean reachable =
                intake.submitter(id).filter(author -> author.email() != null).isPresent();
        return conversation(proposal, Side.PARTNERSHIP, reachable);
    }

    /** Opening a link counts it. */
    Conversation forAuthor(String token) {
        return conversation(proposals.get(links.opened(token)), Side.AUTHOR, true);
    }

    Conversation forMunicipality(String token, UUID id) {
        return conversation(answers.required(token, id), Side.MUNICIPALITY, true);
    }

    void writeAsStaff(UUID id, String text, Person by) {
        write(owned(id, by), Side.PARTNERSHIP, by.name(), text);
    }

    void writeAsAuthor(String token, String text) {
        Proposal proposal = proposals.get(links.opened(token));
        String name = intake.submitter(proposal.id())
                .flatMap(author -> Stream.of(author.name(), author.organisation())
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElse("");
        write(proposal, Side.AUTHOR, name, text);
    }

    void writeAsMunicipality(String token, UUID id, String text) {
        Proposal proposal = answers.required(token, id);
        MunicipalContact contact = answers.asked(token).contact();
        write(proposal, Side.MUNICIPALITY, contact == null ? "" : contact.name(), text);
    }

    private void write(Proposal proposal, Side side, String writer, String text) {
        if (!isOpen(proposal)) {
            throw new Proposal.OutOfTurn(proposal.receipt(), proposal.status());
        }
        remarks.add(new Remark(UUID.randomUUID(), proposal.id(), side, writer, text, clock.instant()));
        trail.record(proposal.key(), "proposal.remarkWritten", Map.of("side", side.name()), Map.of("text", text));
    }

    private Conversation conversation(Proposal proposal, Side reader, boolean reachable) {
        boolean named = reader != Side.MUNICIPALITY || intake.agreed(proposal.id(), Intake.Consent.FORWARDING);
        return new Conversation(
                rows.find(proposal.id()).orElseThrow(() -> new ProposalNotFound(proposal.id())),
                calls.find(proposal.callId())
                        .orElseThrow(() -> new CallNotFound(proposal.callId().toString())),
                reader,
                remarks.of(proposal.id()).stream()
                        .map(remark -> named ? remark : unnamed(remark))
                        .toList(),
                isOpen(proposal),
                reachable,
                proposal.contactId() != null);
    }

    static Remark unnamed(Remark remark) {
        return remark.side() == Side.AUTHOR
                ? new Remark(remark.id(), remark.proposalId(), remark.side(), "", remark.text(), remark.writtenAt())
                : remark;
    }

    /** Until the outcome is public, or there is nothing to talk about any more. */
    static boolean isOpen(Proposal proposal) {
        return switch (proposal.status()) {
            case RECEIVED, SCREENED, FORWARDED, ANSWERED -> true;
            default -> false;
        };
    }

    private Proposal owned(UUID id, Person by) {
        Proposal proposal = proposals.get(id);
        if (proposal.owners().stream().noneMatch(by::worksFor)) {
            throw new NotAllowed();
        }
        return proposal;
    }

    /**
     * @param reachable whether the author can be told by letter
     * @param asked whether a municipality takes part
     */
    record Conversation(
            ProposalView proposal,
            Call call,
            Side reader,
            List<Remark> remarks,
            boolean open,
            boolean reachable,
            boolean asked) {}

    /** What stands in a field, or why it cannot be sent. */
    static @Nullable String faultOf(String text) {
        if (text.isBlank()) {
            return "proposal.dialogue.text.missing";
        }
        return text.length() > IntakeRules.TEXT ? "proposal.fault.long" : null;
    }
}
