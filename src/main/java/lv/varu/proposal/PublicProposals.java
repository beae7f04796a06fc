package lv.varu.proposal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.directory.Contacts;
import lv.varu.directory.MunicipalContact;
import lv.varu.directory.Partnerships;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Proposals as anyone may read them, with the words of the municipality beside. Pages show them with the fragment
 * {@code proposal/public-list :: said(page, code)}.
 */
@Component
@NamedInterface("shared")
public class PublicProposals {
    private static final int EXCERPT = 320;

    private final ProposalRows rows;
    private final PlaceChoices choices;
    private final Places places;
    private final Contacts contacts;
    private final Partnerships partnerships;
    private final MessageSource messages;

    PublicProposals(
            ProposalRows rows,
            PlaceChoices choices,
            Places places,
            Contacts contacts,
            Partnerships partnerships,
            MessageSource messages) {
        this.rows = rows;
        this.choices = choices;
        this.places = places;
        this.contacts = contacts;
        this.partnerships = partnerships;
        this.messages = messages;
    }

    public Page<PublicProposal> of(UUID callId, ProposalFilter filter, Pageable pageable, Locale locale) {
        Page<ProposalView> found = rows.publicOf(callId, filter, pageable);
        Map<UUID, MunicipalContact> answerers = answerers(found.getContent());
        return found.map(view -> show(view, answerers, locale));
    }

    /** The latest published answers. */
    public Page<PublicProposal> answered(UUID callId, int atMost, Locale locale) {
        ProposalFilter published = new ProposalFilter(null, callId, null, null, ProposalStatus.PUBLISHED, null, false);
        return of(callId, published, PageRequest.of(0, atMost), locale);
    }

    /** Empty as long as nobody has looked at the text. */
    public Optional<PublicProposal> find(String receipt, Locale locale) {
        return rows.findByReceipt(receipt)
                .filter(view -> view.status().isPublic())
                .map(view -> show(view, answerers(List.of(view)), locale));
    }

    /** Whether anyone could read it before it was taken back. */
    boolean isWithdrawn(String receipt) {
        return rows.findByReceipt(receipt)
                .filter(view -> view.status() == ProposalStatus.WITHDRAWN && view.screenedAt() != null)
                .isPresent();
    }

    /** "Preiļu novada pašvaldība, Attīstības nodaļa". */
    public String answeredBy(ProposalView view, Locale locale) {
        return answeredBy(view, answerers(List.of(view)), locale);
    }

    /** The public mark of a proposal. */
    String receiptOf(UUID id) {
        return rows.find(id).orElseThrow(() -> new ProposalNotFound(id)).receipt();
    }

    public PublicProposal show(ProposalView view, Locale locale) {
        return show(view, answerers(List.of(view)), locale);
    }

    private PublicProposal show(ProposalView view, Map<UUID, MunicipalContact> answerers, Locale locale) {
        return new PublicProposal(
                view, choices.name(view.municipality(), view.place(), locale), answeredBy(view, answerers, locale));
    }

    private String answeredBy(ProposalView view, Map<UUID, MunicipalContact> answerers, Locale locale) {
        if (view.ourselves() != null) {
            return partnerships.find(view.ourselves()).name(locale);
        }
        Place municipality = places.find(view.municipality());
        Object[] names = {municipality.name(locale), municipality.genitive()};
        String whole = messages.getMessage("proposal.page.municipality", names, locale);
        @Nullable MunicipalContact answerer = view.contactId() == null ? null : answerers.get(view.contactId());
        return answerer == null
                ? whole
                : whole + ", " + messages.getMessage("directory.department." + answerer.department(), null, locale);
    }

    private Map<UUID, MunicipalContact> answerers(Collection<ProposalView> views) {
        return contacts.find(views.stream()
                .map(ProposalView::contactId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    /**
     * @param place parish or town, and municipality
     * @param answeredBy municipality and its department; who has answered or will
     */
    @NamedInterface("shared")
    public record PublicProposal(ProposalView proposal, String place, String answeredBy) {

        /** The beginning of the text, for lists. */
        public String excerpt() {
            return begin(proposal.text());
        }

        /** The beginning of the municipality's reasons, or of the partnership's for leaving it out. */
        public @Nullable String reasonExcerpt() {
            String reason = reason();
            return reason == null ? null : begin(reason);
        }

        public @Nullable String reason() {
            return proposal.leftOutReason() == null ? proposal.rationale() : proposal.leftOutReason();
        }

        private static String begin(String text) {
            if (text.length() <= EXCERPT) {
                return text;
            }
            int space = text.lastIndexOf(' ', EXCERPT);
            return text.substring(0, space < EXCERPT / 2 ? EXCERPT : space) + " …";
        }

        public boolean isAnswered() {
            return proposal.status() == ProposalStatus.PUBLISHED && proposal.outcome() != null;
        }
    }
}
