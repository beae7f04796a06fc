package lv.varu.proposal.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.account.AccountDesk;
import lv.varu.account.AccountExamples;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.calendar.Riga;
import lv.varu.importing.ImportRunner;
import lv.varu.importing.ImportRunner.Result;
import lv.varu.proposal.Call;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalExamples;
import lv.varu.proposal.ProposalFilter;
import lv.varu.proposal.ProposalRows;
import lv.varu.proposal.ProposalView;
import lv.varu.spreadsheet.SheetWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

@VaruTest
class ProposalImportTest {
    private static final String KIND = "priekslikumi";

    @Autowired
    ImportRunner imports;

    @Autowired
    ProposalExamples examples;

    @Autowired
    ProposalRows rows;

    @Autowired
    AccountDesk accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Person by = ProposalExamples.ILZE;

    @BeforeEach
    void ilze() {
        by = AccountExamples.opened(accounts, Role.STAFF, "PREILI");
    }

    @Test
    void registersEachRowOfAWorkbookWithItsChannelAndDays() throws IOException {
        Call call = examples.open();
        LocalDate today = Riga.today(clock);
        UUID run = imports.checked(
                KIND,
                call.code(),
                "savakti.xlsx",
                workbook(
                        List.of(
                                "Virsraksts",
                                "Teksts",
                                "Temats",
                                "Vieta",
                                "Vārds un uzvārds",
                                "E-pasts",
                                "Kā saņemts",
                                "Saņemts",
                                "Pasta zīmogs"),
                        List.of(
                                "Pāreja pie skolas",
                                "Lūdzam pāreju.",
                                "Ceļi",
                                "Rožupes pagasts",
                                "Anna Bērziņa",
                                "anna@example.org",
                                "Pa pastu",
                                today,
                                today.minusDays(1)),
                        List.of(
                                "",
                                "Vajag soliņus parkā. Divus pie strūklakas.",
                                "",
                                "Līvānu novads",
                                "",
                                "",
                                "Priekšlikumu kastīte",
                                today,
                                "")),
                by);

        Result result = imports.taken(run, by);

        assertThat(result.faults()).isEmpty();
        assertThat(result.taken()).isEqualTo(2);
        List<ProposalView> found = views(call);
        assertThat(found)
                .extracting(ProposalView::title)
                .containsExactlyInAnyOrder("Pāreja pie skolas", "Vajag soliņus parkā");
        ProposalView posted = found.stream()
                .filter(view -> view.title().startsWith("Pāreja"))
                .findFirst()
                .orElseThrow();
        assertThat(posted.municipality()).isEqualTo("LIVANI");
        assertThat(posted.number()).isNotNull();
        assertThat(examples.letters(Proposal.keyOf(posted.id()).toString())).containsExactly("proposal.letter.receipt");
    }

    @Test
    void keepsTheSectionOfTheDocumentThatARowNames() {
        Call call = examples.open();
        jdbc.sql("insert into consultation_section (id, consultation_id, position, code, title, page)"
                        + " values (gen_random_uuid(), ?, 1, '3.2.', 'Ceļi un ielas', 41)")
                .param(call.id())
                .update();
        UUID run = imports.checked(KIND, call.code(), "savakti.csv", """
                        Teksts;Vieta;Vārds un uzvārds;Dokumenta sadaļa;Lappuse
                        Lūdzam pāreju.;Līvānu novads;Anna;3,2;43
                        Lūdzam soliņu.;Līvānu novads;Anna;;
                        Lūdzam tiltu.;Līvānu novads;Anna;8.;vāks
                        """.getBytes(StandardCharsets.UTF_8), by);

        assertThat(imports.result(run).faults())
                .containsExactly(
                        "4 section proposal.import.fault.section", "4 draftPage proposal.reference.page.wrong");
        assertThat(imports.taken(run, by).taken()).isEqualTo(2);
        assertThat(jdbc.sql("select text || ' ' || refers_to || ' ' || refers_to_title || ' ' || refers_page"
                                + " from proposal where call_id = ? and refers_to is not null")
                        .param(call.id())
                        .query(String.class)
                        .list())
                .containsExactly("Lūdzam pāreju. 3.2. Ceļi un ielas 43");
    }

