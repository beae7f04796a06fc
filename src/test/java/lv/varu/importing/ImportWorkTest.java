package lv.varu.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.varu.VaruTest;
import lv.varu.account.AccountDesk;
import lv.varu.account.AccountExamples;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.document.Documents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

@VaruTest
class ImportWorkTest {
    @Autowired
    ImportDesk desk;

    @Autowired
    ImportWork work;

    @Autowired
    Runs runs;

    @Autowired
    Names names;

    @Autowired
    Documents documents;

    @Autowired
    FileKeeping files;

    @Autowired
    Trail trail;

    @Autowired
    AccountDesk accounts;

    @Autowired
    JdbcClient jdbc;

    private Person by = AccountExamples.staff("KAIMINI");

    @BeforeEach
    void anna() {
        by = AccountExamples.opened(accounts, Role.STAFF, "KAIMINI");
    }

    @Test
    void showsWhatWouldHappenBeforeAnythingDoes() {
        UUID id = checked("Vārds;Dzimis;Kāja\nAnna;09.03.2001.;43\nJānis;rīt;44\n");

        Run run = runs.get(id);
        assertThat(run.state()).isEqualTo(State.CHECKED);
        assertThat(run.rowsTotal()).isEqualTo(2);
        assertThat(run.rowsFaulty()).isEqualTo(1);
        assertThat(run.ignored()).containsExactly("Kāja");
        assertThat(run.sample().get(0).values()).containsEntry("name", "Anna");
        assertThat(faults(id)).containsExactly("3 born importing.vardi.fault.born [rīt]");
        assertThat(names.count(id)).isZero();
    }

