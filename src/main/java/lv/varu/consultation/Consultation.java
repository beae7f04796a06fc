package lv.varu.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.calendar.Riga;
import lv.varu.consultation.registration.Registration;
import lv.varu.directory.OrganisationKind;
import lv.varu.directory.Selection;
import lv.varu.directory.Topic;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.modulith.NamedInterface;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A planning document opened for comment, from its notice to the report on what came of it. */
@Entity
@NamedInterface("shared")
public class Consultation {
    @Id
    private UUID id;

    private String code;
    private String title;
    private @Nullable String titleEn;

    @Enumerated(EnumType.STRING)
    private DocumentType documentType;

    private @Nullable Integer periodFrom;
    private @Nullable Integer periodTo;

    @Enumerated(EnumType.STRING)
    private ConsultationStatus status;

    private LocalDate opensOn;
    private LocalDate closesOn;
    private String summary;
    private @Nullable String summaryEn;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> hosts;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> owners;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> topics;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> invitedTopics;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> invitedKinds;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> invitedPlaces;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> invitedGroups;

    private boolean onlyGroups;

    @JdbcTypeCode(SqlTypes.JSON)
    private Details details;

    private boolean sample;
    private Instant registeredAt;
    private @Nullable Instant announcedAt;
    private @Nullable Instant openedAt;
    private @Nullable Instant closedAt;
    private @Nullable Instant deliveredAt;
    private @Nullable Instant answeredAt;
    private @Nullable Instant reportedAt;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawalReason;
    private boolean ownHosted;
    private @Nullable String tapUrl;
    private @Nullable LocalDate officialClosesOn;
    private @Nullable String shortWindowReason;
    private @Nullable String shortWindowAcceptedBy;
    private @Nullable Instant shortWindowAcceptedAt;

    @Column(name = "return_comment")
    private @Nullable String returnComment;

    private @Nullable Instant correctedAt;
    private int round = 1;
    private @Nullable UUID followsId;

    @Version
    private int version;

    protected Consultation() {}

    private Consultation(UUID id, Registration registration, Instant now) {
        this.id = id;
        this.status = ConsultationStatus.PREPARING;
        this.registeredAt = now;
        this.summary = "";
        this.invitedTopics = List.of();
        this.invitedKinds = List.of();
        this.invitedPlaces = List.of();
        this.invitedGroups = List.of();
        describe(registration);
    }

    static Consultation register(UUID id, Registration registration, Instant now) {
        return new Consultation(id, registration, now);
    }

    /** The same document once more. */
    void follow(Consultation earlier) {
        this.followsId = earlier.id;
        this.round = earlier.round + 1;
    }

    /** Only before it is announced: after that people rely on what they read. */
    void correct(Registration registration) {
        demand(ConsultationStatus.PREPARING);
        describe(registration);
    }

    /**
     * Mends what people read of it, until the report: title, summary, whom to ask, where to read and to send. What they
     * have arranged themselves by stays: dates, hosts, versions and meetings have turns of their own.
     */
    void correctNotice(Registration registration, String summary, @Nullable String summaryEn, Instant now) {
        if (!mayBeCorrected()) {
            throw new WrongStatus(id, status);
        }
        this.title = registration.title();
        this.titleEn = registration.titleEn();
        this.summary = summary;
        this.summaryEn = summaryEn;
        this.details = details.correctedBy(registration.details());
        this.correctedAt = now;
    }

    public boolean mayBeCorrected() {
        return status != ConsultationStatus.REPORTED && status != ConsultationStatus.WITHDRAWN;
    }

    private void describe(Registration registration) {
        if (registration.closesOn().isBefore(registration.opensOn())) {
            throw new IllegalArgumentException("closes before it opens");
        }
        if (!registration.opensOn().equals(opensOn)
                || !registration.closesOn().equals(closesOn)
                || registration.documentType() != documentType) {
            // Whoever accepted a short window accepted that one.
            this.shortWindowReason = null;
            this.shortWindowAcceptedBy = null;
            this.shortWindowAcceptedAt = null;
        }
        this.code = registration.code();
        this.title = registration.title();
        this.titleEn = registration.titleEn();
        this.documentType = registration.documentType();
        this.periodFrom = registration.periodFrom();
        this.periodTo = registration.periodTo();
        this.opensOn = registration.opensOn();
        this.closesOn = registration.closesOn();
        this.hosts = List.copyOf(registration.hosts());
        this.owners = List.copyOf(registration.owners());
        this.topics = registration.topics().stream().map(Topic::name).toList();
        this.details = registration.details();
        this.ownHosted = registration.ownHosted();
        this.tapUrl = registration.tapUrl();
        this.officialClosesOn = registration.officialClosesOn();
        this.sample = registration.sample();
    }

