package lv.varu.proposal.answer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.document.Document;
import lv.varu.document.Documents;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalNotFound;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The files of answers; pages ask as {@code @answerFiles}. Nobody but who answers sees them before the answer is sent. */
@Component
@Transactional(readOnly = true)
public class AnswerFiles {
    static final int MOST = 5;
    private static final String KIND = "proposal-answer";

    private final Documents documents;
    private final Trail trail;

    AnswerFiles(Documents documents, Trail trail) {
        this.documents = documents;
        this.trail = trail;
    }

    public static CaseKey keyOf(UUID proposal) {
        return CaseKey.of(KIND, proposal);
    }

    public List<Document> of(UUID proposal) {
        return documents.of(keyOf(proposal));
    }

    /** By proposal; one query for all. */
    Map<UUID, List<Document>> of(Collection<UUID> proposals) {
        Map<UUID, List<Document>> found = new LinkedHashMap<>();
        documents
                .ofAll(proposals.stream().map(AnswerFiles::keyOf).toList())
                .forEach((owner, files) -> found.put(UUID.fromString(owner.id()), files));
        return found;
    }

    /** What staff may open: the files of an answer that was sent. */
    public List<Document> sent(ProposalView proposal) {
        return isAnswer(proposal.outcome()) ? of(proposal.id()) : List.of();
    }

    /** What anyone may open. */
    public List<Document> published(ProposalView proposal) {
        return proposal.status() == ProposalStatus.PUBLISHED ? sent(proposal) : List.of();
    }

    private static boolean isAnswer(@Nullable Outcome outcome) {
        return outcome != null && outcome != Outcome.NO_REPLY;
    }

    /**
     * @throws TooMany when the answer has as many as it may have
     * @throws lv.varu.document.DocumentRefused when the file cannot be taken
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(UUID proposal, Submission.Upload file) {
        if (of(proposal).size() >= MOST) {
            throw new TooMany(proposal);
        }
        Document stored = documents.store(keyOf(proposal), file.name(), file.content());
        trail.record(
                Proposal.keyOf(proposal),
                "proposal.answerFileAdded",
                Map.of("document", stored.id()),
                Map.of("fileName", stored.fileName()));
    }

    /** Who answers has chosen the wrong one. */
    @Transactional(propagation = Propagation.MANDATORY)
    void drop(UUID proposal, UUID file) {
        remove(proposal, file, Map.of());
    }

    /** Staff take away what must not be seen; the reason stays in the trail. */
    @Transactional
    public void remove(Document file, String reason) {
        remove(UUID.fromString(file.owner().id()), file.id(), Map.of("reason", reason));
    }

    private void remove(UUID proposal, UUID file, Map<String, String> why) {
        Document found = of(proposal).stream()
                .filter(document -> document.id().equals(file))
                .findFirst()
                .orElseThrow(() -> new ProposalNotFound(file));
        documents.remove(file);
        Map<String, String> personal = new LinkedHashMap<>(why);
        personal.put("fileName", found.fileName());
        trail.record(Proposal.keyOf(proposal), "proposal.answerFileRemoved", Map.of("document", file), personal);
    }

    /** The answer has as many files as it may have. */
    static class TooMany extends RuntimeException {
        TooMany(UUID proposal) {
            super(proposal.toString());
        }
    }
}
