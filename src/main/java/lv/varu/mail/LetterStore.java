package lv.varu.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.varu.audit.Trail;
import lv.varu.mail.DeliveryChanged.Delivery;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of the outbox on their way: claimed, delivered, put off, given up. */
@Component
@Transactional
class LetterStore {
    private static final long CLAIM_LOCK = 0x1e77e25L;

    private final JdbcClient jdbc;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final MailSettings settings;
    private final Clock clock;

    LetterStore(JdbcClient jdbc, Trail trail, ApplicationEventPublisher events, MailSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** Letters that are due now and that nobody else has, no more than the rate allows. */
    public List<StoredLetter> claim() {
        // One node at a time counts and takes, or together they would exceed the rate.
        if (!jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(CLAIM_LOCK)
                .query(Boolean.class)
                .single()) {
            return List.of();
        }
        var now = clock.instant();
        int allowed = Math.min(settings.batch(), settings.perMinute() - takenSince(now.minus(1, ChronoUnit.MINUTES)));
        if (allowed <= 0) {
            return List.of();
        }
        return jdbc.sql("""
                update mail_letter set attempts = attempts + 1, last_attempt_at = :now, leased_until = :until,
                                       first_attempt_at = coalesce(first_attempt_at, :now)
                where id in (select id from mail_letter
                             where state = 'WAITING' and next_attempt_at <= :now
                               and (leased_until is null or leased_until <= :now)
                             order by next_attempt_at, number limit :allowed for update skip locked)
                returning *""")
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(settings.lease())))
                .param("allowed", allowed)
                .query(StoredLetter::from)
                .list();
    }

    private int takenSince(Instant time) {
        return jdbc.sql("select count(*) from mail_letter where last_attempt_at > ?")
                .param(Timestamp.from(time))
                .query(Integer.class)
                .single();
    }

    @Transactional(readOnly = true)
    public List<Letter.Attachment> attachmentsOf(UUID id) {
        return jdbc.sql("select * from mail_attachment where letter = ? order by position")
                .param(id)
                .query((row, number) -> new Letter.Attachment(
                        row.getString("name"), row.getString("media_type"), row.getBytes("content")))
                .list();
    }

    public boolean masksSecrets() {
        return !settings.keepSecretLinks();
    }

    public void delivered(StoredLetter letter) {
        boolean mask = masksSecrets();
        jdbc.sql("""
                update mail_letter set state = 'DELIVERED', delivered_at = ?, leased_until = null, last_error = null,
                                       text_body = ?, html_body = ?, parts = ?, secrets = ?,
                                       unsubscribe = case when ? then null else unsubscribe end where id = ?""")
                .params(
                        Timestamp.from(clock.instant()),
                        mask ? letter.masked(letter.text()) : letter.text(),
                        mask ? letter.masked(letter.html()) : letter.html(),
                        mask ? letter.masked(letter.parts()) : letter.parts(),
                        mask ? "" : String.join("\n", letter.secrets()),
                        mask,
                        letter.id())
                .update();
        record(letter, "mail.delivered");
        tell(letter, Delivery.SENT);
    }

    /** Another attempt follows after a pause, or an administrator has to look when that has gone on for too long. */
    public void failed(StoredLetter letter, String error) {
        var now = clock.instant();
        var first = letter.firstAttemptAt() == null ? now : letter.firstAttemptAt();
        var end = first.plus(settings.giveUpAfter());
        if (!now.isBefore(end)) {
            stop(letter, LetterState.INCIDENT, error, "mail.incident");
            return;
        }
        var next = now.plus(settings.pauseAfter(letter.attempts()));
        jdbc.sql("update mail_letter set next_attempt_at = ?, leased_until = null, last_error = ? where id = ?")
                .params(Timestamp.from(next.isAfter(end) ? end : next), error, letter.id())
                .update();
    }

    public void refused(StoredLetter letter, String error) {
        stop(letter, LetterState.REFUSED, error, "mail.refused");
    }

    public void held(StoredLetter letter) {
        stop(letter, LetterState.HELD, null, "mail.held");
    }

    private void stop(StoredLetter letter, LetterState state, @Nullable String error, String action) {
        jdbc.sql("update mail_letter set state = ?, leased_until = null, last_error = ? where id = ?")
                .params(Arrays.asList(state.name(), error, letter.id()))
                .update();
        record(letter, action);
        tell(letter, Delivery.FAILED);
    }

    /** Tries anew as if it had just been posted. */
    public void retry(StoredLetter letter) {
        jdbc.sql("""
                update mail_letter set state = 'WAITING', attempts = 0, first_attempt_at = null, leased_until = null,
                                       next_attempt_at = ? where id = ? and state <> 'DELIVERED'""").params(Timestamp.from(clock.instant()), letter.id()).update();
        record(letter, "mail.retried");
        tell(letter, Delivery.QUEUED);
    }

    private void tell(StoredLetter letter, Delivery delivery) {
        if (letter.onceKey() != null) {
            events.publishEvent(new DeliveryChanged(letter.about(), letter.onceKey(), delivery, clock.instant()));
        }
    }

    private void record(StoredLetter letter, String action) {
        trail.record(letter.about(), action, Map.of("letter", letter.id()), Map.of("email", letter.email()));
    }

    /** Every opening of a letter is in the trail: it is somebody's correspondence. */
    public Optional<StoredLetter> open(UUID id) {
        var letter = find(id);
        letter.ifPresent(opened -> record(opened, "mail.opened"));
        return letter;
    }

    @Transactional(readOnly = true)
    public Optional<StoredLetter> find(UUID id) {
        return jdbc.sql("select * from mail_letter where id = ?")
                .param(id)
                .query(StoredLetter::from)
                .optional();
    }
}
