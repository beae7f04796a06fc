package lv.varu.portal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationBook;
import lv.varu.directory.Places;
import lv.varu.portal.Highlights.Piece;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalView;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Searches what anyone may read. What has just ceased to be public may still be counted, but is not shown. */
@Component
@Transactional(readOnly = true)
class SearchDesk {
    private final SearchIndex index;
    private final ConsultationBook consultations;
    private final ProposalBook proposals;
    private final Places places;

    SearchDesk(SearchIndex index, ConsultationBook consultations, ProposalBook proposals, Places places) {
        this.index = index;
        this.consultations = consultations;
        this.proposals = proposals;
        this.places = places;
    }

    Page<FoundConsultation> consultations(SearchQuery query, Pageable page, Locale locale) {
        // An outcome is something that proposals alone have.
        var ids = query.outcome() == null ? ids(FoundKind.CONSULTATION, query, page) : Page.<UUID>empty(page);
        var found = consultations.find(ids.getContent());
        var marks = new Highlights(query.words());
        var shown = ids.getContent().stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(consultation -> consultation.isPublic())
                .map(consultation -> new FoundConsultation(
                        consultation,
                        marks.of(consultation.title(locale)),
                        marks.excerpt(consultation.summary(locale)),
                        names(consultation.hosts(), locale)))
                .toList();
        return new PageImpl<>(shown, page, ids.getTotalElements());
    }

    Page<FoundProposal> proposals(SearchQuery query, Pageable page, Locale locale) {
        var ids = ids(FoundKind.PROPOSAL, query, page);
        var found = proposals.findPublic(ids.getContent());
        var about = consultations.find(
                found.values().stream().map(ProposalView::callId).collect(Collectors.toSet()));
        var marks = new Highlights(query.words());
        var shown = ids.getContent().stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(proposal -> about.containsKey(proposal.callId()))
                .map(proposal -> show(proposal, about, marks, locale))
                .toList();
        return new PageImpl<>(shown, page, ids.getTotalElements());
    }

    private FoundProposal show(ProposalView proposal, Map<UUID, Consultation> about, Highlights marks, Locale locale) {
        return new FoundProposal(
                proposal,
                Objects.requireNonNull(about.get(proposal.callId())),
                marks.of(proposal.title()),
                marks.excerpt(proposal.text()),
                names(List.of(Objects.requireNonNullElse(proposal.place(), proposal.municipality())), locale));
    }

    private Page<UUID> ids(FoundKind kind, SearchQuery query, Pageable page) {
        return query.stems()
                .map(stems -> index.search(kind, stems, query, page))
                .orElse(Page.empty(page));
    }

    private String names(Collection<String> codes, Locale locale) {
        return codes.stream()
                .map(code -> places.lookUp(code).isPresent() ? places.fullName(code, locale) : code)
                .collect(Collectors.joining(", "));
    }

    /** A document open for comment, or once open. */
    record FoundConsultation(Consultation consultation, List<Piece> title, List<Piece> excerpt, String places) {}

    /** A proposal as anyone may read it. */
    record FoundProposal(
            ProposalView proposal, Consultation consultation, List<Piece> title, List<Piece> excerpt, String place) {}
}
