package lv.varu.consultation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.consultation.invitation.Inviting;
import lv.varu.consultation.meeting.PublicMeetings;
import lv.varu.consultation.publication.Channel;
import lv.varu.consultation.publication.Publication;
import lv.varu.consultation.publication.Publications;
import lv.varu.consultation.registration.Registration;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalExpired;
import lv.varu.proposal.ProposalScreened;
import lv.varu.proposal.ProposalSetAside;
import lv.varu.task.TaskDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From the registration of a document to the end of its window. */
@Component
@Transactional
@NamedInterface("shared")
public class ConsultationDesk {
    static final String CASE = "consultation";

    private final Consultations consultations;
    private final Publications publications;
    private final PublicMeetings meetings;
    private final Inviting inviting;
    private final ConsultationPeriods periods;
    private final ConsultationProcess process;
    private final ProposalBook proposals;
    private final TaskDesk tasks;
    private final ObjectProvider<ProjectChoices> projects;
    private final Trail trail;
    private final Clock clock;

    ConsultationDesk(
            Consultations consultations,
            Publications publications,
            PublicMeetings meetings,
            Inviting inviting,
            ConsultationPeriods periods,
            ConsultationProcess process,
            ProposalBook proposals,
            TaskDesk tasks,
            ObjectProvider<ProjectChoices> projects,
            Trail trail,
            Clock clock) {
        this.consultations = consultations;
        this.publications = publications;
        this.meetings = meetings;
        this.inviting = inviting;
        this.periods = periods;
        this.process = process;
        this.proposals = proposals;
        this.tasks = tasks;
        this.projects = projects;
        this.trail = trail;
        this.clock = clock;
    }

    public static CaseKey key(UUID consultation) {
        return CaseKey.of(CASE, consultation);
    }

    /** Of which project a new one can be part, by id. */
    @Transactional(readOnly = true)
    public Map<UUID, String> projects(Person by) {
        ProjectChoices known = projects.getIfAvailable();
        return known == null ? Map.of() : known.choices(by);
    }

    /** @throws CodeTaken when another consultation has the code */
    public UUID register(Registration registration, Person by) {
        return register(registration, null, null, by);
    }

    /**
     * @param project of which it is part; none for that of the partnership
     * @param earlier code of the consultation of which it is the next round
     */
    public UUID register(Registration registration, @Nullable UUID project, @Nullable String earlier, Person by) {
        demandOwner(registration.owners(), by);
        if (consultations.existsByCode(registration.code())) {
            throw new CodeTaken(registration.code());
        }
        var consultation = consultations.save(Consultation.register(UUID.randomUUID(), registration, clock.instant()));
        if (earlier != null) {
            follow(consultation, consultations.get(earlier), by);
        }
        consultations.flush();
        meetings.follow(consultation);
        trail.record(key(consultation.id()), "consultation.registered", facts(consultation));
        process.start(consultation);
        if (project != null) {
            projects.ifAvailable(choices -> choices.choose(project, consultation, by));
        }
        return consultation.id();
    }

    private void follow(Consultation next, Consultation earlier, Person by) {
        demandOwner(earlier.owners(), by);
        next.follow(earlier);
        trail.record(key(earlier.id()), "consultation.followed", Map.of("code", next.code(), "round", next.round()));
    }

    /** Corrects what was registered, as long as it is not announced. */
    public void correct(UUID id, Registration registration, Person by) {
        var consultation = consultations.get(id);
        demandOwner(consultation.owners(), by);
        demandOwner(registration.owners(), by);
        if (!consultation.code().equals(registration.code()) && consultations.existsByCode(registration.code())) {
            throw new CodeTaken(registration.code());
        }
        var before = facts(consultation);
        var detailsBefore = consultation.details();
        consultation.correct(registration);
        meetings.follow(consultation);
        trail.change(key(id), "consultation.corrected", before, facts(consultation));
        recordDetails(consultation, detailsBefore);
        tasks.rename(key(id), consultation.title());
        tasks.reschedule(key(id));
    }

    /** Corrects what was announced, as far as nobody has arranged themselves by it. */
    public void correctNotice(
            UUID id, Registration registration, String summary, @Nullable String summaryEn, Person by) {
        var consultation = consultations.getHeld(id);
        demandOwner(consultation.owners(), by);
        var before = wording(consultation);
        var detailsBefore = consultation.details();
        consultation.correctNotice(registration, summary, summaryEn, clock.instant());
        trail.change(key(id), "consultation.notice-corrected", before, wording(consultation));
        recordDetails(consultation, detailsBefore);
        tasks.rename(key(id), consultation.title());
    }

    private void recordDetails(Consultation consultation, Details before) {
        if (!before.equals(consultation.details())) {
            // They name people whom one may ask.
            trail.changePersonal(
                    key(consultation.id()),
                    "consultation.details-corrected",
                    Map.of("details", before.toString()),
                    Map.of("details", consultation.details().toString()));
        }
    }

    private static Map<String, String> wording(Consultation consultation) {
        return Map.of(
                "title", consultation.title(),
                "titleEn", Objects.toString(consultation.titleEn(), ""),
                "summary", consultation.summary(),
                "summaryEn", Objects.toString(consultation.summaryEn(), ""));
    }

