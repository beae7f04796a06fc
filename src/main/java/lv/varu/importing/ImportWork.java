package lv.varu.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import lv.varu.account.People;
import lv.varu.account.Person;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.audit.Trail;
import lv.varu.document.Documents;
import lv.varu.importing.Importer.Course;
import lv.varu.importing.Runs.Progress;
import lv.varu.importing.Runs.Taken;
import lv.varu.spreadsheet.Column;
import lv.varu.spreadsheet.HeaderMatch;
import lv.varu.spreadsheet.SheetReader;
import lv.varu.spreadsheet.SheetRefused;
import lv.varu.spreadsheet.SheetRow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads and takes rows in the background, batch by batch. What a batch does and how far it came are one transaction, so
 * after a break any node goes on behind the last batch and no row is taken twice.
 */
@Component
public class ImportWork {
    private static final Logger log = LoggerFactory.getLogger(ImportWork.class);
    private static final int SAMPLE = 8;

    private final Importers importers;
    private final Runs runs;
    private final Documents documents;
    private final People people;
    private final ImportLetters letters;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final ImportSettings settings;

    ImportWork(
            Importers importers,
            Runs runs,
            Documents documents,
            People people,
            ImportLetters letters,
            Trail trail,
            TransactionTemplate transaction,
            ImportSettings settings) {
        this.importers = importers;
        this.runs = runs;
        this.documents = documents;
        this.people = people;
        this.letters = letters;
        this.trail = trail;
        this.transaction = transaction;
        this.settings = settings;
    }

    /** Works on one import as long as it lasts; false when none waits. */
    public boolean next() {
        UUID lease = UUID.randomUUID();
        Optional<UUID> claimed = runs.claim(lease);
        claimed.ifPresent(id -> {
            Run run = runs.get(id);
            Acting.as(Actor.account(run.uploadedBy()), null, () -> work(run, lease));
        });
        return claimed.isPresent();
    }

    private void work(Run run, UUID lease) {
        try {
            switch (run.state()) {
                case CHECKING -> check(run, lease);
                case RUNNING -> take(run, lease);
                case UNDOING -> undo(run, lease);
                default -> throw new IllegalStateException(run.state().name());
            }
        } catch (SheetRefused refused) {
            finish(run, State.REFUSED, refused.messageKey());
        } catch (LeaseLost e) {
            log.info("The import {} was stopped or goes on elsewhere", run.id());
        } catch (RuntimeException e) {
            log.error("The import {} cannot go on now", run.id(), e);
            failed(run, lease);
        }
    }

    /** Whatever hinders it may pass, so it is tried again, each time later; at last a person decides. */
    private void failed(Run run, UUID lease) {
        int failures = runs.get(run.id()).failures();
        if (failures < settings.retryAfter().size()) {
            runs.pause(run.id(), lease, settings.retryAfter().get(failures));
            return;
        }
        transaction.executeWithoutResult(status -> {
            if (runs.giveUp(run.id(), lease)) {
                Run given = runs.get(run.id());
                trail.record(run.key(), "import.failed", Map.of("rows", given.rowsDone()));
                letters.failed(given, person(given));
            }
        });
    }

    private void check(Run run, UUID lease) {
        Importer importer = importers.of(run.kind());
        List<Column> columns = importers.columns(importer, run.language());
        transaction.executeWithoutResult(status -> runs.restart(run.id()));
        try (SheetReader reader = open(run)) {
            HeaderMatch header = HeaderMatch.of(reader.header(), columns);
            transaction.executeWithoutResult(status -> runs.header(
                    run.id(),
                    columns.stream()
                            .map(Column::key)
                            .filter(header.places()::containsKey)
                            .toList(),
                    header.missing().stream().map(Column::key).toList(),
                    header.ignored()));
            if (!header.isComplete()) {
                finish(run, State.REFUSED, "importing.refused.columns");
                return;
            }
            Course course = importer.begin(order(run));
            List<Row> sample = new ArrayList<>();
            forEachBatch(reader, header, 0, rows -> {
                rows.stream().limit(Math.max(0, SAMPLE - sample.size())).forEach(sample::add);
                checkBatch(run, lease, course, rows);
            });
            transaction.executeWithoutResult(status -> runs.sample(run.id(), sample));
        }
        boolean empty = runs.get(run.id()).rowsTotal() == 0;
        finish(run, empty ? State.REFUSED : State.CHECKED, empty ? "spreadsheet.refused.EMPTY" : null);
    }