    /** A window shorter than the rule asks for, and why it has to be. */
    void acceptShortWindow(String reason, String by, Instant now) {
        demand(ConsultationStatus.PREPARING);
        this.shortWindowReason = reason;
        this.shortWindowAcceptedBy = by;
        this.shortWindowAcceptedAt = now;
    }

    /** Only forward, and only before it ends: nobody may find out that an end has come nearer. */
    public void extend(LocalDate newClosesOn, Instant now) {
        if (!mayBeExtended(now)) {
            throw new WrongStatus(id, status);
        }
        if (!newClosesOn.isAfter(closesOn)) {
            throw new IllegalArgumentException("not later than " + closesOn);
        }
        this.closesOn = newClosesOn;
    }

    public boolean mayBeExtended(Instant now) {
        return isAnnounced() && now.isBefore(closesAt());
    }

    /** As long as people can react to it. */
    public boolean mayBeRevised(Instant now) {
        return mayBeExtended(now);
    }

    public boolean mayBeWithdrawn() {
        return status != ConsultationStatus.REPORTED && status != ConsultationStatus.WITHDRAWN;
    }

    private boolean isAnnounced() {
        return status == ConsultationStatus.ANNOUNCED || status == ConsultationStatus.OPEN;
    }

    public void withdraw(String reason, Instant now) {
        if (!mayBeWithdrawn()) {
            throw new WrongStatus(id, status);
        }
        this.status = ConsultationStatus.WITHDRAWN;
        this.withdrawnAt = now;
        this.withdrawalReason = reason;
        this.returnComment = null;
    }

    /** The plain-language summary, and whom to invite. */
    void prepareNotice(Notice notice) {
        demand(ConsultationStatus.PREPARING);
        this.summary = notice.summary();
        this.summaryEn = notice.summaryEn();
        this.invitedTopics = notice.invitedTopics().stream().map(Topic::name).toList();
        this.invitedKinds =
                notice.invitedKinds().stream().map(OrganisationKind::name).toList();
        this.invitedPlaces = List.copyOf(notice.invitedPlaces());
        this.invitedGroups = notice.invitedGroups().stream().map(UUID::toString).toList();
        this.onlyGroups = notice.onlyGroups();
        this.returnComment = null;
    }

    public void returned(String comment) {
        this.returnComment = comment;
    }

    void announce(Instant now) {
        demand(ConsultationStatus.PREPARING);
        this.status = ConsultationStatus.ANNOUNCED;
        this.announcedAt = now;
        this.returnComment = null;
    }

    void open(Instant now) {
        demand(ConsultationStatus.ANNOUNCED);
        this.status = ConsultationStatus.OPEN;
        this.openedAt = now;
    }

    void close(Instant now) {
        demand(ConsultationStatus.OPEN);
        this.status = ConsultationStatus.CLOSED;
        this.closedAt = now;
    }

    public void positionDelivered(Instant now) {
        demand(ConsultationStatus.CLOSED);
        this.deliveredAt = now;
        this.returnComment = null;
    }

    void answersPublished(Instant now) {
        demand(ConsultationStatus.CLOSED);
        this.status = ConsultationStatus.ANSWERED;
        this.answeredAt = now;
    }

    public void reported(Instant now) {
        demand(ConsultationStatus.ANSWERED);
        this.status = ConsultationStatus.REPORTED;
        this.reportedAt = now;
        this.returnComment = null;
    }

    /** The part of its life in which it is; a closed one collects answers once the position is delivered. */
    public Phase phase() {
        return switch (status) {
            case PREPARING -> Phase.NOTICE;
            case ANNOUNCED, OPEN -> Phase.WINDOW;
            case CLOSED -> deliveredAt == null ? Phase.POSITION : Phase.ANSWERS;
            case ANSWERED, REPORTED -> Phase.REPORT;
            case WITHDRAWN -> lastPhase();
        };
    }

    private Phase lastPhase() {
        if (openedAt == null) {
            return Phase.NOTICE;
        }
        if (closedAt == null) {
            return Phase.WINDOW;
        }
        return deliveredAt == null ? Phase.POSITION : answeredAt == null ? Phase.ANSWERS : Phase.REPORT;
    }

