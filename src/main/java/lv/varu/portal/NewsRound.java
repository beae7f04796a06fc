package lv.varu.portal;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lv.varu.account.PublicAddress;
import lv.varu.audit.Trail;
import lv.varu.calendar.LatvianDates;
import lv.varu.calendar.Riga;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationBook;
import lv.varu.consultation.ConsultationFilter;
import lv.varu.consultation.ConsultationStatus;
import lv.varu.consultation.meeting.MeetingAnnounced;
import lv.varu.consultation.meeting.MeetingNews;
import lv.varu.directory.Partnerships;
import lv.varu.directory.Places;
import lv.varu.mail.Letter;
import lv.varu.mail.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sees what has happened to consultations and tells it, some hundred subscribers at a time: the consultation itself
 * never waits for its readers, and a round that breaks off goes on where it was.
 */
@Component
@Transactional
class NewsRound {
    private static final int CHUNK = 200;
    private static final int SEEN = 1000;

    private final ConsultationBook consultations;
    private final Subscriptions subscriptions;
    private final SubscriptionDesk desk;
    private final NewsBoard board;
    private final Places places;
    private final Partnerships partnerships;
    private final Outbox outbox;
    private final Trail trail;
    private final PublicAddress address;
    private final LatvianDates dates;
    private final PortalSettings settings;
    private final Clock clock;
    private final MeetingNews meetings;

    NewsRound(
            ConsultationBook consultations,
            Subscriptions subscriptions,
            SubscriptionDesk desk,
            NewsBoard board,
            Places places,
            Partnerships partnerships,
            Outbox outbox,
            Trail trail,
            PublicAddress address,
            LatvianDates dates,
            PortalSettings settings,
            Clock clock,
            MeetingNews meetings) {
        this.consultations = consultations;
        this.subscriptions = subscriptions;
        this.desk = desk;
        this.board = board;
        this.places = places;
        this.partnerships = partnerships;
        this.outbox = outbox;
        this.trail = trail;
        this.address = address;
        this.dates = dates;
        this.settings = settings;
        this.clock = clock;
        this.meetings = meetings;
    }

    /** Notes what is new; how much. */
    int look() {
        var fresh = clock.instant().minus(settings.newsFresh());
        var seen = new ArrayList<Consultation>();
        seen.addAll(all(ConsultationStatus.OPEN));
        seen.addAll(all(ConsultationStatus.WITHDRAWN));
        seen.addAll(consultations.answeredSince(fresh));
        var told = board.told(seen.stream().map(Consultation::id).toList());
        return seen.stream()
                .mapToInt(consultation -> look(consultation, told.getOrDefault(consultation.id(), Map.of()), fresh))
                .sum();
    }

    @EventListener
    void on(MeetingAnnounced event) {
        consultations
                .find(event.consultation())
                .ifPresent(about ->
                        board.note(about.id(), NewsKind.MEETING, event.news(), about.closesOn(), clock.instant()));
    }

    private List<Consultation> all(ConsultationStatus status) {
        return consultations
                .list(
                        ConsultationFilter.in(Set.of(status)),
                        PageRequest.of(0, SEEN, Sort.by(Sort.Order.desc("closesOn"), Sort.Order.asc("id"))))
                .getContent();
    }

    private int look(Consultation consultation, Map<NewsKind, LocalDate> told, Instant fresh) {
        return (int) kinds(consultation, told, fresh).stream()
                .filter(kind -> board.note(consultation.id(), kind, null, consultation.closesOn(), clock.instant()))
                .count();
    }

    private List<NewsKind> kinds(Consultation consultation, Map<NewsKind, LocalDate> told, Instant fresh) {
        return switch (consultation.status()) {
            case OPEN -> ofOpen(consultation, told, fresh);
            case WITHDRAWN ->
                told.containsKey(NewsKind.OPENED) && !told.containsKey(NewsKind.WITHDRAWN)
                        ? List.of(NewsKind.WITHDRAWN)
                        : List.of();
            case ANSWERED, REPORTED -> told.containsKey(NewsKind.ANSWERED) ? List.of() : List.of(NewsKind.ANSWERED);
            default -> List.of();
        };
    }

