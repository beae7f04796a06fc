package lv.varu.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import lv.varu.document.ContentStore;
import lv.varu.engine.EngineTables;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;
import org.springframework.util.unit.DataSize;

/** Makes an empty database and a folder of files what they were when a backup was taken. */
class Restore {
    private static final DataSize ANY_SIZE = DataSize.ofBytes(Long.MAX_VALUE);

    private final DataSource database;
    private final ContentStore contents;
    private final EngineTables engine;
    private final Flyway flyway;

    Restore(DataSource database, ContentStore contents, EngineTables engine, Flyway flyway) {
        this.database = database;
        this.contents = contents;
        this.engine = engine;
        this.flyway = flyway;
    }

    /** What was done, in a sentence. */
    String read(Path file) throws IOException, SQLException {
        refuseUnlessEmpty();
        try (var archive = Archive.open(file)) {
            var manifest = archive.manifest();
            var version = commonVersion(manifest.migrations());
            for (var sha256 : archive.contents()) {
                keep(archive, sha256);
            }
            try {
                load(archive, version);
            } catch (IOException | SQLException | RuntimeException e) {
                clear();
                throw e;
            }
            return "DONE %d rows in %d tables, %d files, as of %s, schema %s brought to %s"
                    .formatted(
                            manifest.rows(),
                            manifest.tables().size(),
                            manifest.files(),
                            manifest.madeAt(),
                            version,
                            flyway.info().current().getVersion());
        }
    }

    private void refuseUnlessEmpty() throws SQLException {
        try (var connection = database.getConnection()) {
            if (!new Schema(connection).tables().isEmpty()) {
                throw new BackupRefused("The database is not empty; name a new one, or another VARU_DATA_DIR");
            }
        }
    }

    /** The version of the backup, if its schema is one that this program has gone through. */
    private MigrationVersion commonVersion(List<String> migrations) {
        var known = Arrays.stream(flyway.info().all())
                .map(info -> info.getVersion().getVersion())
                .toList();
        if (!known.containsAll(migrations)) {
            throw new BackupRefused(
                    "The backup was made by a newer program: its schema is " + migrations.get(migrations.size() - 1));
        }
        if (!known.subList(0, migrations.size()).equals(migrations)) {
            throw new BackupRefused("The backup was made by a program whose schema this one never had");
        }
        return MigrationVersion.fromVersion(migrations.get(migrations.size() - 1));
    }

    private void keep(Archive archive, String sha256) throws IOException {
        try (var content = archive.content(sha256);
                var incoming = contents.receive(content, sha256, ANY_SIZE)) {
            contents.keep(incoming, sha256);
        }
    }

    private void load(Archive archive, MigrationVersion version) throws IOException, SQLException {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .target(version)
                .load()
                .migrate();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            fill(connection, archive);
            connection.commit();
        }
        engine.forgetLocks();
        flyway.migrate();
        try (var connection = database.getConnection()) {
            new Schema(connection).execute("analyze");
        }
    }

    private static void fill(Connection connection, Archive archive) throws IOException, SQLException {
        var schema = new Schema(connection);
        schema.speakPlainly();
        var tables = schema.tables();
        refuseOtherTables(tables, archive.manifest().tables());
        var foreignKeys = schema.addForeignKeys();
        for (var drop : schema.dropForeignKeys()) {
            schema.execute(drop);
        }
        // Only for this load: the trail refuses to be emptied, and other triggers would note everything anew.
        for (var table : tables.keySet()) {
            schema.execute("alter table %s disable trigger user".formatted(Schema.quoted(table)));
        }
        // What the migrations themselves have put there.
        schema.execute("truncate " + Schema.quoted(List.copyOf(tables.keySet())));
        for (var table : archive.manifest().tables()) {
            if (tables.containsKey(table.name())) {
                fill(connection, archive, table);
            } else {
                System.out.println("LEFT OUT " + table.name() + ", which is no table of Varu");
            }
        }
        for (var table : tables.keySet()) {
            schema.execute("alter table %s enable trigger user".formatted(Schema.quoted(table)));
        }
        for (var add : foreignKeys) {
            schema.execute(add);
        }
        var known = schema.sequences().stream().map(Manifest.Sequence::name).toList();
        for (var sequence : archive.manifest().sequences()) {
            if (known.contains(sequence.name())) {
                set(connection, sequence);
            }
        }
    }

    /** A table that somebody else has put beside ours is in the backup, but nobody knows how to make it. */
    private static void refuseOtherTables(Map<String, List<String>> ours, List<Manifest.Table> backup) {
        var there = new HashMap<String, Set<String>>();
        backup.forEach(table -> there.put(table.name(), Set.copyOf(table.columns())));
        var differing = ours.keySet().stream()
                .filter(name -> !Set.copyOf(ours.get(name)).equals(there.get(name)))
                .toList();
        if (!differing.isEmpty()) {
            throw new BackupRefused("These tables of the backup are not as its schema has them: " + differing);
        }
    }

    private static void fill(Connection connection, Archive archive, Manifest.Table table)
            throws IOException, SQLException {
        long rows;
        try (var content = archive.open(table.entry())) {
            rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy %s (%s) from stdin"
                                    .formatted(Schema.quoted(table.name()), Schema.quoted(table.columns())),
                            content);
        }
        if (rows != table.rows()) {
            throw new BackupRefused("%s took %d rows, not %d".formatted(table.name(), rows, table.rows()));
        }
    }

    private static void set(Connection connection, Manifest.Sequence sequence) throws SQLException {
        if (sequence.last() == null) {
            return;
        }
        try (var statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
            statement.setString(1, Schema.quoted(sequence.name()));
            statement.setLong(2, sequence.last());
            statement.execute();
        }
    }

    /** Half a restore is none, and the next attempt finds the database as empty as this one. */
    private void clear() throws SQLException {
        try (var connection = database.getConnection()) {
            var schema = new Schema(connection);
            for (var table : schema.tables().keySet()) {
                schema.execute("drop table if exists %s cascade".formatted(Schema.quoted(table)));
            }
            for (var sequence : schema.sequences()) {
                schema.execute("drop sequence if exists %s".formatted(Schema.quoted(sequence.name())));
            }
            for (var function : schema.texts(OWN_FUNCTIONS)) {
                schema.execute("drop function if exists %s cascade".formatted(function));
            }
        }
    }

    private static final String OWN_FUNCTIONS = "select oid::regprocedure::text from pg_proc"
            + " where pronamespace = current_schema()::regnamespace and prokind = 'f'"
            + " and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')";
}
