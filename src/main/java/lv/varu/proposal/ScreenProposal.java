package lv.varu.proposal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import lv.varu.directory.Topic;
import lv.varu.proposal.author.ClarificationDesk;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskScreen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Where staff decide whether a proposal goes on. */
@Component
class ScreenProposal implements TaskScreen<ScreenProposal.Form> {
    private final Calls calls;
    private final Proposals proposals;
    private final ProposalDesk desk;
    private final ClarificationDesk clarifications;
    private final IntakeRules rules;
    private final Places places;

    ScreenProposal(
            Calls calls,
            Proposals proposals,
            ProposalDesk desk,
            ClarificationDesk clarifications,
            IntakeRules rules,
            Places places) {
        this.calls = calls;
        this.proposals = proposals;
        this.desk = desk;
        this.clarifications = clarifications;
        this.rules = rules;
        this.places = places;
    }

    enum Decision {
        FORWARD,
        CLARIFY,
        DECLINE
    }

    /** What staff enter. */
    record Form(
            @NotNull Topic topic,
            @NotBlank String municipality,
            @Nullable String place,
            @Nullable Asset asset,
            @NotNull Decision decision,
            @Nullable @Size(max = IntakeRules.REMARK) String question,
            @Nullable @Size(max = IntakeRules.REMARK) String declineReason) {

        boolean asks() {
            return decision == Decision.CLARIFY;
        }

        boolean declines() {
            return decision == Decision.DECLINE;
        }
    }

    @Override
    public String formKey() {
        return "proposal/screen";
    }

    @Override
    public String template() {
        return "proposal/screen";
    }

    @Override
    public Form form(OpenTask task) {
        Proposal proposal = proposal(task);
        return new Form(
                proposal.topic(),
                proposal.municipality(),
                proposal.place(),
                proposal.asset(),
                Decision.FORWARD,
                null,
                proposal.declineReason());
    }

    @Override
    public Map<String, ?> model(OpenTask task) {
        List<Place> municipalities = rules.municipalitiesOf(call(task));
        Map<String, String> smaller = new LinkedHashMap<>();
        municipalities.forEach(municipality -> smaller.putAll(names(places.parishesOf(municipality.code()))));
        return Map.of(
                "topics", Topic.values(),
                "assets", Asset.values(),
                "decisions", Decision.values(),
                "municipalities", names(municipalities),
                "places", smaller);
    }

    private static Map<String, String> names(List<Place> places) {
        Map<String, String> names = new LinkedHashMap<>();
        places.forEach(place -> names.put(place.code(), place.name(LocaleContextHolder.getLocale())));
        return names;
    }

    @Override
    public void check(OpenTask task, Form form, Errors errors) {
        if (form.asks()) {
            if (!clarifications.canAsk(idOf(task))) {
                errors.rejectValue("decision", "proposal.fault.clarify.nobody");
            } else if (blankToNull(form.question()) == null) {
                errors.rejectValue("question", "proposal.fault.question.missing");
            }
        }
        if (form.declines() && blankToNull(form.declineReason()) == null) {
            errors.rejectValue("declineReason", "proposal.fault.reason.missing");
        }
        if (rules.municipalitiesOf(call(task)).stream()
                .noneMatch(place -> place.code().equals(form.municipality()))) {
            errors.rejectValue("municipality", "proposal.fault.municipality.foreign");
        } else if (!rules.isWithin(blankToNull(form.place()), form.municipality())) {
            errors.rejectValue("place", "proposal.fault.place.foreign");
        }
    }

    @Override
    public Map<String, @Nullable Object> complete(OpenTask task, Form form, Person by) {
        Screening screening = new Screening(
                form.topic(),
                form.municipality(),
                blankToNull(form.place()),
                form.asset(),
                form.declines() ? blankToNull(form.declineReason()) : null);
        String question = blankToNull(form.question());
        if (form.asks() && question != null) {
            clarifications.ask(idOf(task), screening, question, by.id());
        } else {
            desk.screen(idOf(task), screening, by.id());
        }
        return Map.of(
                ProposalProcess.DECLINED.name(),
                form.declines(),
                ProposalProcess.CLARIFY.name(),
                form.asks(),
                ProposalProcess.STANDING.name(),
                proposal(task).isOnItsOwnWay());
    }

    private Call call(OpenTask task) {
        UUID callId = proposal(task).callId();
        return calls.find(callId).orElseThrow(() -> new CallNotFound(callId.toString()));
    }

    private Proposal proposal(OpenTask task) {
        return proposals.get(idOf(task));
    }

    private static UUID idOf(OpenTask task) {
        return UUID.fromString(task.caseKey().id());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
