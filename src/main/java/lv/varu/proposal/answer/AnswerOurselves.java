package lv.varu.proposal.answer;

import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.proposal.IntakeRules;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.OutcomeRoute;
import lv.varu.proposal.Reply;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskScreen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Where staff answer a proposal about what their own partnership decides. */
@Component
class AnswerOurselves implements TaskScreen<AnswerOurselves.Form> {
    private final AnswerTurns turns;

    AnswerOurselves(AnswerTurns turns) {
        this.turns = turns;
    }

    /** The fields of the municipal answer. */
    record Form(
            @Nullable Outcome outcome,
            @Nullable OutcomeRoute route,
            @Nullable @Size(max = IntakeRules.REMARK) String rationale) {

        Reply reply() {
            boolean goesOn = outcome == Outcome.ACCEPTED || outcome == Outcome.PARTIALLY_ACCEPTED;
            String words = rationale == null || rationale.isBlank() ? null : rationale.strip();
            return new Reply(outcome, goesOn ? route : null, words);
        }
    }

    @Override
    public String formKey() {
        return "proposal/answer-ourselves";
    }

    @Override
    public String template() {
        return "proposal/answer-ourselves";
    }

    @Override
    public Form form(OpenTask task) {
        return new Form(null, null, null);
    }

    @Override
    public Map<String, ?> model(OpenTask task) {
        return Map.of("outcomes", Outcome.ANSWERS, "routes", OutcomeRoute.values());
    }

    @Override
    public void check(OpenTask task, Form form, Errors errors) {
        Reply reply = form.reply();
        if (reply.lacksRationale()) {
            errors.rejectValue("rationale", "proposal.fault.rationale.missing");
        } else if (!reply.isComplete()) {
            errors.rejectValue("outcome", "proposal.fault.outcome.missing");
        }
    }

    @Override
    public Map<String, @Nullable Object> complete(OpenTask task, Form form, Person by) {
        turns.answerOurselves(UUID.fromString(task.caseKey().id()), form.reply(), by);
        return Map.of();
    }
}
