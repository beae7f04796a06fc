package lv.varu.task;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import lv.varu.calendar.Riga;
import lv.varu.task.EngineTasks.Known;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares our list with the engine's tasks once a day and mends what differs. Nothing should: a difference means that
 * somebody wrote past us, so it is logged and counted as {@code varu.task.drift}.
 */
@Component
class TaskSelfCheck {
    private static final Logger LOG = LoggerFactory.getLogger(TaskSelfCheck.class);
    private static final String ROUND = "self-check";
    private static final int CHUNK = 1000;

    private final TaskSettings settings;
    private final TaskRounds rounds;
    private final Tasks tasks;
    private final EngineTasks engine;
    private final TaskMirror mirror;
    private final Clock clock;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate each;
    private final AtomicInteger drift;

    TaskSelfCheck(
            TaskSettings settings,
            TaskRounds rounds,
            Tasks tasks,
            EngineTasks engine,
            TaskMirror mirror,
            Clock clock,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        this.settings = settings;
        this.rounds = rounds;
        this.tasks = tasks;
        this.engine = engine;
        this.mirror = mirror;
        this.clock = clock;
        this.each = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        // Both sides as of the same moment, or every task that appears meanwhile would look like a difference.
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        this.drift = meters.gauge("varu.task.drift", new AtomicInteger());
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "Europe/Riga")
    void tick() {
        if (settings.selfCheck()
                && Boolean.TRUE.equals(each.execute(status -> rounds.take(ROUND, Riga.today(clock))))) {
            check();
        }
    }

    /** How many tasks differed. */
    int check() {
        List<Difference> found = Objects.requireNonNull(snapshot.execute(status -> differences()));
        found.forEach(difference -> {
            LOG.error("task list differs from the engine: {}", difference);
            each.executeWithoutResult(status -> mend(difference.engineId()));
        });
        drift.set(found.size());
        return found.size();
    }

    private List<Difference> differences() {
        Map<String, Difference> differences = new TreeMap<>();
        read(tasks::openAfter, known -> differences.put(known.engineId(), new Difference(known, null)));
        for (int from = 0; ; from += CHUNK) {
            List<Known> chunk = engine.open(from, CHUNK);
            chunk.forEach(theirs -> differences.merge(
                    theirs.engineId(), new Difference(null, theirs), (ours, same) -> ours.and(theirs)));
            if (chunk.size() < CHUNK) {
                break;
            }
        }
        return differences.values().stream().filter(Difference::isReal).toList();
    }

    private static void read(BiFunction<String, Integer, List<Known>> source, Consumer<Known> reader) {
        String last = "";
        List<Known> chunk;
        do {
            chunk = source.apply(last, CHUNK);
            chunk.forEach(reader);
            last = chunk.isEmpty() ? last : chunk.get(chunk.size() - 1).engineId();
        } while (chunk.size() == CHUNK);
    }

    /** By what the engine says now, for people have gone on working since the comparison. */
    private void mend(String engineId) {
        Optional<Known> theirs = engine.known(engineId);
        if (theirs.isPresent()) {
            engine.find(engineId).ifPresent(mirror::add);
            mirror.change(engineId, theirs.get().assignee(), theirs.get().dueOn());
        } else if (engine.wasCompleted(engineId)) {
            mirror.finish(engineId);
        } else {
            mirror.withdraw(engineId);
        }
    }

    private record Difference(
            @Nullable Known ours, @Nullable Known theirs) {
        Difference and(Known found) {
            return new Difference(ours, found);
        }

        String engineId() {
            return Objects.requireNonNull(ours == null ? theirs : ours).engineId();
        }

        boolean isReal() {
            return !Objects.equals(ours, theirs);
        }
    }
}
