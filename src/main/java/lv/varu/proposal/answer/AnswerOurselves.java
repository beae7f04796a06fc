package lv.varu.proposal.answer;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.document.DocumentRefused;
import lv.varu.document.FileRefusals;
import lv.varu.proposal.IntakeRules;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.OutcomeRoute;
import lv.varu.proposal.ProposeForm;
import lv.varu.proposal.Reply;
import lv.varu.task.FieldRefused;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskScreen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** Where staff answer a proposal about what their own partnership decides. */
@Component
class AnswerOurselves implements TaskScreen<AnswerOurselves.Form> {
    private final AnswerTurns turns;
    private final AnswerFiles files;
    private final FileRefusals refusals;

    AnswerOurselves(AnswerTurns turns, AnswerFiles files, FileRefusals refusals) {
        this.turns = turns;
        this.files = files;
        this.refusals = refusals;
    }

    /** The fields of the municipal answer. */
    record Form(
            @Nullable Outcome outcome,
            @Nullable OutcomeRoute route,
            @Nullable @Size(max = IntakeRules.REMARK) String rationale,
            @Nullable List<MultipartFile> files) {

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
    public boolean takesFiles() {
        return true;
    }

    @Override
    public Form form(OpenTask task) {
        return new Form(null, null, null, null);
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
        List<MultipartFile> chosen = Attached.chosen(form.files());
        if (chosen.size() > AnswerFiles.MOST) {
            errors.rejectValue("files", "proposal.fault.files.many");
        }
        chosen.stream()
                .filter(ProposeForm::isLarge)
                .forEach(file -> FileRefusals.tellTooLarge(file.getOriginalFilename(), "files", errors));
    }

    @Override
    public Map<String, @Nullable Object> complete(OpenTask task, Form form, Person by) {
        UUID proposal = UUID.fromString(task.caseKey().id());
        turns.answerOurselves(proposal, form.reply(), by);
        try {
            Attached.chosen(form.files()).forEach(file -> files.add(proposal, ProposeForm.upload(file)));
        } catch (DocumentRefused refused) {
            throw new FieldRefused(refused, errors -> refusals.tell(refused, "files", errors));
        }
        return Map.of();
    }
}
