package lv.varu.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.proposal.ProposalProcess.UserTask;
import lv.varu.proposal.StoredDeadline.Kind;
import lv.varu.task.CaseAccess;
import lv.varu.task.CaseTitles;
import lv.varu.task.TaskDueDates;
import org.springframework.stereotype.Component;

/** What a proposal is called in lists of tasks, until when its tasks are due, and who may read its trail. */
@Component
class ProposalCases implements CaseTitles, CaseAccess, TaskDueDates {
    private final Proposals proposals;

    ProposalCases(Proposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public String kind() {
        return Proposal.KIND;
    }

    @Override
    public String processKey() {
        return ProposalProcess.KEY;
    }

    @Override
    public String titleOf(String id) {
        Proposal proposal = proposals.get(UUID.fromString(id));
        return proposal.number() == null ? proposal.title() : proposal.number() + ". " + proposal.title();
    }

    @Override
    public Optional<String> pageOf(String id) {
        return Optional.of("/darbs/priekslikumi/" + id);
    }

    @Override
    public boolean mayRead(Person person, CaseKey key) {
        return proposals
                .findById(UUID.fromString(key.id()))
                .filter(proposal -> proposal.owners().stream().anyMatch(person::worksFor))
                .isPresent();
    }

    @Override
    public Optional<LocalDate> dueOn(String taskKey, CaseKey caseKey, Instant createdAt) {
        Kind kind = taskKey.equals(UserTask.screen.name()) ? Kind.SCREENING : Kind.LATE;
        return proposals.get(UUID.fromString(caseKey.id())).deadline(kind).map(StoredDeadline::date);
    }
}
