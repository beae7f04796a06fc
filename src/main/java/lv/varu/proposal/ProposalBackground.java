package lv.varu.proposal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.proposal.similar.SimilarProposals;
import lv.varu.proposal.similar.SimilarProposals.Similar;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskBackground;
import org.springframework.stereotype.Component;

/** The proposal itself beside every task about it. */
@Component
class ProposalBackground implements TaskBackground {
    private static final int SIMILAR = 5;

    private final ProposalSheets sheets;
    private final SimilarProposals similar;

    ProposalBackground(ProposalSheets sheets, SimilarProposals similar) {
        this.sheets = sheets;
        this.similar = similar;
    }

    @Override
    public String processKey() {
        return ProposalProcess.KEY;
    }

    @Override
    public String template() {
        return "proposal/background";
    }

    @Override
    public Map<String, ?> model(OpenTask task) {
        ProposalSheet sheet = sheets.of(UUID.fromString(task.caseKey().id()));
        ProposalView proposal = sheet.proposal();
        List<Similar> alike = task.taskKey().equals(ProposalProcess.UserTask.screen.name())
                ? similar.forStaff(proposal.callId(), proposal.title() + " " + proposal.text(), proposal.id(), SIMILAR)
                : List.of();
        return Map.of("sheet", sheet, "similar", alike);
    }
}
