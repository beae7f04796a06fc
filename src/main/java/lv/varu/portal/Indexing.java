package lv.varu.portal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationBook;
import lv.varu.directory.Places;
import lv.varu.language.LatvianStems;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalView;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what can be found as it can be read: of what is not public, or no longer, nothing stays. */
@Component
@Transactional
class Indexing {
    private static final int CHUNK = 500;
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private final SearchIndex index;
    private final ConsultationBook consultations;
    private final ProposalBook proposals;
    private final Places places;

    Indexing(SearchIndex index, ConsultationBook consultations, ProposalBook proposals, Places places) {
        this.index = index;
        this.consultations = consultations;
        this.proposals = proposals;
        this.places = places;
    }

    /** How many changes were taken; none when there are none. */
    int catchUp() {
        var changes = index.takeChanges(CHUNK);
        changes.forEach((kind, ids) -> {
            var entries = kind == FoundKind.PROPOSAL ? proposals(ids) : consultations(ids);
            var gone = new LinkedHashSet<>(ids);
            entries.forEach(entry -> gone.remove(entry.subject()));
            index.remove(gone);
            index.put(entries);
        });
        return changes.values().stream().mapToInt(Set::size).sum();
    }

    private List<SearchIndex.Entry> proposals(Collection<UUID> ids) {
        return proposals.findPublic(ids).values().stream().map(Indexing::entry).toList();
    }

    private static SearchIndex.Entry entry(ProposalView proposal) {
        return new SearchIndex.Entry(
                proposal.id(),
                FoundKind.PROPOSAL,
                proposal.callId(),
                List.of(proposal.municipality()),
                List.of(proposal.topic()),
                proposal.outcome() == null ? null : proposal.outcome().name(),
                Objects.requireNonNullElse(proposal.registeredAt(), proposal.submittedAt()),
                LatvianStems.words(proposal.title()),
                LatvianStems.words(
                        proposal.text(),
                        proposal.rationale(),
                        proposal.leftOutReason(),
                        proposal.receipt(),
                        Objects.toString(proposal.number(), null)));
    }

    private List<SearchIndex.Entry> consultations(Collection<UUID> ids) {
        return consultations.find(ids).values().stream()
                .filter(consultation -> consultation.isPublic())
                .map(this::entry)
                .toList();
    }

    private SearchIndex.Entry entry(Consultation consultation) {
        String hosts = consultation.hosts().stream()
                .flatMap(code -> places.lookUp(code).stream())
                .map(place -> place.name(LATVIAN) + " " + place.name(Locale.ENGLISH))
                .collect(Collectors.joining(" "));
        return new SearchIndex.Entry(
                consultation.id(),
                FoundKind.CONSULTATION,
                consultation.id(),
                Territories.concerned(consultation.hosts(), places),
                consultation.topics(),
                null,
                consultation.opensAt(),
                LatvianStems.words(consultation.title(), consultation.titleEn()),
                LatvianStems.words(consultation.summary(), consultation.summaryEn(), consultation.code(), hosts));
    }
}
