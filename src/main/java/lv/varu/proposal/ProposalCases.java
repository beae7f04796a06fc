package lv.varu.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.calendar.Riga;
import lv.varu.proposal.ProposalProcess.UserTask;
import lv.varu.proposal.StoredDeadline.Kind;
import lv.varu.task.CaseAccess;
import lv.varu.task.CaseTitles;
import lv.varu.task.TaskDueDates;
import org.springframework.stereotype.Component;

/** What a proposal is called in lists of tasks, until when its tasks are due, and who may read its trail. */
@Component
public class ProposalCases implements CaseTitles, CaseAccess, TaskDueDates {
    private final Calls calls;
    private final Proposals proposals;
    private final ProposalDeadlines deadlines;

    ProposalCases(Calls calls, Proposals proposals, ProposalDeadlines deadlines) {
        this.calls = calls;
        this.proposals = proposals;
        this.deadlines = deadlines;
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
        return titleOf(proposals.get(UUID.fromString(id)));
    }

    private static String titleOf(Proposal proposal) {
        return proposal.number() == null ? proposal.title() : proposal.number() + ". " + proposal.title();
    }

    @Override
    public Map<String, String> titlesOf(Collection<String> ids) {
        return proposals.findAllById(ids.stream().map(UUID::fromString).toList()).stream()
                .collect(Collectors.toMap(proposal -> proposal.id().toString(), ProposalCases::titleOf));
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
        Proposal proposal = proposals.get(UUID.fromString(caseKey.id()));
        return switch (UserTask.valueOf(taskKey)) {
            case screen -> proposal.deadline(Kind.SCREENING).map(StoredDeadline::date);
            case answerOurselves -> proposal.deadline(Kind.ANSWER).map(StoredDeadline::date);
            case telephone -> proposal.deadline(Kind.LATE).map(StoredDeadline::date);
            case decideMoreDays ->
                Optional.of(deadlines.decision(calls.get(proposal.callId()).documentType(), Riga.dayOf(createdAt)));
        };
    }
}
