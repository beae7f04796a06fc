package lv.varu.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.varu.calendar.Riga;
import lv.varu.consultation.meeting.MeetingDesk;
import lv.varu.consultation.meeting.PublicMeeting;
import lv.varu.consultation.meeting.PublicMeetings;
import lv.varu.consultation.publication.Publication;
import lv.varu.consultation.publication.Publications;
import lv.varu.consultation.turn.Turns;
import lv.varu.directory.Partnership;
import lv.varu.directory.Partnerships;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import lv.varu.document.Document;
import lv.varu.document.Documents;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalFilter;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.PublicProposals;
import lv.varu.proposal.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may read; nothing of a consultation that is still being prepared. */
@Component
@Transactional(readOnly = true)
public class Portal {
    private static final int SHOWN_PROPOSALS = 3;
    private static final int SHOWN_ANSWERS = 3;

    private final Consultations consultations;
    private final PublicConsultations visible;
    private final Publications publications;
    private final PublicMeetings meetings;
    private final ProposalBook proposals;
    private final PublicProposals readable;
    private final Documents documents;
    private final Turns turns;
    private final Places places;
    private final Partnerships partnerships;
    private final PublicPath path;
    private final Clock clock;

    Portal(
            Consultations consultations,
            PublicConsultations visible,
            Publications publications,
            PublicMeetings meetings,
            ProposalBook proposals,
            PublicProposals readable,
            Documents documents,
            Turns turns,
            Places places,
            Partnerships partnerships,
            PublicPath path,
            Clock clock) {
        this.consultations = consultations;
        this.visible = visible;
        this.publications = publications;
        this.meetings = meetings;
        this.proposals = proposals;
        this.readable = readable;
        this.documents = documents;
        this.turns = turns;
        this.places = places;
        this.partnerships = partnerships;
        this.path = path;
        this.clock = clock;
    }

    Front front(Locale locale) {
        var open = search(PortalFilter.of(Stage.OPEN), PageRequest.of(0, 12)).getContent();
        var coming = search(PortalFilter.of(Stage.COMING), PageRequest.of(0, 6)).getContent();
        var closed = search(PortalFilter.of(Stage.CLOSED), PageRequest.of(0, 3)).getContent();
        var counts = proposals.tallies(Stream.of(open, closed)
                .flatMap(List::stream)
                .map(Consultation::id)
                .toList());
        return new Front(
                cards(open, counts, locale),
                cards(coming, counts, locale),
                cards(closed, counts, locale),
                answers(locale));
    }

    /** What municipalities answered last, whatever it was about. */
    private List<Said> answers(Locale locale) {
        var answers = proposals.latestAnswers(SHOWN_ANSWERS);
        var about = consultations
                .findAllById(answers.stream().map(ProposalView::callId).toList())
                .stream()
                .collect(Collectors.toMap(Consultation::id, Function.identity()));
        return answers.stream()
                .filter(answer -> about.containsKey(answer.callId()))
                .map(answer -> new Said(
                        answer,
                        Objects.requireNonNull(about.get(answer.callId())),
                        placeName(answer.municipality(), null, locale)))
                .toList();
    }

    Page<Card> cards(PortalFilter filter, Pageable page, Locale locale) {
        var found = search(filter, page);
        var counts = proposals.tallies(
                found.getContent().stream().map(Consultation::id).toList());
        return found.map(consultation -> card(consultation, counts, locale));
    }

    private Page<Consultation> search(PortalFilter filter, Pageable page) {
        return visible.search(filter.statusNames(), around(filter.municipality()), filter.patterns(), page);
    }

    /** How many there are of each stage, whatever stage the filter names. */
    Map<Stage, Long> counts(PortalFilter filter) {
        var counts = new EnumMap<Stage, Long>(Stage.class);
        visible.counts(PortalFilter.ALL.statusNames(), around(filter.municipality()), filter.patterns())
                .forEach(count -> Arrays.stream(Stage.values())
                        .filter(stage -> stage.statuses().contains(ConsultationStatus.valueOf(count.getStatus())))
                        .forEach(stage -> counts.merge(stage, count.getAmount(), Long::sum)));
        return counts;
    }

    /** @throws ConsultationNotFound also for one that is still being prepared */
    public Consultation get(String code) {
        return consultations
                .findByCode(code)
                .filter(Consultation::isPublic)
                .orElseThrow(() -> new ConsultationNotFound(code));
    }

