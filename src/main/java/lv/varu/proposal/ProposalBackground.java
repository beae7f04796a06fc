package lv.varu.proposal;

import java.util.Map;
import java.util.UUID;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskBackground;
import org.springframework.stereotype.Component;

/** The proposal itself beside every task about it. */
@Component
class ProposalBackground implements TaskBackground {
    private final ProposalSheets sheets;

    ProposalBackground(ProposalSheets sheets) {
        this.sheets = sheets;
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
        return Map.of("sheet", sheets.of(UUID.fromString(task.caseKey().id())));
    }
}
