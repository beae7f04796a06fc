package lv.varu.proposal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.varu.engine.Variable;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What {@code processes/proposal.bpmn} and the code call the same. */
@Component
public class ProposalProcess {
    public static final String KEY = Proposal.KIND;

    private static final String PREPARING = "preparing";

    static final Variable<Boolean> NEEDS_CONFIRMATION = Variable.flag("needsConfirmation");
    static final Variable<Boolean> SCREENED = Variable.flag("screened");
    static final Variable<Boolean> CLARIFY = Variable.flag("clarify");
    static final Variable<Boolean> DECLINED = Variable.flag("declined");
    static final Variable<Boolean> STANDING = Variable.flag("standing");
    static final Variable<Boolean> OWN_HOSTED = Variable.flag("ownHosted");
    public static final Variable<Boolean> MORE_DAYS = Variable.flag("moreDays");
    static final Variable<Boolean> LEFT_OUT = Variable.flag("leftOut");
    static final Variable<String> PARTNERSHIP = Variable.text("partnership");
    static final Variable<Instant> CONFIRM_BY = Variable.instant("confirmBy");
    static final Variable<Instant> REMIND_AUTHOR_AT = Variable.instant("remindAuthorAt");
    static final Variable<Instant> CLARIFY_UNTIL = Variable.instant("clarifyUntil");
    static final Variable<Instant> REMIND_AT = Variable.instant("remindAt");
    static final Variable<Instant> DUE_AT = Variable.instant("dueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.instant("escalateAt");
    static final Variable<Instant> TELEPHONE_AT = Variable.instant("telephoneAt");
    static final Variable<Instant> LATE_AT = Variable.instant("lateAt");
    static final Variable<Instant> FINAL_AT = Variable.instant("finalAt");

    public enum UserTask {
        screen,
        answerOurselves,
        telephone,
        decideMoreDays
    }

    enum Message {
        submissionConfirmed,
        clarified,
        positionDelivered,
        merged,
        split,
        splitUndone,
        partsAnswered,
        moreDaysAsked,
        answerReceived,
        askedAgain,
        answerPublished,
        withdrawnByAuthor,
        consultationWithdrawn
    }

    private final RuntimeService runtime;

    ProposalProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /**
     * @param ownWay not delivered with others
     * @param confirmBy until when the submitter must confirm; nothing to confirm when there is none
     * @param screened whether staff have looked at it before it became a proposal
     */
    void start(UUID id, Call call, boolean ownWay, @Nullable Instant confirmBy, boolean screened) {
        List<Variable.Value> values = values(call, ownWay, screened);
        values.add(NEEDS_CONFIRMATION.with(confirmBy != null));
        if (confirmBy != null) {
            values.add(CONFIRM_BY.with(confirmBy));
        }
        runtime.startProcessInstanceByKey(KEY, id.toString(), Variable.all(values.toArray(Variable.Value[]::new)));
    }

    /**
     * Sets a registered proposal on its way: a part of another one, or one that was merged and stands for itself again.
     *
     * @param screened whether staff have looked at it before, so that it waits for the position at once
     */
    public void resume(UUID id, Call call, boolean screened) {
        List<Variable.Value> values = values(call, call.standing(), screened);
        values.add(NEEDS_CONFIRMATION.with(false));
        runtime.createProcessInstanceByKey(KEY)
                .businessKey(id.toString())
                .setVariables(Variable.all(values.toArray(Variable.Value[]::new)))
                .startBeforeActivity(PREPARING)
                .execute();
    }

    private static List<Variable.Value> values(Call call, boolean ownWay, boolean screened) {
        return new ArrayList<>(List.of(
                PARTNERSHIP.with(call.lead()),
                STANDING.with(ownWay),
                OWN_HOSTED.with(call.ownHosted()),
                SCREENED.with(screened),
                CLARIFY.with(false),
                DECLINED.with(false),
                LEFT_OUT.with(false)));
    }

    void submissionConfirmed(UUID id) {
        tell(id, Message.submissionConfirmed);
    }

    void positionDelivered(UUID id, boolean leftOut) {
        tell(id, Message.positionDelivered, LEFT_OUT.with(leftOut));
    }

    public void clarified(UUID id) {
        tell(id, Message.clarified);
    }

    /** It lives on in another one; before the position only. Its end is final, {@link #resume} begins anew. */
    public void merged(UUID id) {
        tell(id, Message.merged);
    }

    /** From here on it waits for its parts; before the position only. */
    public void split(UUID id) {
        tell(id, Message.split);
    }

    /** @param screened whether staff had looked at the whole before it was split */
    public void splitUndone(UUID id, boolean screened) {
        tell(id, Message.splitUndone, SCREENED.with(screened));
    }

    public void partsAnswered(UUID id) {
        tell(id, Message.partsAnswered);
    }

    public void moreDaysAsked(UUID id) {
        tell(id, Message.moreDaysAsked);
    }

    public void askedAgain(UUID id) {
        tell(id, Message.askedAgain);
    }

    public void withdrawnByAuthor(UUID id) {
        tell(id, Message.withdrawnByAuthor);
    }

    void consultationWithdrawn(UUID id) {
        tell(id, Message.consultationWithdrawn);
    }

    public void answerReceived(UUID id) {
        tell(id, Message.answerReceived);
    }

    public void answerPublished(UUID id) {
        tell(id, Message.answerPublished);
    }

    private void tell(UUID id, Message message, Variable.Value... values) {
        runtime.createMessageCorrelation(message.name())
                .processInstanceBusinessKey(id.toString())
                .setVariables(Variable.all(values))
                .correlate();
    }
}