    private void checkBatch(Run run, UUID lease, Course course, List<Row> rows) {
        Map<Row, List<Fault>> faults = new LinkedHashMap<>();
        for (Row row : rows) {
            List<Fault> found = course.check(row);
            if (!found.isEmpty()) {
                faults.put(row, found);
            }
        }
        transaction.executeWithoutResult(status -> {
            advance(run, lease, Progress.checked(last(rows), rows.size(), faults.size()));
            runs.addFaults(run.id(), faults);
        });
    }

    private void take(Run run, UUID lease) {
        Importer importer = importers.of(run.kind());
        try (SheetReader reader = open(run)) {
            HeaderMatch header = HeaderMatch.of(reader.header(), importers.columns(importer, run.language()));
            Course course = importer.begin(order(run));
            forEachBatch(reader, header, run.lastRow(), rows -> takeBatch(run, lease, course, rows));
        }
        finish(run, State.DONE, null);
    }

    private void takeBatch(Run run, UUID lease, Course course, List<Row> rows) {
        try {
            takeTogether(run, lease, course, rows);
        } catch (RuntimeException e) {
            if (concernsAll(e)) {
                throw e;
            }
            // One row spoils the transaction of all, so each gets one of its own.
            log.debug("A batch of the import {} is taken row by row", run.id(), e);
            rows.forEach(row -> takeAlone(run, lease, course, row));
        }
    }

    private void takeTogether(Run run, UUID lease, Course course, List<Row> rows) {
        transaction.executeWithoutResult(status -> {
            Map<Row, List<Fault>> faults = new LinkedHashMap<>();
            List<Row> good = new ArrayList<>();
            for (Row row : rows) {
                List<Fault> found = course.check(row);
                if (found.isEmpty()) {
                    good.add(row);
                } else {
                    faults.put(row, found);
                }
            }
            Map<Long, UUID> taken = good.size() == 1
                    ? Map.of(good.get(0).number(), course.take(good.get(0)))
                    : good.isEmpty() ? Map.of() : course.takeAll(good);
            advance(run, lease, Progress.taken(last(rows), rows.size(), taken.size()));
            runs.addTaken(run.id(), taken);
            runs.addFaults(run.id(), faults);
        });
    }

    private void takeAlone(Run run, UUID lease, Course course, Row row) {
        try {
            takeTogether(run, lease, course, List.of(row));
        } catch (RowRefused refused) {
            skip(run, lease, row, refused.faults());
        } catch (RuntimeException e) {
            if (concernsAll(e)) {
                throw e;
            }
            log.warn("Row {} of the import {} was skipped", row.number(), run.id(), e);
            skip(run, lease, row, List.of(Fault.ofRow("importing.fault.unexpected")));
        }
    }

    private void skip(Run run, UUID lease, Row row, List<Fault> faults) {
        transaction.executeWithoutResult(status -> {
            advance(run, lease, Progress.taken(row.number(), 1, 0));
            runs.addFaults(run.id(), Map.of(row, faults));
        });
    }

    private void undo(Run run, UUID lease) {
        Importer importer = importers.of(run.kind());
        Person by = person(run);
        List<Taken> batch = runs.toUndo(run.id(), settings.batch());
        while (!batch.isEmpty()) {
            undoBatch(run, lease, importer, by, batch);
            batch = runs.toUndo(run.id(), settings.batch());
        }
        finish(run, State.UNDONE, null);
    }