    @Test
    void namesForEachRowWhatToMend() {
        Call call = examples.open();
        String tomorrow = Riga.today(clock).plusDays(1).toString();
        UUID run = imports.checked(
                KIND,
                call.code(),
                "savakti.csv",
                ("""
                        Teksts;Temats;Vieta;Vārds un uzvārds;E-pasts;Kā saņemts;Saņemts
                        Lūdzam pāreju.;Kosmoss;Rīga;Anna;;Ar balodi;rīt
                        ;;Rožupes pagasts;;anna;E-pasts;TOMORROW
                        Lūdzam pāreju.;;Rožupes pagasts;Anna;;;
                        Lūdzam pāreju.;;Rožupes pagasts;Anna;;;
                        Lūdzam pāreju.;;Rožupes pagasts;;;Sanāksmē;
                        Lūdzam pāreju.;;Rožupes pagasts;;;Sanāksmē;
                        """).replace("TOMORROW", tomorrow).getBytes(StandardCharsets.UTF_8),
                by);

        assertThat(imports.result(run).faults())
                .containsExactly(
                        "2 place proposal.import.fault.place",
                        "2 channel proposal.import.fault.channel",
                        "2 topic proposal.import.fault.topic",
                        "2 received proposal.import.fault.date",
                        "3 text proposal.fault.text.missing",
                        "3 email proposal.fault.email",
                        "3 name proposal.fault.name.missing",
                        "3 received proposal.fault.received.future",
                        "5 null proposal.import.fault.repeats");
        assertThat(imports.taken(run, by).taken())
                .as("unsigned sheets may be equal")
                .isEqualTo(3);
    }

    @Test
    void isForThoseWhoWorkForAnOwner() {
        Call call = examples.open();
        byte[] table = "Teksts\nLūdzam.\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> imports.checked(KIND, call.code(), "a.csv", table, AccountExamples.staff("KAIMINI")))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void undoesWhatNobodyHasWorkedWith() {
        Call call = examples.open();
        byte[] table = "Teksts;Vieta;Vārds\nLūdzam pāreju.;Rožupes pagasts;Anna\n".getBytes(StandardCharsets.UTF_8);
        UUID run = imports.checked(KIND, call.code(), "a.csv", table, by);
        imports.taken(run, by);
        assertThat(views(call)).hasSize(1);

        assertThat(imports.undone(run, by).undone()).isEqualTo(1);
        assertThat(views(call)).isEmpty();
    }

    /** In batches of ten; what the engine asks for the end of a case is its own, some fifteen a row. */
    @Test
    void asksLittleForEachRowTakenAndUndone() throws Exception {
        Asked few = asked(20);
        Asked many = asked(120);

        assertThat((many.taking - few.taking) / 100.0).isLessThan(9);
        assertThat((many.undoing - few.undoing) / 100.0).isLessThan(25);
    }

    private Asked asked(int count) throws Exception {
        Call call = examples.open();
        String rows = IntStream.range(0, count)
                .mapToObj(row -> "Lūdzam pāreju " + row + ".;Rožupes pagasts;Anna " + row + "\n")
                .collect(Collectors.joining());
        byte[] table = ("Teksts;Vieta;Vārds\n" + rows).getBytes(StandardCharsets.UTF_8);
        UUID run = imports.checked(KIND, call.code(), "a.csv", table, by);
        long taking = Statements.of(() -> imports.taken(run, by));
        long undoing =
                Statements.of(() -> assertThat(imports.undone(run, by).undone()).isEqualTo(count));
        assertThat(views(call)).isEmpty();
        return new Asked(taking, undoing);
    }

    private record Asked(long taking, long undoing) {}

    private List<ProposalView> views(Call call) {
        return rows.list(
                        null, new ProposalFilter(null, call.id(), null, null, null, null, false), PageRequest.of(0, 20))
                .getContent();
    }

    @SafeVarargs
    private static byte[] workbook(List<?>... rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (SheetWriter writer = SheetWriter.xlsx(bytes, "Lapa")) {
            for (List<?> row : rows) {
                writer.row(row);
            }
        }
        return bytes.toByteArray();
    }
}
