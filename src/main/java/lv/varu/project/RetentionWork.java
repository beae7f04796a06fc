package lv.varu.project;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.privacy.RetainedData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases what was approved, a few records a transaction. How far it came stands in the same transaction, so any node
 * goes on after a break.
 */
@Component
class RetentionWork {
    private static final Logger log = LoggerFactory.getLogger(RetentionWork.class);
    private static final int AT_ONCE = 100;
    private static final String CONSULTATION = "consultation";

    private final RetentionRounds rounds;
    private final ObjectProvider<RetainedData> sources;
    private final RetentionLetters letters;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RetentionWork(
            RetentionRounds rounds,
            ObjectProvider<RetainedData> sources,
            RetentionLetters letters,
            Trail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.rounds = rounds;
        this.sources = sources;
        this.letters = letters;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${varu.retention.poll-every:PT5S}")
    void tick() {
        try {
            while (step()) {
                log.debug("More is to be erased");
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("What was approved cannot be erased now, next try soon", e);
        }
    }

    /** Whether there was something to do. */
    boolean step() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var next = rounds.next();
            next.ifPresent(item -> Acting.as(Actor.SYSTEM, null, () -> erase(item)));
            rounds.finish(clock.instant()).forEach(this::finished);
            return next.isPresent();
        }));
    }

    private void erase(RetentionRounds.Next item) {
        var of = CaseKey.of(CONSULTATION, item.consultation());
        Map<String, Object> done = new HashMap<>();
        int left = AT_ONCE;
        for (var source : sources.orderedStream().toList()) {
            if (left > 0) {
                int erased = source.erase(of, left);
                left -= erased;
                if (erased > 0) {
                    done.put("erased." + source.kind(), erased);
                }
            }
        }
        boolean last = left > 0;
        rounds.erased(item, AT_ONCE - left, last);
        if (!done.isEmpty()) {
            done.put("consultation", item.title());
            trail.record(CaseKey.of(RetentionRound.KIND, item.round()), "retention.erased", done);
            trail.record(of, "retention.erased", Map.of("records", AT_ONCE - left));
        }
    }

    private void finished(UUID id) {
        rounds.find(id).ifPresent(round -> {
            trail.record(round.key(), "retention.finished", Map.of("records", round.erased()));
            letters.finished(round);
        });
    }
}