    private void undoBatch(Run run, UUID lease, Importer importer, Person by, List<Taken> batch) {
        try {
            undoTogether(run, lease, importer, by, batch);
        } catch (RuntimeException e) {
            if (concernsAll(e)) {
                throw e;
            }
            batch.forEach(taken -> undoAlone(run, lease, importer, by, taken));
        }
    }

    private void undoTogether(Run run, UUID lease, Importer importer, Person by, List<Taken> batch) {
        transaction.executeWithoutResult(status -> {
            Set<UUID> undone =
                    importer.undoAll(batch.stream().map(Taken::subject).toList(), by);
            runs.undone(run.id(), batch, undone);
            advance(run, lease, Progress.undone(batch.size(), undone.size()));
        });
    }

    private void undoAlone(Run run, UUID lease, Importer importer, Person by, Taken taken) {
        try {
            undoTogether(run, lease, importer, by, List.of(taken));
        } catch (RuntimeException e) {
            if (concernsAll(e)) {
                throw e;
            }
            log.warn("Row {} of the import {} stays", taken.row(), run.id(), e);
            transaction.executeWithoutResult(status -> {
                runs.undone(run.id(), List.of(taken), Set.of());
                advance(run, lease, Progress.undone(1, 0));
            });
        }
    }

    /** Not the fault of a row: nothing can be taken now, or not here. */
    private static boolean concernsAll(RuntimeException e) {
        return e instanceof LeaseLost
                || e instanceof TransientDataAccessException
                || e instanceof DataAccessResourceFailureException
                || e instanceof CannotCreateTransactionException;
    }

    private void finish(Run run, State state, @Nullable String refusal) {
        transaction.executeWithoutResult(status -> {
            runs.end(run.id(), state, refusal);
            Run ended = runs.get(run.id());
            switch (state) {
                case CHECKED ->
                    trail.record(
                            run.key(),
                            "import.checked",
                            Map.of("rows", ended.rowsTotal(), "faulty", ended.rowsFaulty()));
                case DONE ->
                    trail.record(
                            run.key(),
                            "import.done",
                            Map.of("taken", ended.rowsTaken(), "skipped", ended.rowsSkipped()));
                case UNDONE -> trail.record(run.key(), "import.undone", Map.of("undone", ended.rowsUndone()));
                default -> trail.record(run.key(), "import.refused", Map.of());
            }
        });
    }

    private void advance(Run run, UUID lease, Progress progress) {
        if (!runs.advance(run.id(), lease, run.state(), progress)) {
            throw new LeaseLost();
        }
    }

    private void forEachBatch(SheetReader reader, HeaderMatch header, long after, Consumer<List<Row>> work) {
        List<Row> rows = new ArrayList<>();
        while (reader.hasNext()) {
            SheetRow row = reader.next();
            if (row.number() > after) {
                rows.add(row(row, header));
            }
            if (rows.size() == settings.batch()) {
                work.accept(rows);
                rows = new ArrayList<>();
            }
        }
        if (!rows.isEmpty()) {
            work.accept(rows);
        }
    }

    private static Row row(SheetRow row, HeaderMatch header) {
        Map<String, String> values = new LinkedHashMap<>();
        header.places().keySet().forEach(key -> {
            String value = header.value(row, key);
            if (value != null) {
                values.put(key, value);
            }
        });
        return new Row(row.number(), values);
    }

    private SheetReader open(Run run) {
        return SheetReader.open(documents.contentOf(Objects.requireNonNull(run.document())));
    }

    private Order order(Run run) {
        return new Order(run.id(), run.destination(), person(run), run.language(), run.uploadedAt());
    }

    private Person person(Run run) {
        return people.find(run.uploadedBy()).orElseThrow();
    }

    private static long last(List<Row> rows) {
        return rows.get(rows.size() - 1).number();
    }

    private static class LeaseLost extends RuntimeException {}
}
