package lv.varu.proposal.support;

import java.util.Optional;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalCases;
import lv.varu.task.CaseAccess;
import lv.varu.task.CaseTitles;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the trail of somebody's support is called, and who may read it: whoever may read that of the proposal. */
@Component
@Transactional(readOnly = true)
class SupporterCases implements CaseTitles, CaseAccess {
    private final Supporters supporters;
    private final ProposalCases proposals;
    private final MessageSource messages;

    SupporterCases(Supporters supporters, ProposalCases proposals, MessageSource messages) {
        this.supporters = supporters;
        this.proposals = proposals;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return Supporter.KIND;
    }

    @Override
    public String titleOf(String id) {
        String proposal = proposals.titleOf(proposal(id).toString());
        return messages.getMessage("proposal.support.case", new Object[] {proposal}, LocaleContextHolder.getLocale());
    }

    @Override
    public Optional<String> pageOf(String id) {
        return proposals.pageOf(proposal(id).toString());
    }

    @Override
    public boolean mayRead(Person person, CaseKey key) {
        return supporters
                .find(UUID.fromString(key.id()))
                .filter(supporter -> proposals.mayRead(person, Proposal.keyOf(supporter.proposalId())))
                .isPresent();
    }

    private UUID proposal(String id) {
        return supporters.get(UUID.fromString(id)).proposalId();
    }
}
