package lv.varu.proposal.answer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.proposal.IntakeRules;
import lv.varu.proposal.ProposalNotFound;
import lv.varu.proposal.ProposalProcess;
import lv.varu.proposal.Proposals;
import lv.varu.proposal.answer.MoreDays.Request;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskScreen;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Where a manager decides whether a municipality gets more days. */
@Component
class DecideMoreDays implements TaskScreen<DecideMoreDays.Form> {
    private final Proposals proposals;
    private final MoreDays moreDays;
    private final AnswerTurns turns;

    DecideMoreDays(Proposals proposals, MoreDays moreDays, AnswerTurns turns) {
        this.proposals = proposals;
        this.moreDays = moreDays;
        this.turns = turns;
    }

    enum Decision {
        GRANT,
        REFUSE
    }

    /** @param until the new last day, as the contact asked for it until the manager changes it */
    record Form(
            @NotNull(message = "{proposal.fault.moreDays.decision}") @Nullable
            Decision decision,

            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate until,

            @Nullable @Size(max = IntakeRules.REMARK) String comment) {

        boolean grants() {
            return decision == Decision.GRANT;
        }

        @Nullable
        String words() {
            return comment == null || comment.isBlank() ? null : comment.strip();
        }
    }

    @Override
    public String formKey() {
        return "proposal/more-days";
    }

    @Override
    public String template() {
        return "proposal/more-days";
    }

    @Override
    public Form form(OpenTask task) {
        return new Form(null, moreDays.open(idOf(task)).map(Request::askedUntil).orElse(null), null);
    }

    @Override
    public Map<String, ?> model(OpenTask task) {
        UUID id = idOf(task);
        return Map.of(
                "decisions", Decision.values(),
                "asked", moreDays.open(id).orElseThrow(() -> new ProposalNotFound(id)),
                "dueOn", Objects.requireNonNull(proposals.get(id).dueOn()));
    }

    @Override
    public void check(OpenTask task, Form form, Errors errors) {
        if (form.grants()) {
            turns.faultOf(proposals.get(idOf(task)), form.until())
                    .ifPresent(fault -> errors.rejectValue("until", fault));
        } else if (form.decision() == Decision.REFUSE && form.words() == null) {
            errors.rejectValue("comment", "proposal.fault.moreDays.comment");
        }
    }

    @Override
    public Map<String, @Nullable Object> complete(OpenTask task, Form form, Person by) {
        turns.decide(idOf(task), form.grants() ? form.until() : null, form.words(), by);
        return Map.of(ProposalProcess.MORE_DAYS.name(), form.grants());
    }

    private static UUID idOf(OpenTask task) {
        return UUID.fromString(task.caseKey().id());
    }
}