    public Dossier dossier(String code, Locale locale) {
        var consultation = get(code);
        var tally = proposals.tallies(List.of(consultation.id())).getOrDefault(consultation.id(), Tally.NONE);
        return new Dossier(
                consultation,
                card(consultation, Map.of(consultation.id(), tally), locale),
                consultation.owners().stream().map(partnerships::find).toList(),
                path.of(consultation, locale),
                documents.of(ConsultationDesk.key(consultation.id())),
                turns.of(consultation),
                minutes(consultation.id()),
                publications.findByConsultationIdOrderByChannel(consultation.id()).stream()
                        .filter(publication -> publication.publishedOn() != null)
                        .toList(),
                readable.of(
                        consultation.id(),
                        ProposalFilter.of(consultation.id()),
                        PageRequest.of(0, SHOWN_PROPOSALS),
                        locale));
    }

    private List<Held> minutes(UUID consultation) {
        var held = meetings.findByConsultationIdAndMinutesPublicTrueOrderByHeldAtAscIdAsc(consultation);
        var files = documents.ofAll(held.stream()
                .map(meeting -> MeetingDesk.minutesOf(meeting.id()))
                .toList());
        return held.stream()
                .map(meeting -> new Held(meeting, files.getOrDefault(MeetingDesk.minutesOf(meeting.id()), List.of())))
                .toList();
    }

    private List<Card> cards(List<Consultation> found, Map<UUID, Tally> counts, Locale locale) {
        return found.stream()
                .map(consultation -> card(consultation, counts, locale))
                .toList();
    }

    public Card card(Consultation consultation, Map<UUID, Tally> counts, Locale locale) {
        return new Card(
                consultation.code(),
                consultation.title(locale),
                consultation.summary(locale),
                consultation.documentType(),
                consultation.status(),
                Stage.of(consultation, clock.instant()),
                consultation.lead(),
                hosts(consultation, locale),
                consultation.opensOn(),
                consultation.closesOn(),
                ChronoUnit.DAYS.between(Riga.today(clock), consultation.opensOn()),
                counts.getOrDefault(consultation.id(), Tally.NONE).published(),
                consultation.isSample());
    }

    /** As they were called when the window closed. */
    private List<Host> hosts(Consultation consultation, Locale locale) {
        if (consultation.isOwnHosted()) {
            return consultation.owners().stream()
                    .map(code -> new Host(code, partnerships.find(code).name(locale)))
                    .toList();
        }
        return consultation.hosts().stream()
                .map(code -> new Host(code, placeName(code, consultation.closesOn(), locale)))
                .toList();
    }

    private String placeName(String code, @Nullable LocalDate on, Locale locale) {
        return places.lookUp(code)
                .map(place -> on == null ? place.name(locale) : place.nameOn(on, locale))
                .orElse(code);
    }

    /** The municipality, what it was before, and what it lies in. */
    private String around(@Nullable String municipality) {
        if (municipality == null || municipality.isBlank()) {
            return "";
        }
        var codes = new ArrayList<String>();
        codes.add(municipality);
        places.all().stream()
                .filter(place -> place.successors().contains(municipality))
                .map(Place::code)
                .forEach(codes::add);
        var above = places.lookUp(municipality);
        while (above.isPresent()) {
            codes.add(above.get().code());
            above = places.lookUp(above.get().parent());
        }
        return String.join(",", codes);
    }

    /** The first page. */
    record Front(List<Card> open, List<Card> coming, List<Card> closed, List<Said> answers) {}

    /**
     * A consultation in a list.
     *
     * @param startsIn days until the first day; negative once it has passed
     * @param proposals how many anyone may read
     */
    public record Card(
            String code,
            String title,
            String summary,
            DocumentType documentType,
            ConsultationStatus status,
            Stage stage,
            String lead,
            List<Host> hosts,
            LocalDate opensOn,
            LocalDate closesOn,
            long startsIn,
            long proposals,
            boolean sample) {

        /** The beginning of the summary. */
        public String brief() {
            return PageMeta.excerpt(summary);
        }

        public String hostNames() {
            return hosts.stream().map(Host::name).collect(Collectors.joining(", "));
        }
    }

    /** Whose document it is. */
    record Host(String code, String name) {}

    /** A meeting whose minutes everybody may read. */
    record Held(PublicMeeting meeting, List<Document> files) {}

    /** A proposal and what the municipality answered. */
    record Said(ProposalView proposal, Consultation consultation, String municipality) {}

    /**
     * Everything that a consultation's own page shows.
     *
     * @param minutes of meetings, as far as everybody may read them
     * @param publications where the notice has appeared
     * @param proposals the newest ones
     */
    public record Dossier(
            Consultation consultation,
            Card card,
            List<Partnership> owners,
            List<PublicPath.Stop> path,
            List<Document> files,
            Turns.Taken turns,
            List<Held> minutes,
            List<Publication> publications,
            Page<PublicProposals.PublicProposal> proposals) {

        /** The partnership that does the work. */
        public Partnership lead() {
            return owners.get(0);
        }

        public boolean reported() {
            return consultation.status() == ConsultationStatus.REPORTED;
        }

        public boolean delivered() {
            return consultation.deliveredAt() != null;
        }
    }
}
