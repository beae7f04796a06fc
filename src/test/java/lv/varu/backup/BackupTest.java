package lv.varu.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import lv.varu.VaruTest;
import lv.varu.audit.CaseKey;
import lv.varu.document.Documents;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@VaruTest
class BackupTest {
    private static final String FIRST_MIGRATION = "(\"migrations\"\\s*:\\s*\\[)";
    private static final AtomicInteger TARGETS = new AtomicInteger();

    @TempDir
    Path folder;

    @Autowired
    JdbcConnectionDetails source;

    @Autowired
    Environment environment;

    @Autowired
    Documents documents;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Flyway flyway;

    @Test
    void bringsBackEveryRowAndFile() throws Exception {
        var owner = CaseKey.of("backuptest", UUID.randomUUID());
        var content = ("Ceļš uz Līksnu, " + owner).getBytes(UTF_8);
        var document =
                Objects.requireNonNull(transaction.execute(status -> documents.store(owner, "Ceļš.txt", content)));
        var before = rows(source.getJdbcUrl());

        var backup = backup();
        var target = newDatabase();
        var restored = restore(backup, target);

        assertThat(restored.code).as(restored.text).isZero();
        assertThat(restored.text).contains("DONE", "WHOLE");
        assertThat(rows(target)).isEqualTo(before);
        assertThat(folder.resolve("restored")
                        .resolve(document.sha256().substring(0, 2))
                        .resolve(document.sha256()))
                .hasBinaryContent(content);
    }

