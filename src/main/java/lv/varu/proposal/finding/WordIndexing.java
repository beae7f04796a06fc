package lv.varu.proposal.finding;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.varu.proposal.ProposalSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads proposals that are new or have changed, so that their words are found. */
@Component
public class WordIndexing implements SchedulingConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(WordIndexing.class);
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration DAILY = Duration.ofDays(1);
    // Whoever changes one of these texts waits so long.
    private static final int AT_ONCE = 200;

    private final WordIndex index;
    private final TransactionTemplate transaction;
    private final ProposalSettings settings;

    WordIndexing(WordIndex index, TransactionTemplate transaction, ProposalSettings settings) {
        this.index = index;
        this.transaction = transaction;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        Duration every = settings.searchEvery();
        registrar.addFixedDelayTask(new FixedDelayTask(() -> trying(this::catchUp), every, every));
        registrar.addFixedDelayTask(new FixedDelayTask(() -> trying(this::fill), DAILY, FIRST));
    }

    /** Reads all that is new or has changed. */
    public void catchUp() {
        int read = AT_ONCE;
        while (read == AT_ONCE) {
            read = Objects.requireNonNull(transaction.execute(status -> readSome()));
        }
    }

    private int readSome() {
        List<UUID> taken = index.take(AT_ONCE);
        // What they say is read after they are held, so that a change either is seen or comes later.
        if (!taken.isEmpty()) {
            index.put(index.read(taken));
        }
        return taken.size();
    }

    /** Adds what was there before there was an index. */
    void fill() {
        UUID last = new UUID(0, 0);
        while (last != null) {
            UUID after = last;
            List<UUID> added = Objects.requireNonNull(transaction.execute(status -> index.add(after, AT_ONCE)));
            catchUp();
            last = added.size() < AT_ONCE ? null : added.get(added.size() - 1);
        }
    }

    private void trying(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Lists of proposals cannot be searched for what is new, next try in a while", e);
        }
    }
}
