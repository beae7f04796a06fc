package lv.varu.consultation;

import jakarta.validation.constraints.AssertTrue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.ProposalView;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskScreen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Where staff read all answers once more before everybody can. */
@Component
class PublishAnswersScreen implements TaskScreen<PublishAnswersScreen.Form> {
    private final ProposalBook proposals;
    private final Consultations consultations;

    PublishAnswersScreen(ProposalBook proposals, Consultations consultations) {
        this.consultations = consultations;
        this.proposals = proposals;
    }

    /** That staff have read them. */
    record Form(
            @AssertTrue(message = "{consultation.publish-answers.unread}")
            boolean read) {}

    @Override
    public String formKey() {
        return "consultation/publish-answers";
    }

    @Override
    public String template() {
        return "consultation/publish-answers";
    }

    @Override
    public Form form(OpenTask task) {
        return new Form(false);
    }

    @Override
    public Map<String, ?> model(OpenTask task) {
        var id = UUID.fromString(task.caseKey().id());
        return Map.of("answers", answers(id), "code", consultations.get(id).code());
    }

    @Override
    public void check(OpenTask task, Form form, Errors errors) {
        // A second question may have gone out after the last answer came.
        long unanswered = proposals.unanswered(UUID.fromString(task.caseKey().id()));
        if (unanswered > 0) {
            errors.reject("consultation.publish-answers.unanswered", new Object[] {unanswered}, null);
        }
    }

    /** Those left out of the position get their reason published with the answers. */
    private List<ProposalView> answers(UUID consultation) {
        return proposals.of(consultation, List.of(ProposalStatus.ANSWERED, ProposalStatus.SCREENED)).stream()
                .filter(proposal -> proposal.outcome() != null || proposal.leftOutReason() != null)
                .toList();
    }

    @Override
    public Map<String, @Nullable Object> complete(OpenTask task, Form form, Person by) {
        return Map.of();
    }
}