    void prepareNotice(UUID id, Notice notice) {
        var channels = notice.channels();
        consultations.get(id).prepareNotice(notice);
        var planned = publications.findByConsultationIdOrderByChannel(id);
        publications.deleteAll(planned.stream()
                .filter(publication -> publication.publishedOn() == null)
                .filter(publication -> !channels.contains(publication.channel()))
                .toList());
        var kept = planned.stream().map(Publication::channel).toList();
        publications.saveAll(channels.stream()
                .filter(channel -> !kept.contains(channel))
                .map(channel -> new Publication(UUID.randomUUID(), id, channel))
                .toList());
        trail.record(
                key(id),
                "consultation.notice-prepared",
                Map.of("summary", notice.summary(), "channels", ConsultationProcess.codes(channels)));
    }

    void returned(UUID id, String what, String comment) {
        consultations.get(id).returned(comment);
        trail.record(key(id), "consultation." + what + "-returned", Map.of("comment", comment));
    }

    /** What a manager accepts who approves a notice with a window shorter than the rule asks for. */
    void acceptShortWindow(UUID id, String reason, Person by) {
        var consultation = consultations.get(id);
        var minimum =
                periods.minimumWindow(consultation.documentType(), consultation.opensOn(), consultation.closesOn());
        consultation.acceptShortWindow(reason, by.name(), clock.instant());
        trail.record(
                key(id),
                "consultation.short-window-accepted",
                Map.of(
                        "days", minimum.days(),
                        "earliestEnd", minimum.earliestEnd().toString(),
                        "source", minimum.source(),
                        "reason", reason));
    }

    void approved(UUID id, String what, String comment) {
        trail.record(
                key(id),
                "consultation." + what + "-approved",
                comment.isEmpty() ? Map.of() : Map.of("comment", comment));
    }

    Announced announce(UUID id) {
        var consultation = consultations.getHeld(id);
        consultation.announce(clock.instant());
        trail.record(key(id), "consultation.announced", facts(consultation));
        var channels = publications.findByConsultationIdOrderByChannel(id).stream()
                .map(Publication::channel)
                .distinct()
                .toList();
        return new Announced(consultation.owners(), consultation.opensAt(), channels);
    }

    /** Who decides about the position, when the window opens, and where the notice is to appear. */
    record Announced(List<String> owners, Instant opensAt, List<Channel> channels) {}

    Timetable open(UUID id) {
        var consultation = consultations.getHeld(id);
        consultation.open(clock.instant());
        int invited = inviting.invite(consultation);
        trail.record(key(id), "consultation.opened", Map.of("invited", invited));
        return timetable(consultation);
    }

    /** As the end stands now. */
    Timetable timetable(UUID id) {
        return timetable(consultations.get(id));
    }

    private Timetable timetable(Consultation consultation) {
        return new Timetable(periods.remindInvitedAt(consultation), consultation.closesAt());
    }

    /** When the timers of the window fire. */
    record Timetable(Instant remindAt, Instant closesAt) {}

    void remindInvited(UUID id) {
        int reminded = inviting.remind(consultations.get(id));
        trail.record(key(id), "consultation.invited-reminded", Map.of("reminded", reminded));
    }

    /** Whether nothing is left to screen. */
    boolean close(UUID id) {
        var consultation = consultations.getHeld(id);
        consultation.close(clock.instant());
        inviting.close(id);
        trail.record(key(id), "consultation.closed");
        return allScreened(id);
    }

    void published(UUID id, Channel channel, String link, LocalDate on, Person by) {
        publications
                .findFirstByConsultationIdAndChannelAndPublishedOnIsNull(id, channel)
                .orElseGet(() -> publications.save(new Publication(UUID.randomUUID(), id, channel)))
                .published(link, on, by.name());
        trail.record(
                key(id),
                "consultation.published-in-channel",
                Map.of("channel", channel.name(), "link", link, "date", on.toString()));
    }

    @EventListener
    void screened(ProposalScreened event) {
        continueWhenScreened(event.callId());
    }

    @EventListener
    void expired(ProposalExpired event) {
        continueWhenScreened(event.callId());
    }

    @EventListener
    void setAside(ProposalSetAside event) {
        continueWhenScreened(event.callId());
    }

    /** Not every call for proposals is a consultation. */
    private void continueWhenScreened(UUID id) {
        // Held, so that the closing and the last screening see each other.
        consultations
                .hold(id)
                .filter(consultation -> consultation.status() == ConsultationStatus.CLOSED)
                .filter(consultation -> allScreened(id))
                .ifPresent(consultation -> process.proposalsScreened(id));
    }

    private boolean allScreened(UUID id) {
        // What was just screened may not be written yet.
        consultations.flush();
        return proposals.isScreened(id);
    }

    public static void demandOwner(List<String> owners, Person by) {
        if (owners.stream().noneMatch(by::worksFor)) {
            throw new NotAllowed();
        }
    }

    static Map<String, Object> facts(Consultation consultation) {
        return Map.of(
                "code", consultation.code(),
                "title", consultation.title(),
                "documentType", consultation.documentType().name(),
                "opensOn", consultation.opensOn().toString(),
                "closesOn", consultation.closesOn().toString(),
                "hosts", String.join(", ", consultation.hosts()),
                "owners", String.join(", ", consultation.owners()),
                "topics", consultation.topics().stream().map(Enum::name).collect(Collectors.joining(", ")),
                "period",
                        Objects.toString(consultation.periodFrom(), "") + "–"
                                + Objects.toString(consultation.periodTo(), ""));
    }

    /** Another consultation already has this code. */
    public static class CodeTaken extends RuntimeException {
        CodeTaken(String code) {
            super(code);
        }
    }
}
