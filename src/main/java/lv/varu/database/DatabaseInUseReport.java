package lv.varu.database;

import lv.varu.database.OrphanedServer.DatabaseInUse;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Whoever starts the program twice reads a sentence, not where in the code it was noticed. */
class DatabaseInUseReport extends AbstractFailureAnalyzer<DatabaseInUse> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, DatabaseInUse cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "Stop the other one, or give this one a folder of its own by VARU_DATA_DIR.",
                cause);
    }
}
