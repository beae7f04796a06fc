package lv.varu.proposal.similar;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the texts that did not come through the intake: those from before, and parts of others. */
@Component
class TextReading implements SchedulingConfigurer {
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration FIRST = Duration.ofSeconds(20);
    private static final int AT_ONCE = 500;

    private final ProposalTexts texts;
    private final SimilarProposals similar;
    private final TransactionTemplate transaction;

    TextReading(ProposalTexts texts, SimilarProposals similar, TransactionTemplate transaction) {
        this.texts = texts;
        this.similar = similar;
        this.transaction = transaction;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new FixedDelayTask(this::readAll, EVERY, FIRST));
    }

    void readAll() {
        List<ProposalTexts.Unread> some = texts.unread(new UUID(0, 0), AT_ONCE);
        while (!some.isEmpty()) {
            read(some);
            some = texts.unread(some.get(some.size() - 1).id(), AT_ONCE);
        }
    }

    private void read(List<ProposalTexts.Unread> texts) {
        transaction.executeWithoutResult(
                status -> texts.forEach(one -> similar.read(one.id(), one.callId(), one.title(), one.text())));
    }
}
