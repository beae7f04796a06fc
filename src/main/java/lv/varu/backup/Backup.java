package lv.varu.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import lv.varu.document.ContentStore;
import lv.varu.document.DurableFolder;
import org.postgresql.PGConnection;

/** Writes everything of one moment into one file; others go on working. */
class Backup {
    private static final int FETCH = 1_000;

    private final DataSource database;
    private final ContentStore contents;

    Backup(DataSource database, ContentStore contents) {
        this.database = database;
        this.contents = contents;
    }

    /** Under its name there is the whole backup or nothing. What was done, in a sentence. */
    String write(Path file) throws IOException, SQLException {
        var target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new BackupRefused(target + " is there already; nothing is written over");
        }
        var folder = Objects.requireNonNull(target.getParent());
        // Only its owner can read a temporary file, and that stays so under the final name.
        var unfinished = Files.createTempFile(folder, "varu-backup", ".part");
        try {
            var manifest = writeAll(unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            DurableFolder.force(folder);
            return "DONE %s: %d rows in %d tables, %d files, schema %s, as of %s"
                    .formatted(
                            target,
                            manifest.rows(),
                            manifest.tables().size(),
                            manifest.files(),
                            manifest.migrations().get(manifest.migrations().size() - 1),
                            manifest.madeAt());
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Manifest writeAll(Path file) throws IOException, SQLException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)), UTF_8);
                var connection = database.getConnection()) {
            zip.setLevel(Deflater.BEST_SPEED);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            var manifest = writeSnapshot(connection, zip);
            connection.rollback();
            zip.finish();
            zip.flush();
            channel.force(true);
            return manifest;
        }
    }

    private Manifest writeSnapshot(Connection connection, ZipOutputStream zip) throws IOException, SQLException {
        var schema = new Schema(connection);
        schema.speakPlainly();
        var tables = schema.tables();
        if (!tables.containsKey("flyway_schema_history")) {
            throw new BackupRefused("There is no Varu in this database");
        }
        var migrations = schema.texts(
                "select version from flyway_schema_history where success and version is not null order by installed_rank");
        var madeAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        // First, because a content that loses its document meanwhile is swept away some day.
        long files = writeContents(connection, zip);
        var written = new ArrayList<Manifest.Table>();
        for (var table : tables.entrySet()) {
            written.add(writeTable(connection, table.getKey(), table.getValue(), zip));
        }
        // Sequences belong to no snapshot: asked last, they are ahead of every row.
        var manifest = new Manifest(
                Manifest.FORMAT,
                madeAt,
                connection.getMetaData().getDatabaseProductVersion(),
                migrations,
                written,
                schema.sequences(),
                files);
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsBytes(manifest));
        zip.closeEntry();
        return manifest;
    }

    private long writeContents(Connection connection, ZipOutputStream zip) throws IOException, SQLException {
        long files = 0;
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (var row = statement.executeQuery("select distinct sha256 from document order by sha256")) {
                while (row.next()) {
                    writeContent(row.getString(1), zip);
                    files++;
                }
            }
        }
        return files;
    }

    private void writeContent(String sha256, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.FILES + sha256));
        var digest = Sums.sha256();
        try (var content = contents.open(sha256)) {
            content.transferTo(new DigestOutputStream(zip, digest));
        } catch (UncheckedIOException e) {
            throw new BackupRefused("The file %s, which a document names, cannot be read".formatted(sha256));
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new BackupRefused("The file %s is not what was stored".formatted(sha256));
        }
        zip.closeEntry();
    }

    private Manifest.Table writeTable(Connection connection, String name, List<String> columns, ZipOutputStream zip)
            throws IOException, SQLException {
        var digest = Sums.sha256();
        // Whoever holds the number of a session is signed in, so none of them leaves the house.
        var rows = name.startsWith("spring_session") ? " where false" : "";
        zip.putNextEntry(new ZipEntry("tables/" + name + ".copy"));
        OutputStream out = new DigestOutputStream(zip, digest);
        long count = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select %s from %s%s) to stdout"
                                .formatted(Schema.quoted(columns), Schema.quoted(name), rows),
                        out);
        zip.closeEntry();
        return new Manifest.Table(name, columns, count, HexFormat.of().formatHex(digest.digest()));
    }
}
