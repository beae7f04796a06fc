package lv.varu.importing;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lv.varu.account.Person;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Takes tables in without waiting, for tests of what is imported. */
@Component
public class ImportRunner {
    private final ImportDesk desk;
    private final ImportWork work;
    private final Runs runs;

    ImportRunner(ImportDesk desk, ImportWork work, Runs runs) {
        this.desk = desk;
        this.work = work;
        this.runs = runs;
    }

    /** Uploads and checks; the file's name tells its kind to no one. */
    public UUID checked(String kind, String destination, String fileName, byte[] content, Person by) {
        UUID id = desk.upload(
                kind, destination, fileName, new ByteArrayInputStream(content), Locale.forLanguageTag("lv"), by);
        workAll();
        return id;
    }

    public Result taken(UUID id, Person by) {
        desk.start(id, by);
        workAll();
        return result(id);
    }

    public Result undone(UUID id, Person by) {
        desk.undo(id, by);
        workAll();
        return result(id);
    }

    private void workAll() {
        boolean more = true;
        while (more) {
            more = work.next();
        }
    }

    public Result result(UUID id) {
        Run run = runs.get(id);
        List<String> faults = runs.faults(id, PageRequest.of(0, 100)).stream()
                .flatMap(row ->
                        row.faults().stream().map(fault -> row.row() + " " + fault.column() + " " + fault.messageKey()))
                .toList();
        return new Result(
                run.state().name(), run.rowsTotal(), run.rowsTaken(), run.rowsSkipped(), run.rowsUndone(), faults);
    }

    public record Result(String state, long total, long taken, long skipped, long undone, List<String> faults) {}
}