    private List<NewsKind> ofOpen(Consultation consultation, Map<NewsKind, LocalDate> told, Instant fresh) {
        var kinds = new ArrayList<NewsKind>();
        var openedAt = consultation.openedAt();
        if (!told.containsKey(NewsKind.OPENED)) {
            if (openedAt != null && !openedAt.isBefore(fresh)) {
                kinds.add(NewsKind.OPENED);
            }
        } else if (told.values().stream().allMatch(consultation.closesOn()::isAfter)) {
            kinds.add(NewsKind.EXTENDED);
        }
        var today = Riga.today(clock);
        var remindOn = consultation.closesOn().minusDays(settings.closingDays());
        // A window that has only begun was told of a moment ago.
        if (!today.isBefore(remindOn)
                && !today.isAfter(consultation.closesOn())
                && consultation.opensOn().isBefore(remindOn)
                && !consultation.closesOn().equals(told.get(NewsKind.CLOSING))) {
            kinds.add(NewsKind.CLOSING);
        }
        return kinds;
    }

    /** Writes to the next subscribers; false when there is nothing to tell. */
    boolean tell() {
        return board.take().map(this::tell).orElse(false);
    }

    private boolean tell(News news) {
        var consultation = consultations.find(news.consultationId()).filter(found -> isStillTrue(news, found));
        var next = consultation
                .map(about -> subscriptions.wanting(
                        news.kind().chosenAs(),
                        about.topics(),
                        Territories.concerned(about.hosts(), places),
                        news.notedAt(),
                        news.reached(),
                        CHUNK))
                .orElse(List.of());
        int letters = consultation.map(about -> write(news, about, next)).orElse(0);
        if (!next.isEmpty()) {
            board.reached(news, next.get(next.size() - 1).id(), letters);
        }
        if (next.size() < CHUNK) {
            board.finish(news, clock.instant());
            consultation.ifPresent(about -> trail.record(
                    ConsultationBook.key(about),
                    "portal.news-sent",
                    Map.of("news", news.kind().name(), "letters", news.letters() + letters)));
        }
        return true;
    }

    /** Nobody is reminded of a last day that has moved meanwhile. */
    private boolean isStillTrue(News news, Consultation consultation) {
        return switch (news.kind()) {
            case OPENED -> consultation.status() == ConsultationStatus.OPEN;
            case EXTENDED, CLOSING ->
                consultation.status() == ConsultationStatus.OPEN
                        && consultation.closesOn().equals(news.closesOn())
                        && !Riga.today(clock).isAfter(news.closesOn());
            case ANSWERED, WITHDRAWN -> true;
            case MEETING -> consultation.status() != ConsultationStatus.WITHDRAWN;
        };
    }

    private int write(News news, Consultation consultation, List<Subscription> readers) {
        Map<String, Object> facts = news.subject() == null ? Map.of() : meetings.facts(news.subject());
        return outbox.postAll(readers.stream()
                .map(reader -> letter(news, consultation, facts, reader))
                .toList());
    }

    private Letter letter(News news, Consultation consultation, Map<String, Object> facts, Subscription reader) {
        Locale language = reader.language();
        var partnership = partnerships.find(consultation.lead());
        String token = desk.keyTo(reader.id());
        Letter.Draft letter = Letter.about(reader.key(), "portal.letter." + news.kind(), reader.email(), "")
                .in(language)
                .from(partnership.shortName(), partnership.email())
                .with("title", consultation.title(language))
                .with("summary", consultation.summary(language))
                .with("places", names(consultation.hosts(), language))
                .with("opensOn", dates.date(consultation.opensOn(), language))
                .with("closesOn", dates.date(consultation.closesOn(), language))
                .withSecret("choices", desk.choicesOf(token))
                .action(URI.create(address.of("/apspriesanas/" + consultation.code())))
                .unsubscribe(desk.end(token))
                .once("portal.news:" + news.id() + ":" + reader.id());
        facts.forEach(
                (name, fact) -> letter.with(name, fact instanceof LocalDate day ? dates.date(day, language) : fact));
        return letter.seal();
    }

    private String names(List<String> hosts, Locale language) {
        return hosts.stream()
                .map(code ->
                        places.lookUp(code).map(place -> place.name(language)).orElse(code))
                .collect(Collectors.joining(", "));
    }
}