    @Test
    void keepsTheBackupToItsOwner() throws Exception {
        var backup = backup();

        if (backup.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void writesOverNothing() throws Exception {
        var backup = backup();
        var bytes = Files.readAllBytes(backup);

        var again = run("--backup=" + backup, source.getJdbcUrl(), files());

        assertThat(again.code).isEqualTo(2);
        assertThat(again.text).contains("NOT DONE");
        assertThat(backup).hasBinaryContent(bytes);
        var intoItself = restore(backup, source.getJdbcUrl());
        assertThat(intoItself.code).isEqualTo(2);
        assertThat(intoItself.text).contains("not empty");
    }

    @Test
    void leavesNothingBehindWhenAFileIsMissing() throws Exception {
        var owner = CaseKey.of("backuptest", UUID.randomUUID());
        var document = Objects.requireNonNull(transaction.execute(
                status -> documents.store(owner, "a.txt", owner.toString().getBytes(UTF_8))));
        var place = Path.of(files()).resolve(document.sha256().substring(0, 2)).resolve(document.sha256());
        var aside = folder.resolve("aside");
        Files.move(place, aside);
        try {
            var said = run("--backup=" + folder.resolve("b.varu"), source.getJdbcUrl(), files());

            assertThat(said.code).isEqualTo(2);
            assertThat(said.text).contains(document.sha256());
            try (var left = Files.list(folder)) {
                assertThat(left).containsExactly(aside);
            }
        } finally {
            Files.move(aside, place);
        }
    }

    @Test
    void refusesABackupThatIsDamagedOrBrokenOff() throws Exception {
        var backup = backup();
        var target = newDatabase();
        try (var file = Files.newByteChannel(backup, StandardOpenOption.WRITE)) {
            file.truncate(Files.size(backup) / 2);
        }

        var said = restore(backup, target);

        assertThat(said.code).as(said.text).isEqualTo(2);
        assertThat(said.text).contains("not a whole backup");
        assertThat(rows(target)).isEmpty();
    }

    @Test
    void namesWhatIsDamagedInside() throws Exception {
        var backup = backup();
        var entry = "tables/flyway_schema_history.copy";
        change(backup, entry, content -> content.replace("t\n", "f\n"));

        var said = restore(backup, newDatabase());

        assertThat(said.code).as(said.text).isEqualTo(2);
        assertThat(said.text).contains("damaged: " + entry);
    }

    @Test
    void refusesABackupOfANewerProgramOrOfAnother() throws Exception {
        var newer = backup();
        change(newer, Manifest.ENTRY, content -> content.replaceFirst(FIRST_MIGRATION + "([^]]*)]", "$1$2,\"99999\"]"));
        var target = newDatabase();

        var said = restore(newer, target);

        assertThat(said.code).as(said.text).isEqualTo(2);
        assertThat(said.text).contains("newer program", "99999");
        var other = backup("other.varu");
        change(other, Manifest.ENTRY, content -> content.replaceFirst(FIRST_MIGRATION + "\\s*\"[^\"]*\",", "$1"));
        assertThat(restore(other, target).text).contains("whose schema this one never had");
        assertThat(rows(target)).isEmpty();
    }

    @Test
    void leavesTheDatabaseEmptyWhenLoadingFails() throws Exception {
        var backup = backup();
        var whole = Files.copy(backup, folder.resolve("whole.varu"));
        change(
                backup,
                Manifest.ENTRY,
                content ->
                        content.replaceFirst("(\"name\"\\s*:\\s*\"project\"[^}]*\"rows\"\\s*:\\s*)\\d+", "$1 987654"));
        var target = newDatabase();

        var failed = restore(backup, target);

        assertThat(failed.code).as(failed.text).isEqualTo(2);
        assertThat(failed.text).contains("not 987654");
        assertThat(rows(target)).isEmpty();
        assertThat(restore(whole, target).text).contains("DONE", "WHOLE");
    }

    @Test
    void bringsABackupOfAnOlderSchemaUpToDate() throws Exception {
        var versions = Arrays.stream(flyway.info().applied())
                .map(MigrationInfo::getVersion)
                .toList();
        var before = versions.get(versions.size() - 2);
        var old = newDatabase();
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(old, source.getUsername(), source.getPassword())
                .target(before)
                .load()
                .migrate();
        var backup = folder.resolve("old.varu");
        assertThat(run("--backup=" + backup, old, files()).text).contains("schema " + before + ",");
        var target = newDatabase();

        var said = restore(backup, target);

        assertThat(said.code).as(said.text).isZero();
        assertThat(said.text)
                .contains("schema %s brought to %s".formatted(before, versions.get(versions.size() - 1)), "WHOLE");
    }

    @Test
    void restoresForAUserWhoMayDoNothingElseOnTheServer() throws Exception {
        var name = "restored" + TARGETS.incrementAndGet();
        jdbc.execute("create role %s login password 'parole'".formatted(name));
        jdbc.execute("create database %s owner %s".formatted(name, name));
        var target = source.getJdbcUrl().replaceFirst("/varu\\d+", "/" + name);

        var said = run(
                "--restore=" + backup(),
                target,
                name,
                "parole",
                folder.resolve("restored").toString());

        assertThat(said.code).as(said.text).isZero();
        assertThat(said.text).contains("DONE", "WHOLE");
        assertThat(rows(target)).isEqualTo(rows(source.getJdbcUrl()));
    }

    @Test
    void leavesNoJobInTheHandsOfTheProgramThatWasBackedUp() throws Exception {
        var id = UUID.randomUUID().toString();
        jdbc.update(
                "insert into act_ru_job (id_, type_, retries_, lock_owner_, lock_exp_time_)"
                        + " values (?, 'timer', 3, 'somebody', now() + interval '1 hour')",
                id);
        try {
            var target = newDatabase();

            assertThat(restore(backup(), target).code).isZero();

            assertThat(texts(
                            target,
                            "select concat(retries_, lock_owner_, lock_exp_time_) from act_ru_job where id_ = '%s'"
                                    .formatted(id)))
                    .containsExactly("3");
        } finally {
            jdbc.update("delete from act_ru_job where id_ = ?", id);
        }
    }

    private static void change(Path backup, String entry, UnaryOperator<String> change) throws IOException {
        try (var zip = FileSystems.newFileSystem(backup)) {
            var place = zip.getPath(entry);
            var content = Files.readString(place);
            var changed = change.apply(content);
            assertThat(changed).isNotEqualTo(content);
            Files.writeString(place, changed);
        }
    }

    private Path backup() throws IOException {
        return backup("backup.varu");
    }

    private Path backup(String name) throws IOException {
        var file = folder.resolve(name);
        var said = run("--backup=" + file, source.getJdbcUrl(), files());
        assertThat(said.code).as(said.text).isZero();
        return file;
    }

    private String files() {
        return Objects.requireNonNull(environment.getProperty("varu.document.folder"));
    }

    private Said restore(Path backup, String target) {
        return run("--restore=" + backup, target, folder.resolve("restored").toString());
    }

    private Said run(String command, String url, String files) {
        return run(command, url, source.getUsername(), source.getPassword(), files);
    }

    private static Said run(String command, String url, String user, String password, String files) {
        var out = System.out;
        var said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, UTF_8));
        try {
            int code = BackupCommand.run(
                    command,
                    "--spring.datasource.url=" + url,
                    "--spring.datasource.username=" + user,
                    "--spring.datasource.password=" + password,
                    "--varu.document.folder=" + files,
                    "--varu.document.reserve=0MB");
            return new Said(code, said.toString(UTF_8));
        } finally {
            System.setOut(out);
        }
    }

    private String newDatabase() {
        var name = "restored" + TARGETS.incrementAndGet();
        jdbc.execute("create database " + name);
        return source.getJdbcUrl().replaceFirst("/varu\\d+", "/" + name);
    }

    private List<String> texts(String url, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(url, source.getUsername(), source.getPassword())) {
            return new Schema(connection).texts(query);
        }
    }

    /** Sum of each table, but of sessions and of those that tests have made, which are left out. */
    private List<String> rows(String url) throws SQLException {
        var sums = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(url, source.getUsername(), source.getPassword())) {
            var schema = new Schema(connection);
            for (var table : schema.tables().keySet()) {
                if (!table.startsWith("spring_session") && !table.equals("import_example")) {
                    sums.addAll(schema.texts(
                            "select '%s ' || count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from \"%s\" t"
                                    .formatted(table, table)));
                }
            }
        }
        return sums;
    }

    private record Said(int code, String text) {}
}
