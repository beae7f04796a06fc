package lv.varu.portal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationBook;
import lv.varu.consultation.ConsultationFilter;
import lv.varu.consultation.ConsultationStatus;
import lv.varu.directory.Places;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** The latest consultations for those who read them elsewhere. */
@Component
class PublicDocuments {
    private static final Set<ConsultationStatus> CURRENT =
            Set.of(ConsultationStatus.ANNOUNCED, ConsultationStatus.OPEN);
    private static final int READ = 500;
    private static final Sort LATEST = Sort.by(Sort.Order.desc("closesOn"), Sort.Order.asc("id"));

    private final ConsultationBook consultations;
    private final Places places;

    PublicDocuments(ConsultationBook consultations, Places places) {
        this.consultations = consultations;
        this.places = places;
    }

    List<Consultation> latest(FeedFilter filter, int count) {
        return read(ConsultationStatus.PUBLIC, filter).limit(count).toList();
    }

    /** Announced or open; what ends first comes first. */
    List<Consultation> current(FeedFilter filter) {
        return read(CURRENT, filter)
                .sorted(Comparator.comparing(Consultation::closesOn).thenComparing(Consultation::code))
                .toList();
    }

    private Stream<Consultation> read(Set<ConsultationStatus> statuses, FeedFilter filter) {
        return consultations
                .list(new ConsultationFilter("", filter.partnership(), statuses), PageRequest.of(0, READ, LATEST))
                .stream()
                .filter(Consultation::isPublic)
                .filter(consultation -> filter.lets(consultation, places));
    }

    Optional<Consultation> find(String code) {
        return consultations.findPublic(code);
    }

    String hosts(Consultation consultation, Locale locale) {
        return consultation.hosts().stream()
                .map(code -> places.lookUp(code)
                        .map(place -> place.nameOn(consultation.closesOn(), locale))
                        .orElse(code))
                .collect(Collectors.joining(", "));
    }

    /** When something last happened to it that anyone may know. */
    static Instant changedAt(Consultation consultation) {
        return Stream.of(
                        consultation.announcedAt(),
                        consultation.openedAt(),
                        consultation.closedAt(),
                        consultation.deliveredAt(),
                        consultation.answeredAt(),
                        consultation.reportedAt())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(consultation.registeredAt());
    }
}
