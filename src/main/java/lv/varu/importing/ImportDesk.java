package lv.varu.importing;

import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.document.Document;
import lv.varu.document.Documents;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person does with a file that is to be imported; the rest happens in the background. */
@Service
@Transactional
public class ImportDesk {
    private static final Set<State> UNDOABLE = Set.of(State.DONE, State.STOPPED, State.FAILED);
    private static final Set<State> CANCELLABLE = Set.of(State.CHECKING, State.CHECKED, State.FAILED);

    private final Importers importers;
    private final Runs runs;
    private final Documents documents;
    private final Trail trail;

    ImportDesk(Importers importers, Runs runs, Documents documents, Trail trail) {
        this.importers = importers;
        this.runs = runs;
        this.documents = documents;
        this.trail = trail;
    }

    public UUID upload(
            String kind, String destination, String fileName, InputStream content, Locale language, Person by) {
        importers.destination(kind, destination, by);
        UUID id = UUID.randomUUID();
        CaseKey key = CaseKey.of(Run.CASE, id);
        Document document = documents.storeTable(key, fileName, content);
        Runs.Upload upload = new Runs.Upload(document.id(), document.sha256());
        runs.add(id, kind, destination, language, document.fileName(), upload, by.id());
        trail.record(key, "import.uploaded", Map.of("kind", kind, "destination", destination));
        return id;
    }

    /** The run, for those who may see what it goes into. */
    @Transactional(readOnly = true)
    Run permitted(UUID id, Person by) {
        Run run = runs.get(id);
        importers.destination(run.kind(), run.destination(), by);
        return run;
    }

    /** Begins, or goes on after a halt or a failure; false when somebody was faster. */
    public boolean start(UUID id, Person by) {
        Run run = permitted(id, by);
        boolean moved =
                switch (run.state()) {
                    case STOPPED -> runs.move(id, State.STOPPED, State.RUNNING);
                    case FAILED -> runs.tryAgain(id);
                    default -> run.canStart() && runs.move(id, State.CHECKED, State.RUNNING);
                };
        if (moved) {
            boolean first = run.state() == State.CHECKED;
            trail.record(run.key(), first ? "import.started" : "import.continued", Map.of("rows", run.rowsGood()));
        }
        return moved;
    }

    boolean stop(UUID id, Person by) {
        Run run = permitted(id, by);
        boolean moved = runs.move(id, State.RUNNING, State.STOPPED);
        if (moved) {
            trail.record(run.key(), "import.stopped");
        }
        return moved;
    }

    /** Nothing has been taken yet, and nothing will be. */
    boolean cancel(UUID id, Person by) {
        Run run = permitted(id, by);
        boolean moved = run.rowsTaken() == 0
                && CANCELLABLE.contains(run.state())
                && runs.move(id, run.state(), State.CANCELLED);
        if (moved) {
            forget(run);
            trail.record(run.key(), "import.cancelled");
        }
        return moved;
    }

    boolean undo(UUID id, Person by) {
        Run run = permitted(id, by);
        boolean moved = canUndo(run) && runs.move(id, run.state(), State.UNDOING);
        if (moved) {
            trail.record(run.key(), "import.undoStarted", Map.of("rows", run.rowsTaken()));
        }
        return moved;
    }

    boolean canUndo(Run run) {
        return importers.of(run.kind()).canUndo() && run.rowsTaken() > 0 && UNDOABLE.contains(run.state());
    }

    /** The file is no longer needed; what came of it stays. */
    void forget(Run run) {
        documents.removeAll(run.key());
        runs.forgetFile(run.id());
    }
}
