package lv.varu.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.NotAllowed;
import lv.varu.account.People;
import lv.varu.account.Person;
import lv.varu.calendar.Riga;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationBook;
import lv.varu.consultation.ConsultationNames;
import lv.varu.directory.Contacts;
import lv.varu.directory.MunicipalContact;
import lv.varu.directory.Places;
import lv.varu.engine.CaseDiagram;
import lv.varu.engine.CaseDiagrams;
import lv.varu.proposal.LateView;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.Tally;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the features know, one question to each for all consultations of a page. */
@Component
@Transactional(readOnly = true)
class StatusBoard {
    private static final Sort SOONEST = Sort.by("closesOn", "id");
    // What runs at the same time fits on a few pages; nobody looks for the late ones among thousands.
    private static final int RUNNING_AT_MOST = 500;
    // Of one consultation, on the page of all and on its own.
    private static final int SOME_LATE = 3;
    private static final int MANY_LATE = 20;

    private final ConsultationBook consultations;
    private final ProposalBook proposals;
    private final TaskDesk tasks;
    private final People people;
    private final Contacts contacts;
    private final Places places;
    private final ConsultationNames hostNames;
    private final CaseDiagrams diagrams;
    private final Whereabouts whereabouts;
    private final MessageSource messages;
    private final Clock clock;

    StatusBoard(
            ConsultationBook consultations,
            ProposalBook proposals,
            TaskDesk tasks,
            People people,
            Contacts contacts,
            Places places,
            ConsultationNames hostNames,
            CaseDiagrams diagrams,
            Whereabouts whereabouts,
            MessageSource messages,
            Clock clock) {
        this.consultations = consultations;
        this.proposals = proposals;
        this.tasks = tasks;
        this.people = people;
        this.contacts = contacts;
        this.places = places;
        this.hostNames = hostNames;
        this.diagrams = diagrams;
        this.whereabouts = whereabouts;
        this.messages = messages;
        this.clock = clock;
    }

    Page<StatusRow> rows(StatusFilter filter, Pageable page, Locale locale) {
        if (!filter.late()) {
            var found = consultations.list(
                    filter.consultations(), PageRequest.of(page.getPageNumber(), page.getPageSize(), SOONEST));
            return new PageImpl<>(
                    rows(found.getContent(), filter.partnership(), SOME_LATE, locale), page, found.getTotalElements());
        }
        var running = consultations
                .list(filter.consultations(), PageRequest.of(0, RUNNING_AT_MOST, SOONEST))
                .getContent();
        var late = rows(running, filter.partnership(), SOME_LATE, locale).stream()
                .filter(StatusRow::isLate)
                .toList();
        int from = (int) Math.min(page.getOffset(), late.size());
        return new PageImpl<>(late.subList(from, Math.min(from + page.getPageSize(), late.size())), page, late.size());
    }

    private List<StatusRow> rows(List<Consultation> found, @Nullable String partnership, int mostLate, Locale locale) {
        var ids = found.stream().map(Consultation::id).toList();
        var counts = proposals.tallies(ids);
        var late = lateAnswers(proposals.late(ids, partnership, mostLate), locale);
        var open = tasks.open(found.stream().map(ConsultationBook::key).toList());
        var names = namesOf(open.values().stream().flatMap(List::stream).toList());
        return found.stream()
                .map(consultation -> row(
                        consultation,
                        counts.getOrDefault(consultation.id(), Tally.NONE),
                        late.getOrDefault(consultation.id(), List.of()),
                        locale,
                        duties(open.getOrDefault(ConsultationBook.key(consultation), List.of()), names, locale)))
                .toList();
    }

    private StatusRow row(
            Consultation consultation,
            Tally tally,
            List<StatusRow.LateAnswer> late,
            Locale locale,
            List<StatusRow.Duty> duties) {
        return new StatusRow(
                consultation,
                hostNames.of(consultation, locale).hosts(),
                StateBar.of(tally),
                late,
                // The mark is set in the night after the day on which an answer was due.
                Math.max(tally.late(), late.size()),
                duties);
    }

    TimeLine timeLine(Page<StatusRow> rows) {
        return TimeLine.of(rows.map(StatusRow::consultation).getContent(), today());
    }

    /** Everybody who has something to do, the busiest first. */
    List<Workload> workloads(@Nullable String partnership) {
        var loads = tasks.loads(partnership);
        var names = people.find(loads.stream()
                .map(TaskDesk.Load::assignee)
                .filter(Objects::nonNull)
                .toList());
        return loads.stream()
                .map(load -> new Workload(name(load.assignee(), names), load.open(), load.overdue()))
                .toList();
    }

    StatusCase one(String code, Person person, Locale locale) {
        var consultation = consultations.find(code).orElseThrow(() -> new UnknownConsultation(code));
        if (consultation.owners().stream().noneMatch(person::worksFor)) {
            throw new NotAllowed();
        }
        var row = rows(List.of(consultation), person.isAdministrator() ? null : person.partnership(), MANY_LATE, locale)
                .get(0);
        Optional<CaseDiagram> course =
                diagrams.of("consultation", consultation.id().toString());
        return new StatusCase(
                row,
                course.orElse(null),
                whereabouts.of(consultation.id(), row.proposals().total()),
                consultations.deliveries(consultation.id()),
                consultations.hostNames(consultation, locale));
    }

    private Map<UUID, List<StatusRow.LateAnswer>> lateAnswers(List<LateView> late, Locale locale) {
        var known = contacts.find(
                late.stream().map(LateView::contactId).filter(Objects::nonNull).collect(Collectors.toSet()));
        var byConsultation = new HashMap<UUID, List<StatusRow.LateAnswer>>();
        for (var answer : late) {
            byConsultation
                    .computeIfAbsent(answer.callId(), id -> new ArrayList<>())
                    .add(lateAnswer(answer, known, locale));
        }
        return byConsultation;
    }

    private StatusRow.LateAnswer lateAnswer(LateView late, Map<UUID, MunicipalContact> known, Locale locale) {
        var contact = late.contactId() == null ? null : known.get(late.contactId());
        return new StatusRow.LateAnswer(
                late.proposalId(),
                late.number(),
                late.title(),
                places.lookUp(late.municipality())
                        .map(place -> place.name(locale))
                        .orElse(late.municipality()),
                contact == null ? null : contact.name(),
                late.dueOn(),
                ChronoUnit.DAYS.between(late.dueOn(), today()));
    }

    private List<StatusRow.Duty> duties(Collection<OpenTask> open, Map<UUID, Person> names, Locale locale) {
        return open.stream()
                .map(task -> new StatusRow.Duty(
                        task.id(),
                        tasks.name(task, locale),
                        task.partnership(),
                        name(task.assignee(), names),
                        task.dueOn(),
                        task.dueOn() == null ? 0 : ChronoUnit.DAYS.between(task.dueOn(), today()),
                        task.taskKey()))
                .toList();
    }

    private Map<UUID, Person> namesOf(List<OpenTask> open) {
        return people.find(open.stream()
                .map(OpenTask::assignee)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private static @Nullable String name(@Nullable UUID id, Map<UUID, Person> known) {
        var person = id == null ? null : known.get(id);
        return person == null ? null : person.name();
    }

    LocalDate today() {
        return Riga.today(clock);
    }
}
