package lv.varu.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationBook;
import lv.varu.consultation.ConsultationFilter;
import lv.varu.consultation.ConsultationStatus;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** Which consultation belongs to which project. */
@Component
class Belonging {
    private static final int MOST = 10_000;
    private static final Set<ConsultationStatus> OVER =
            Set.of(ConsultationStatus.REPORTED, ConsultationStatus.WITHDRAWN);

    private final ConsultationBook consultations;
    private final Projects projects;

    Belonging(ConsultationBook consultations, Projects projects) {
        this.consultations = consultations;
        this.projects = projects;
    }

    /** The newest first. */
    List<Consultation> of(Project project) {
        var found = project.partnerships().stream()
                .flatMap(partnership -> led(partnership, Set.of()).stream())
                .toList();
        var belongs = projectsOf(found);
        return found.stream()
                .filter(consultation -> project.id().equals(belongs.get(consultation.id())))
                .toList();
    }

    Map<UUID, UUID> projectsOf(Collection<Consultation> found) {
        var assigned = projects.assigned(found.stream().map(Consultation::id).toList());
        var defaults = projects.defaults();
        var belongs = new HashMap<UUID, UUID>();
        for (var consultation : found) {
            Optional.ofNullable(assigned.get(consultation.id()))
                    .or(() -> Optional.ofNullable(defaults.get(consultation.lead())))
                    .ifPresent(project -> belongs.put(consultation.id(), project));
        }
        return belongs;
    }

    /** What is over, led by the partnership, and whose project's time of keeping ended before the day. */
    List<Due> due(String partnership, LocalDate day) {
        var over = led(partnership, OVER);
        var belongs = projectsOf(over);
        var known = new HashMap<UUID, Project>();
        belongs.values().stream().distinct().forEach(id -> projects.find(id).ifPresent(found -> known.put(id, found)));
        var due = new ArrayList<Due>();
        for (var consultation : over) {
            var project = Optional.ofNullable(belongs.get(consultation.id())).map(known::get);
            project.map(found -> new Due(consultation, found))
                    .filter(found -> found.until().isBefore(day))
                    .ifPresent(due::add);
        }
        return due;
    }

    private List<Consultation> led(String partnership, Set<ConsultationStatus> statuses) {
        return consultations
                .list(
                        new ConsultationFilter("", partnership, statuses),
                        PageRequest.of(0, MOST, Sort.by(Sort.Direction.DESC, "closesOn", "id")))
                .filter(consultation -> consultation.lead().equals(partnership))
                .toList();
    }

    record Due(Consultation consultation, Project project) {
        /** Counted from whichever ended later: a consultation may outlast the project that paid for it. */
        LocalDate until() {
            var closes = consultation.closesOn();
            var end = closes != null && closes.isAfter(project.endsOn()) ? closes : project.endsOn();
            return end.plusYears(project.retentionYears());
        }
    }
}
