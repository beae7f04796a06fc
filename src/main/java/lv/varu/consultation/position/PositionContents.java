package lv.varu.consultation.position;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationNames;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalView;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The position as it is read, on paper and on a page. */
@Component
@Transactional(readOnly = true)
public class PositionContents {
    private final ProposalBook proposals;
    private final ConsultationNames names;

    PositionContents(ProposalBook proposals, ConsultationNames names) {
        this.proposals = proposals;
        this.names = names;
    }

    public Page of(Consultation consultation, Position position, Locale locale) {
        return of(consultation, position, locale, proposals::find);
    }

    /** For readers who are neither staff nor municipality: without names that nobody agreed to and what was hidden. */
    Page publicOf(Consultation consultation, Position position, Locale locale) {
        return of(consultation, position, locale, proposals::findPublic);
    }

    private Page of(
            Consultation consultation,
            Position position,
            Locale locale,
            Function<Collection<UUID>, Map<UUID, ProposalView>> find) {
        var told = position.items().stream().filter(item -> !item.leftOut()).toList();
        var found = find.apply(told.stream().map(Position.Item::proposalId).toList());
        return new Page(
                consultation,
                names.of(consultation, locale),
                position.introduction(),
                position.ownView(),
                grouped(told, found),
                position.items().size() - told.size());
    }

    /** What is not part of it and why, for whoever decides about it. */
    public List<LeftOut> leftOut(Position position) {
        var items = position.items().stream().filter(Position.Item::leftOut).toList();
        var found = proposals.find(items.stream().map(Position.Item::proposalId).toList());
        return items.stream()
                .filter(item -> found.containsKey(item.proposalId()))
                .map(item -> new LeftOut(Objects.requireNonNull(found.get(item.proposalId())), item.leftOutReason()))
                .toList();
    }

    private static List<Group> grouped(List<Position.Item> told, Map<UUID, ProposalView> found) {
        var groups = new LinkedHashMap<String, List<ProposalView>>();
        for (var item : told) {
            var proposal = found.get(item.proposalId());
            if (proposal != null) {
                groups.computeIfAbsent(item.group(), name -> new ArrayList<>()).add(proposal);
            }
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    /** @param leftOut how many proposals are not part of it */
    record Page(
            Consultation consultation,
            ConsultationNames.Names names,
            String introduction,
            String ownView,
            List<Group> groups,
            int leftOut) {

        public int told() {
            return groups.stream().mapToInt(group -> group.proposals().size()).sum();
        }
    }

    record LeftOut(ProposalView proposal, String reason) {}

    /** @param name empty for proposals without a heading */
    record Group(String name, List<ProposalView> proposals) {}
}
