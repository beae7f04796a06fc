package lv.varu.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetWriterTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"=HYPERLINK(\"http://example.org\")", "+371 29123456", "-1", "@sum", "\tx", "  =1+1", "\uFF1D1+1"
            })
    void keepsTextFromBecomingAFormulaAndReadsItBack(String text) throws IOException {
        String csv = csv(List.of("Teksts"), List.of(text));

        assertThat(csv).contains("'" + text.substring(0, 1));
        Path file = Files.writeString(folder.resolve("a.csv"), csv);
        try (var reader = SheetReader.open(file)) {
            assertThat(reader.next().cell(0)).isEqualTo(text.strip());
        }
    }

    @Test
    void writesNumbersAndDatesAsWhatTheyAre() throws IOException {
        String csv =
                csv(Arrays.asList(-5, LocalDate.of(2026, 3, 9), Instant.parse("2026-03-09T10:00:00Z"), null, true));

        assertThat(csv).isEqualTo("\uFEFF-5;2026-03-09;2026-03-09 12:00;;true\r\n");
    }

    @Test
    void findsColumnsByTheirTitlesInAnySpelling() {
        var columns = List.of(
                new Column("title", List.of("Virsraksts", "Title"), true),
                new Column("written", List.of("Rakstīts (datums)", "Written on"), false),
                new Column("email", List.of("E-pasts", "E-mail"), true));

        var match = HeaderMatch.of(List.of("TITLE", "rakstits datums", "Piezīme", "", "virsraksts"), columns);

        assertThat(match.places()).containsEntry("title", 0).containsEntry("written", 1);
        assertThat(match.missing()).extracting(Column::key).containsExactly("email");
        assertThat(match.ignored()).containsExactly("Piezīme");
        assertThat(match.twice()).extracting(Column::key).containsExactly("title");
        assertThat(match.value(new SheetRow(2, List.of("Ceļš")), "title")).isEqualTo("Ceļš");
        assertThat(match.value(new SheetRow(2, List.of("Ceļš")), "written")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "09.03.2026., 2026-03-09",
        "9.3.2026, 2026-03-09",
        "2026-03-09, 2026-03-09",
        "2026-03-09T12:30, 2026-03-09",
        "09/03/2026, 2026-03-09",
        "31.02.2026, ",
        "rīt, ",
        "3.26, ",
    })
    void readsDatesAsPeopleWriteThem(String written, LocalDate meant) {
        assertThat(SheetDates.parse(written)).isEqualTo(Optional.ofNullable(meant));
    }

    @SafeVarargs
    private static String csv(List<?>... rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = SheetWriter.csv(bytes)) {
            for (List<?> row : rows) {
                writer.row(row);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
