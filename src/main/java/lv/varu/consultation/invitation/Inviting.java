package lv.varu.consultation.invitation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.varu.audit.Trail;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.ConsultationNotFound;
import lv.varu.directory.Invitee;
import lv.varu.directory.Invitees;
import lv.varu.directory.Organisation;
import lv.varu.directory.Organisations;
import lv.varu.directory.Selection;
import lv.varu.proposal.ProposalSubmitted;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks organisations by personal link for their view, and asks again those who are silent. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Inviting {
    /** Whoever was reminded so recently by hand is not reminded again by the clock. */
    private static final Duration PAUSE = Duration.ofDays(2);

    private static final int CHUNK = 500;
    private static final String SILENT =
            " consultation_id = :id and answered_at is null and nil_at is null and email <> ''"
                    + " and letter_due is null and (reminded_at is null or reminded_at < :before)";

    private final Invitations invitations;
    private final Invitees invitees;
    private final Organisations organisations;
    private final InvitationPost post;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Trail trail;
    private final Clock clock;

    Inviting(
            Invitations invitations,
            Invitees invitees,
            Organisations organisations,
            InvitationPost post,
            JdbcClient jdbc,
            JdbcTemplate batches,
            Trail trail,
            Clock clock) {
        this.invitations = invitations;
        this.invitees = invitees;
        this.organisations = organisations;
        this.post = post;
        this.jdbc = jdbc;
        this.batches = batches;
        this.trail = trail;
        this.clock = clock;
    }

    /** How many organisations the notice would reach now. */
    @Transactional(readOnly = true)
    public int wouldInvite(Consultation consultation) {
        return invitees.count(consultation.invited(), invitations.invited(consultation.id()));
    }

    /** Invites whom the notice names, and whoever was added since it was announced. */
    public int invite(Consultation consultation) {
        add(consultation, consultation.invited());
        int all = invitations.invited(consultation.id()).size();
        post.few(consultation, all);
        return all;
    }

    /** Puts down who is to be invited; nobody twice. How many were new. */
    int add(Consultation consultation, Selection selection) {
        var rows = invitees.matching(selection).stream()
                .map(invitee -> row(consultation, invitee))
                .toList();
        var counts = batches.batchUpdate("""
                insert into consultation_invitation (id, consultation_id, organisation_id, organisation_name, email,
                                                     language, sent_at, letter_due)
                values (?, ?, ?, ?, ?, ?, ?, 'INVITATION') on conflict (consultation_id, organisation_id) do nothing""", rows, CHUNK, (statement, row) -> {
            for (int i = 0; i < row.length; i++) {
                statement.setObject(i + 1, row[i]);
            }
        });
        return Arrays.stream(counts)
                .flatMapToInt(Arrays::stream)
                .filter(count -> count > 0)
                .sum();
    }

    private Object[] row(Consultation consultation, Invitee invitee) {
        return new Object[] {
            UUID.randomUUID(),
            consultation.id(),
            invitee.id(),
            invitee.name(),
            invitee.email(),
            invitee.language().toLanguageTag(),
            Timestamp.from(clock.instant())
        };
    }

    /** Those added to an open consultation get their letters, at once or, when they are many, in the background. */
    void send(Consultation consultation, int added) {
        post.few(consultation, added);
    }

    public int remind(Consultation consultation) {
        return remind(consultation, clock.instant().minus(PAUSE));
    }

    /** Reminds whoever has not answered and was not reminded since; how many that are. */
    public int remind(Consultation consultation, Instant notSince) {
        correctAddresses(consultation.id());
        int silent = jdbc.sql("update consultation_invitation set letter_due = 'REMINDER', reminders = reminders + 1,"
                        + " reminded_at = :now where" + SILENT)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", consultation.id())
                .param("before", Timestamp.from(notSince))
                .update();
        post.few(consultation, silent);
        return silent;
    }

    @Transactional(readOnly = true)
    public int silent(UUID consultation, Instant notSince) {
        return jdbc.sql("select count(*) from consultation_invitation where" + SILENT)
                .param("id", consultation)
                .param("before", Timestamp.from(notSince))
                .query(Integer.class)
                .single();
    }

    /** A letter that never arrived goes to the address that the directory knows today. */
    private void correctAddresses(UUID consultation) {
        Map<UUID, String> failed =
                Objects.requireNonNull(jdbc.sql("select organisation_id, email from consultation_invitation"
                                + " where consultation_id = ? and status = 'FAILED'")
                        .param(consultation)
                        .query(rows -> {
                            var found = new java.util.HashMap<UUID, String>();
                            while (rows.next()) {
                                found.put(rows.getObject(1, UUID.class), rows.getString(2));
                            }
                            return found;
                        }));
        List<Object[]> corrected = organisations.find(failed.keySet()).values().stream()
                .filter(organisation ->
                        organisation.email() != null && !organisation.email().equals(failed.get(organisation.id())))
                .map(organisation -> corrected(consultation, organisation))
                .toList();
        batches.batchUpdate(
                "update consultation_invitation set email = ?, delivery = 'QUEUED'"
                        + " where consultation_id = ? and organisation_id = ?",
                corrected);
    }

    private static Object[] corrected(UUID consultation, Organisation organisation) {
        return new Object[] {organisation.email(), consultation, organisation.id()};
    }

    /** The window is over: who has not answered by now has not answered. */
    public void close(UUID consultation) {
        jdbc.sql("update consultation_invitation set letter_due = null, silent_at = ?"
                        + " where consultation_id = ? and answered_at is null and nil_at is null")
                .params(Timestamp.from(clock.instant()), consultation)
                .update();
    }

    /** The invited organisation opened its link. */
    Invitation opened(UUID invitationId) {
        var invitation = get(invitationId);
        if (invitation.openedAt() == null) {
            record(invitation, "consultation.invitation-opened");
        }
        invitation.opened(clock.instant());
        return invitation;
    }

    Optional<Invitation> find(UUID invitationId) {
        return invitations.findById(invitationId);
    }

    Invitation get(UUID invitationId) {
        return find(invitationId).orElseThrow(() -> new ConsultationNotFound("invitation"));
    }

    @EventListener
    void answered(ProposalSubmitted event) {
        if (event.invitation() != null) {
            invitations
                    .findById(event.invitation())
                    .filter(invitation -> invitation.consultationId().equals(event.callId()))
                    .ifPresent(this::answered);
        }
    }

    private void answered(Invitation invitation) {
        invitation.answered(clock.instant());
        record(invitation, "consultation.invitation-answered");
    }

    void record(Invitation invitation, String action) {
        trail.record(
                ConsultationDesk.key(invitation.consultationId()),
                action,
                Map.of("organisation", invitation.organisationName()));
    }
}
