package lv.varu.proposal;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Keeps the counts of proposals short and, every night, proves them. */
@Component
class CountKeeping {
    private static final Logger LOG = LoggerFactory.getLogger(CountKeeping.class);

    private final ProposalCounts counts;
    private final AtomicInteger drift;

    CountKeeping(ProposalCounts counts, MeterRegistry meters) {
        this.counts = counts;
        this.drift = meters.gauge("varu.proposal.count-drift", new AtomicInteger());
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void addUp() {
        try {
            counts.addUp();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Counts of proposals cannot be added up, next try in a minute", e);
        }
    }

    @Scheduled(cron = "0 50 3 * * *", zone = "Europe/Riga")
    void check() {
        int wrong = counts.check();
        if (wrong > 0) {
            LOG.error("{} counts of proposals were wrong and have been put right", wrong);
        }
        drift.set(wrong);
    }
}
