package lv.varu.consultation.position;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.varu.account.Person;
import lv.varu.consultation.ConsultationNames;
import lv.varu.consultation.Consultations;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.References;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskScreen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Where staff choose, group and order the proposals and write the partnership's own view. */
@Component
class PositionScreen implements TaskScreen<PositionScreen.Form> {
    private static final Set<ProposalStatus> CHOICE = EnumSet.of(ProposalStatus.SCREENED);

    private final PositionDesk desk;
    private final Consultations consultations;
    private final Positions positions;
    private final Approvals approvals;
    private final PositionDelivery delivery;
    private final ConsultationNames names;
    private final ProposalBook proposals;
    private final References references;

    PositionScreen(
            PositionDesk desk,
            Consultations consultations,
            Positions positions,
            Approvals approvals,
            PositionDelivery delivery,
            ConsultationNames names,
            ProposalBook proposals,
            References references) {
        this.desk = desk;
        this.consultations = consultations;
        this.positions = positions;
        this.approvals = approvals;
        this.delivery = delivery;
        this.names = names;
        this.proposals = proposals;
        this.references = references;
    }

    /** What staff enter. */
    record Form(
            @NotBlank(message = "{consultation.position.introduction.missing}")
            @Size(max = 8000, message = "{consultation.text.long}")
            String introduction,

            @Size(max = 8000, message = "{consultation.text.long}")
            String ownView,

            @Valid List<Line> lines,
            List<String> eAddressHosts) {
        Form {
            lines = lines == null ? List.of() : List.copyOf(lines);
            eAddressHosts = eAddressHosts == null ? List.of() : List.copyOf(eAddressHosts);
        }
    }

    /**
     * One proposal.
     *
     * @param order place in its group, as typed; equal numbers keep the order of the proposals
     */
    record Line(
            UUID proposal,
            boolean included,

            @Size(max = 200, message = "{consultation.text.long}")
            String group,

            @Nullable @Pattern(regexp = "\\d{0,4}", message = "{consultation.position.order.wrong}")
            String order,

            @Size(max = 1000, message = "{consultation.text.long}")
            String leftOutReason) {

        /** Those without a number stand last. */
        int rank() {
            return order == null || order.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(order);
        }
    }

    @Override
    public String formKey() {
        return "consultation/position";
    }

    @Override
    public String template() {
        return "consultation/position-form";
    }

    @Override
    public Form form(OpenTask task) {
        var position = positions.of(consultation(task));
        var known = position.items().stream().collect(Collectors.toMap(Position.Item::proposalId, Function.identity()));
        var ranks = new ArrayList<>(
                position.items().stream().map(Position.Item::proposalId).toList());
        var lines = proposals.of(consultation(task), CHOICE).stream()
                .map(proposal -> line(proposal, known.get(proposal.id()), ranks.indexOf(proposal.id()) + 1))
                .toList();
        return new Form(position.introduction(), position.ownView(), lines, position.eAddressHosts());
    }

    private static Line line(ProposalView proposal, Position.@Nullable Item item, int rank) {
        return item == null
                ? new Line(proposal.id(), true, "", "", "")
                : new Line(proposal.id(), !item.leftOut(), item.group(), String.valueOf(rank), item.leftOutReason());
    }

    @Override
    public Map<String, ?> model(OpenTask task) {
        var consultation = consultations.get(consultation(task));
        var locale = LocaleContextHolder.getLocale();
        return Map.of(
                "hosts",
                consultation.isOwnHosted() ? Map.of() : names.hostsByCode(consultation, locale),
                "withoutEmail",
                delivery.withoutEmail(consultation).stream()
                        .map(host -> names.host(host, consultation, locale))
                        .collect(Collectors.joining(", ")),
                "approvals",
                approvals.findByConsultationIdOrderByDecidedAtDesc(consultation.id()),
                "proposals",
                proposals.of(consultation.id(), CHOICE).stream()
                        .collect(Collectors.toMap(proposal -> proposal.id().toString(), Function.identity())),
                "references",
                references.of(proposals.of(consultation.id(), CHOICE).stream()
                        .map(ProposalView::id)
                        .toList()),
                "returnComment",
                consultation.returnComment() == null ? "" : consultation.returnComment());
    }

    @Override
    public void check(OpenTask task, Form form, Errors errors) {
        for (int i = 0; i < form.lines().size(); i++) {
            var line = form.lines().get(i);
            if (!line.included()
                    && (line.leftOutReason() == null || line.leftOutReason().isBlank())) {
                errors.rejectValue("lines[" + i + "].leftOutReason", "consultation.position.left-out-reason.missing");
            }
        }
        var answered = form.lines().stream().map(Line::proposal).collect(Collectors.toSet());
        if (!proposals.of(consultation(task), CHOICE).stream().allMatch(proposal -> answered.contains(proposal.id()))) {
            errors.reject("consultation.position.incomplete");
        }
        // Paper that came in time may still be entered while the position is being compiled.
        if (!proposals.isScreened(consultation(task))) {
            errors.reject("consultation.position.unscreened");
        }
    }

    @Override
    public Map<String, @Nullable Object> complete(OpenTask task, Form form, Person by) {
        var id = consultation(task);
        var hosts = consultations.get(id).hosts();
        desk.compile(
                id,
                form.introduction(),
                text(form.ownView()),
                items(form),
                form.eAddressHosts().stream().filter(hosts::contains).toList());
        return Map.of();
    }

    private static List<Position.Item> items(Form form) {
        var groups =
                form.lines().stream().map(line -> text(line.group())).distinct().toList();
        return form.lines().stream()
                .sorted(Comparator.comparing((Line line) -> !line.included())
                        // Behind a group, what has none would read as a part of it.
                        .thenComparing(line -> !text(line.group()).isBlank())
                        .thenComparing(line -> groups.indexOf(text(line.group())))
                        .thenComparing(Line::rank))
                .map(line -> new Position.Item(
                        line.proposal(),
                        text(line.group()),
                        line.included() ? "" : text(line.leftOutReason()).strip()))
                .toList();
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private static UUID consultation(OpenTask task) {
        return UUID.fromString(task.caseKey().id());
    }
}
