package lv.varu.proposal.answer;

import java.util.List;
import java.util.UUID;
import lv.varu.document.Document;
import lv.varu.proposal.Call;
import lv.varu.proposal.Offers.Offer;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Reply;
import lv.varu.proposal.Submitter;
import org.jspecify.annotations.Nullable;

/**
 * What a municipal contact sees behind the link of the letter.
 *
 * @param sent what is answered already
 * @param batchRefused why files for several answers could not be taken
 */
record AnswerPage(
        @Nullable String contactName, Call call, List<Group> groups, List<Sent> sent, List<String> batchRefused) {

    /** Those with a file that could not be taken. */
    public List<Entry> refusedEntries() {
        return entries().stream().filter(entry -> !entry.refused().isEmpty()).toList();
    }

    public boolean isRefused() {
        return !batchRefused.isEmpty() || !refusedEntries().isEmpty();
    }

    /** Those for which something still lacks, in the order of the page. */
    public List<Entry> faults() {
        return entries().stream().filter(entry -> entry.fault() != null).toList();
    }

    public List<Entry> entries() {
        return groups.stream().flatMap(group -> group.entries().stream()).toList();
    }

    public int waiting() {
        return entries().size();
    }

    public int total() {
        return waiting() + sent.size();
    }

    /** Proposals of one consultation; a contact may be asked in several. */
    record Group(Call call, List<Entry> entries) {}

    /**
     * @param submitter only if they agreed
     * @param attachments files of the answer, chosen before
     * @param refused why files just chosen could not be taken
     * @param fault key of the message that says what lacks
     * @param open whether it is shown unfolded
     */
    record Entry(
            ProposalView proposal,
            String place,
            @Nullable Submitter submitter,
            Offer offer,
            List<Document> files,
            Reply reply,
            List<Document> attachments,
            List<String> refused,
            @Nullable String fault,
            boolean overdue,
            boolean open) {

        public UUID id() {
            return proposal.id();
        }

        public String state() {
            if (fault != null || !refused.isEmpty()) {
                return "fault";
            }
            return reply.isComplete() ? "ready" : reply.equals(Reply.EMPTY) && attachments.isEmpty() ? "none" : "draft";
        }

        /** Where the summary leads. */
        public String faultyField() {
            return (reply.outcome() == null ? "outcome-" : "rationale-") + id();
        }
    }

    record Sent(ProposalView proposal, String place, List<Document> files, List<Document> attachments) {}
}