    private void demand(ConsultationStatus expected) {
        if (status != expected) {
            throw new WrongStatus(id, status);
        }
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** In the language of the reader, as far as somebody translated it. */
    public String title(Locale locale) {
        return isEnglish(locale) && titleEn != null ? titleEn : title;
    }

    public @Nullable String titleEn() {
        return titleEn;
    }

    public DocumentType documentType() {
        return documentType;
    }

    public @Nullable Integer periodFrom() {
        return periodFrom;
    }

    public @Nullable Integer periodTo() {
        return periodTo;
    }

    public ConsultationStatus status() {
        return status;
    }

    public LocalDate opensOn() {
        return opensOn;
    }

    /** The last day, itself included. */
    public LocalDate closesOn() {
        return closesOn;
    }

    public Instant opensAt() {
        return Riga.startOf(opensOn);
    }

    /** Exclusive. An announced end does not move, not even off a holiday; it lasts until midnight in Riga. */
    public Instant closesAt() {
        return Riga.endOf(closesOn);
    }

    public String summary() {
        return summary;
    }

    public String summary(Locale locale) {
        return isEnglish(locale) && summaryEn != null ? summaryEn : summary;
    }

    public @Nullable String summaryEn() {
        return summaryEn;
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en");
    }

    public List<String> hosts() {
        return hosts;
    }

    /** The partnerships whose consultation it is; the first one leads. */
    public List<String> owners() {
        return owners;
    }

    public String lead() {
        return owners.get(0);
    }

    public List<Topic> topics() {
        return topics.stream().map(Topic::valueOf).toList();
    }

    public Set<Topic> invitedTopics() {
        return invitedTopics.stream()
                .map(Topic::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)));
    }

    public Set<OrganisationKind> invitedKinds() {
        return invitedKinds.stream()
                .map(OrganisationKind::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(OrganisationKind.class)));
    }

    /** Codes of places; none means those of the hosts. */
    public List<String> invitedPlaces() {
        return invitedPlaces;
    }

    public Set<UUID> invitedGroups() {
        return invitedGroups.stream().map(UUID::fromString).collect(Collectors.toUnmodifiableSet());
    }

    /** Nobody but the members of the groups is invited. */
    public boolean invitesOnlyGroups() {
        return onlyGroups;
    }

    /** Whom the notice invites. */
    public Selection invited() {
        return invited(invitedTopics());
    }

    public Selection invited(Set<Topic> instead) {
        return new Selection(
                instead,
                Set.copyOf(invitedPlaces.isEmpty() ? hosts : invitedPlaces),
                invitedKinds(),
                invitedGroups(),
                onlyGroups);
    }

    /** How often the document has been put to consultation, this time included. */
    public int round() {
        return round;
    }

    public @Nullable UUID followsId() {
        return followsId;
    }

    /** The notice, after it was announced. */
    public @Nullable Instant correctedAt() {
        return correctedAt;
    }

    /** Meetings come and go at any time. */
    public void meet(List<Details.Meeting> meetings) {
        this.details = details.withMeetings(meetings);
    }

    public Details details() {
        return details;
    }

    public boolean isSample() {
        return sample;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    public @Nullable Instant announcedAt() {
        return announcedAt;
    }

    public @Nullable Instant openedAt() {
        return openedAt;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public @Nullable Instant deliveredAt() {
        return deliveredAt;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    public @Nullable Instant reportedAt() {
        return reportedAt;
    }

    public @Nullable Instant withdrawnAt() {
        return withdrawnAt;
    }

    public @Nullable String withdrawalReason() {
        return withdrawalReason;
    }

    /** Whether anybody may see it; what was withdrawn before its notice stays inside. */
    public boolean isPublic() {
        return status.isPublic() && (status != ConsultationStatus.WITHDRAWN || announcedAt != null);
    }

    /** Exclusive; earlier than announced for one that was withdrawn. */
    Instant takesProposalsUntil() {
        return withdrawnAt != null && withdrawnAt.isBefore(closesAt()) ? withdrawnAt : closesAt();
    }

    /** The partnership's own document, for example its strategy: its own staff answer. */
    public boolean isOwnHosted() {
        return ownHosted;
    }

    /** Where a draft act of the state stands on the portal of draft legal acts. */
    public @Nullable String tapUrl() {
        return tapUrl;
    }

    /** Until when the host itself takes views; ours end earlier, so that the position arrives in time. */
    public @Nullable LocalDate officialClosesOn() {
        return officialClosesOn;
    }

    /** Why the window may be shorter than the rule asks for; none when nobody accepted that. */
    public @Nullable String shortWindowReason() {
        return shortWindowReason;
    }

    public @Nullable String shortWindowAcceptedBy() {
        return shortWindowAcceptedBy;
    }

    public @Nullable Instant shortWindowAcceptedAt() {
        return shortWindowAcceptedAt;
    }

    /** What the manager wrote when the notice, position or report was last returned. */
    public @Nullable String returnComment() {
        return returnComment;
    }

    public int version() {
        return version;
    }

    /** What was asked is over, or not yet possible. */
    @ResponseStatus(HttpStatus.CONFLICT)
    public static class WrongStatus extends RuntimeException {
        private final ConsultationStatus status;

        public WrongStatus(UUID id, ConsultationStatus status) {
            super(id + " is " + status);
            this.status = status;
        }

        public ConsultationStatus status() {
            return status;
        }
    }
}
