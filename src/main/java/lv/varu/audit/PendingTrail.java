package lv.varu.audit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects the entries of a transaction and appends them just before its commit, in one statement and in the order of
 * their chains. So the chains are locked for a moment only, and two transactions never wait for each other in a circle.
 */
@Component
class PendingTrail {
    private static final String APPEND = "select audit_append_all(?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;

    PendingTrail(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(PendingEntry entry) {
        var waiting = (Waiting) TransactionSynchronizationManager.getResource(this);
        if (waiting == null) {
            waiting = new Waiting();
            TransactionSynchronizationManager.bindResource(this, waiting);
            TransactionSynchronizationManager.registerSynchronization(waiting);
        }
        waiting.entries.add(entry);
        if (waiting.committing) {
            append(waiting);
        }
    }

    /** Appends what waits, so that the transaction can read its own entries. */
    void flush() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Waiting waiting) {
            append(waiting);
        }
    }

    private void append(Waiting waiting) {
        if (waiting.entries.isEmpty()) {
            return;
        }
        var entries = new ArrayList<>(waiting.entries);
        waiting.entries.clear();
        // The sort is stable: entries of one chain keep the order in which they were recorded.
        entries.sort(Comparator.comparing(PendingEntry::chain));
        jdbc.execute((ConnectionCallback<Boolean>) connection -> append(connection, entries));
    }

    private static boolean append(Connection connection, List<PendingEntry> entries) throws SQLException {
        try (var statement = connection.prepareStatement(APPEND)) {
            statement.setArray(1, array(connection, "text", entries, PendingEntry::chain));
            statement.setArray(2, array(connection, "timestamptz", entries, e -> e.at().toString()));
            statement.setArray(
                    3, array(connection, "text", entries, e -> e.actor().kind().name()));
            statement.setArray(
                    4, array(connection, "text", entries, e -> e.actor().id()));
            statement.setArray(5, array(connection, "text", entries, PendingEntry::action));
            statement.setArray(6, array(connection, "text", entries, PendingEntry::details));
            statement.setArray(
                    7,
                    connection.createArrayOf(
                            "bytea", entries.stream().map(PendingEntry::salt).toArray(byte[][]::new)));
            statement.setArray(8, array(connection, "text", entries, PendingEntry::personal));
            return statement.execute();
        }
    }

    private static Array array(
            Connection connection,
            String type,
            List<PendingEntry> entries,
            Function<PendingEntry, @Nullable String> column)
            throws SQLException {
        return connection.createArrayOf(type, entries.stream().map(column).toArray(String[]::new));
    }

    private final class Waiting implements TransactionSynchronization {
        private final List<PendingEntry> entries = new ArrayList<>();
        private boolean committing;

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            committing = true;
            append(this);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(PendingTrail.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PendingTrail.this, this);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(PendingTrail.this);
        }
    }
}
