package lv.varu.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.proposal.SubmissionRefused.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes proposals in. Those that come while others are being written down are written down together, in one transaction, so
 * that the last hour of a consultation is not slower than the first. Nobody gets a receipt before the transaction with
 * their proposal is committed.
 */
@Component
public class JointIntake {
    private static final Logger LOG = LoggerFactory.getLogger(JointIntake.class);
    // With fewer waiting, a second lane would only make the groups smaller.
    private static final int MANY = 8;
    private static final int LARGEST = 50;

    private final IntakeDesk desk;
    private final References references;
    private final AddressLimit addresses;
    private final TransactionTemplate transaction;
    private final ThreadPoolTaskExecutor lane = lane("intake-");
    private final ThreadPoolTaskExecutor second = lane("intake-second-");
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();

    JointIntake(IntakeDesk desk, References references, AddressLimit addresses, TransactionTemplate transaction) {
        this.desk = desk;
        this.references = references;
        this.addresses = addresses;
        this.transaction = transaction;
    }

    private static ThreadPoolTaskExecutor lane(String name) {
        var lane = new ThreadPoolTaskExecutor();
        lane.setThreadNamePrefix(name);
        lane.setCorePoolSize(1);
        lane.setMaxPoolSize(1);
        lane.setDaemon(true);
        lane.initialize();
        return lane;
    }

    /** As {@link IntakeDesk#submit}, with what it refers to; not within a transaction of the caller. */
    public Receipt submit(Submission submission, String key, Reference reference) {
        // A repeat of long ago has its receipt.
        if (!addresses.admits(submission.submitter().email(), new IntakeSeal(key))
                && desk.earlier(submission, key).isEmpty()) {
            throw new SubmissionRefused(List.of(new Fault("submitter.email", "proposal.fault.email.often")));
        }
        var incoming = Incoming.now(submission, key, reference);
        // A file may take long to be scanned, so nobody waits behind it.
        if (!incoming.fitsWithOthers()) {
            return take(incoming);
        }
        var mine = new Waiting(incoming, new CompletableFuture<>());
        boolean many = waiting.size() >= MANY;
        waiting.add(mine);
        // One run for each that waits: when a run finds nothing, an earlier one has taken it along.
        lane.execute(this::next);
        if (many) {
            second.execute(this::next);
        }
        try {
            return mine.receipt.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void next() {
        List<Waiting> group = new ArrayList<>();
        Waiting one;
        while (group.size() < LARGEST && (one = waiting.poll()) != null) {
            group.add(one);
        }
        group.stream()
                .collect(
                        Collectors.groupingBy(each -> each.incoming.submission().callCode()))
                .values()
                .forEach(this::takeIn);
    }

    private void takeIn(List<Waiting> group) {
        Map<Incoming, Receipt> receipts = group.size() == 1 ? Map.of() : together(group);
        for (Waiting each : group) {
            Receipt receipt = receipts.get(each.incoming);
            if (receipt == null) {
                alone(each);
            } else {
                each.receipt.complete(receipt);
            }
        }
    }

    private Map<Incoming, Receipt> together(List<Waiting> group) {
        List<Incoming> incoming = group.stream().map(Waiting::incoming).toList();
        try (var scope = Acting.begin(Actor.VISITOR, null)) {
            return Objects.requireNonNull(transaction.execute(status -> {
                Map<Incoming, Receipt> receipts = desk.submitAll(incoming);
                Map<UUID, Reference> named = new HashMap<>();
                receipts.forEach((one, receipt) -> named.put(receipt.proposalId(), one.reference()));
                references.noteAll(named);
                return receipts;
            }));
        } catch (RuntimeException | Error e) {
            // Nothing is kept; one by one each hears what is wrong with it.
            LOG.debug("{} proposals could not be taken in together", incoming.size(), e);
            return Map.of();
        }
    }

    private void alone(Waiting one) {
        try {
            one.incoming.acting(() -> one.receipt.complete(take(one.incoming)));
        } catch (Throwable e) {
            one.receipt.completeExceptionally(e);
        }
    }

    private Receipt take(Incoming one) {
        return references.keep(one.reference(), () -> desk.submit(one.submission(), one.key()));
    }

    private record Waiting(Incoming incoming, CompletableFuture<Receipt> receipt) {}
}
