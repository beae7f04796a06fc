package lv.varu.consultation.position;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationNames;
import lv.varu.consultation.section.DraftSection;
import lv.varu.consultation.section.DraftSections;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Reference;
import lv.varu.proposal.References;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The position as it is read, on paper and on a page. */
@Component
@Transactional(readOnly = true)
public class PositionContents {
    private final ProposalBook proposals;
    private final ConsultationNames names;
    private final References references;
    private final DraftSections sections;
    private final MessageSource messages;

    PositionContents(
            ProposalBook proposals,
            ConsultationNames names,
            References references,
            DraftSections sections,
            MessageSource messages) {
        this.proposals = proposals;
        this.names = names;
        this.references = references;
        this.sections = sections;
        this.messages = messages;
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
        var places = references.of(found.keySet());
        return new Page(
                consultation,
                names.of(consultation, locale),
                position.introduction(),
                position.ownView(),
                grouped(bySection(told, places, consultation.id()), found, places, locale),
                places,
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

    /** In the order of the document; those that name no section last, and sections that it no longer has before them. */
    private List<Position.Item> bySection(List<Position.Item> told, Map<UUID, Reference> places, UUID consultation) {
        if (places.values().stream().allMatch(place -> place.section() == null)) {
            return told;
        }
        var order = sections.findByConsultationIdOrderByPositionAscIdAsc(consultation).stream()
                .map(DraftSection::code)
                .toList();
        return told.stream()
                .sorted(Comparator.comparing((Position.Item item) -> section(item, places) == null)
                        .thenComparing(item -> !order.contains(section(item, places)))
                        .thenComparing(item -> order.indexOf(section(item, places)))
                        .thenComparing(item -> Objects.toString(section(item, places), "")))
                .toList();
    }

    private static @Nullable String section(Position.Item item, Map<UUID, Reference> places) {
        var place = places.get(item.proposalId());
        return place == null ? null : place.section();
    }

    private List<Group> grouped(
            List<Position.Item> told, Map<UUID, ProposalView> found, Map<UUID, Reference> places, Locale locale) {
        var groups = new LinkedHashMap<String, List<ProposalView>>();
        boolean sectioned = places.values().stream().anyMatch(place -> place.section() != null);
        for (var item : told) {
            var proposal = found.get(item.proposalId());
            if (proposal != null) {
                groups.computeIfAbsent(
                                heading(item, places.get(item.proposalId()), sectioned, locale),
                                name -> new ArrayList<>())
                        .add(proposal);
            }
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    /** The section of the document, then the group that staff named. */
    private String heading(Position.Item item, @Nullable Reference place, boolean sectioned, Locale locale) {
        if (place == null || place.section() == null) {
            return sectioned && item.group().isEmpty()
                    ? messages.getMessage("consultation.position.noSection", null, locale)
                    : item.group();
        }
        String section = (place.section() + " " + Objects.toString(place.title(), "")).strip();
        return item.group().isEmpty() ? section : section + " – " + item.group();
    }

    /**
     * @param references what in the document proposals are about, of those that say it
     * @param leftOut how many proposals are not part of it
     */
    record Page(
            Consultation consultation,
            ConsultationNames.Names names,
            String introduction,
            String ownView,
            List<Group> groups,
            Map<UUID, Reference> references,
            int leftOut) {

        public int told() {
            return groups.stream().mapToInt(group -> group.proposals().size()).sum();
        }
    }

    record LeftOut(ProposalView proposal, String reason) {}

    /** @param name empty for proposals without a heading */
    record Group(String name, List<ProposalView> proposals) {}
}