    @Test
    void takesTheGoodRowsAndNamesTheOthers() {
        UUID id = checked("Name,Born\n" + names(25) + "Jānis,rīt\n" + names(30, 35));

        desk.start(id, by);
        workAll();

        Run run = runs.get(id);
        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.rowsTaken()).isEqualTo(30);
        assertThat(run.rowsSkipped()).isEqualTo(1);
        assertThat(names.count(id)).isEqualTo(30);
        assertThat(actions(run)).contains("import.uploaded", "import.checked", "import.started", "import.done");
    }

    @Test
    void skipsARowThatCannotBeTakenAfterAllAndKeepsItsNeighbours() {
        UUID id = checked("Vārds\n" + names(5) + Names.TAKEN + "\n" + Names.BREAKS + "\n" + names(10, 13));

        desk.start(id, by);
        workAll();

        assertThat(names.count(id)).isEqualTo(8);
        assertThat(runs.get(id).rowsSkipped()).isEqualTo(2);
        assertThat(faults(id))
                .containsExactly("7 name importing.vardi.fault.taken []", "8 null importing.fault.unexpected []");
    }

    @Test
    void goesOnBehindTheLastBatchWhenANodeDied() {
        UUID id = checked("Vārds\n" + names(25));
        desk.start(id, by);
        UUID dead = UUID.randomUUID();
        // What a node leaves behind that dies after one batch.
        assertThat(runs.claim(dead)).hasValue(id);
        runs.advance(id, dead, State.RUNNING, Runs.Progress.taken(11, 10, 10));

        workAll();
        assertThat(runs.get(id).rowsDone()).as("as long as it may still live").isEqualTo(10);
        waitOut(id);
        workAll();

        assertThat(runs.get(id).state()).isEqualTo(State.DONE);
        assertThat(names.count(id)).isEqualTo(15);
        assertThat(runs.get(id).rowsTaken()).isEqualTo(25);
    }

    @Test
    void stopsAndGoesOn() {
        UUID id = checked("Vārds\n" + names(15));
        desk.start(id, by);
        assertThat(desk.stop(id, by)).isTrue();
        workAll();
        assertThat(names.count(id)).isZero();

        desk.start(id, by);
        workAll();

        assertThat(names.count(id)).isEqualTo(15);
        assertThat(actions(runs.get(id))).contains("import.stopped", "import.continued");
    }

    @Test
    void waitsLongerAfterEachFailureAndThenLeavesItToAPerson() {
        UUID id = checked("Vārds\n" + names(15));
        desk.start(id, by);
        names.broken = true;
        try {
            for (int minutes : List.of(1, 5, 30)) {
                workAll();
                assertThat(runs.get(id).state()).isEqualTo(State.RUNNING);
                assertThat(runs.get(id).retryAt())
                        .isCloseTo(Instant.now().plus(Duration.ofMinutes(minutes)), within(20, ChronoUnit.SECONDS));
                waitOut(id);
            }
            workAll();
        } finally {
            names.broken = false;
        }

        assertThat(runs.get(id).state()).isEqualTo(State.FAILED);
        assertThat(jdbc.sql("select recipient_email || ' ' || subject from mail_letter where about = ?")
                        .param(runs.get(id).key().toString())
                        .query(String.class)
                        .list())
                .as("whoever began it, and managers of the partnership, each once")
                .contains(by.email() + " Imports neizdevās: " + runs.get(id).fileName())
                .doesNotHaveDuplicates();
        workAll();
        assertThat(names.count(id)).as("nobody has asked to try again").isZero();

        assertThat(desk.start(id, by)).isTrue();
        workAll();

        assertThat(runs.get(id).state()).isEqualTo(State.DONE);
        assertThat(names.count(id)).isEqualTo(15);
        assertThat(actions(runs.get(id))).contains("import.failed", "import.continued");
    }

    @Test
    void beginsToCountFailuresAnewOnceItGetsOn() {
        UUID id = checked("Vārds\n" + names(15));
        desk.start(id, by);
        names.broken = true;
        workAll();
        names.broken = false;
        waitOut(id);
        UUID lease = UUID.randomUUID();
        runs.claim(lease);

        runs.advance(id, lease, State.RUNNING, Runs.Progress.taken(11, 10, 0));

        assertThat(runs.get(id).failures()).isZero();
    }

    private void waitOut(UUID id) {
        jdbc.sql("update import_run set lease_until = now() - interval '1 year' where id = ?")
                .param(id)
                .update();
    }

    @Test
    void undoesWhatHasNotGoneTooFar() {
        UUID id = checked("Vārds\n" + names(12) + "Paliek\n");
        desk.start(id, by);
        workAll();

        assertThat(desk.undo(id, by)).isTrue();
        workAll();

        assertThat(runs.get(id).state()).isEqualTo(State.UNDONE);
        assertThat(runs.get(id).rowsUndone()).isEqualTo(12);
        assertThat(names.count(id)).isEqualTo(1);
    }

    @Test
    void refusesATableWithoutTheNeededColumns() {
        Run run = runs.get(checked("Uzvārds;Dzimis\nBērziņš;\n"));

        assertThat(run.state()).isEqualTo(State.REFUSED);
        assertThat(run.refusal()).isEqualTo("importing.refused.columns");
        assertThat(run.missing()).containsExactly("name");
    }

    @Test
    void refusesATableWithoutRowsAndOneThatIsNone() {
        assertThat(runs.get(checked("Vārds\n")).refusal()).isEqualTo("spreadsheet.refused.EMPTY");
    }

    @Test
    void warnsOfAFileThatWasTakenBefore() {
        String content = "Vārds\n" + names(3);
        UUID first = checked(content);
        desk.start(first, by);
        workAll();

        UUID second = checked(content);

        assertThat(runs.before(runs.get(second))).map(Run::id).hasValue(first);
    }

    @Test
    void keepsTheFileForAWhileOnly() {
        UUID id = checked("Vārds\n" + names(3));
        jdbc.sql("update import_run set uploaded_at = uploaded_at - interval '31 days' where id = ?")
                .param(id)
                .update();

        files.forgetOutdated();

        assertThat(runs.get(id).document()).isNull();
        assertThat(documents.of(runs.get(id).key())).isEmpty();
    }

    private UUID checked(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        UUID id = desk.upload(
                Names.KIND, "KAIMINI", "vardi.csv", new ByteArrayInputStream(bytes), Locale.forLanguageTag("lv"), by);
        workAll();
        return id;
    }

    private void workAll() {
        boolean more = true;
        while (more) {
            more = work.next();
        }
    }

    private static String names(int count) {
        return names(0, count);
    }

    private static String names(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "Vārds" + i + "\n").collect(Collectors.joining());
    }

    private List<String> faults(UUID id) {
        return runs.faults(id, PageRequest.of(0, 50)).stream()
                .flatMap(row -> row.faults().stream()
                        .map(fault ->
                                row.row() + " " + fault.column() + " " + fault.messageKey() + " " + fault.arguments()))
                .toList();
    }

    private Stream<String> actions(Run run) {
        return trail.of(run.key(), PageRequest.of(0, 50)).stream().map(TrailEntry::action);
    }
}
