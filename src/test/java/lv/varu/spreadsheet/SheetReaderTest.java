package lv.varu.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lv.varu.document.HostileOffice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetReaderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1257", "UTF-16LE"})
    void readsLatvianLettersInEveryUsualEncoding(String charset) throws IOException {
        String mark = charset.equals("UTF-16LE") ? "\uFEFF" : "";
        Path file = file((mark + "Vārds;Vieta\nŅina Šķēle;Aglona\n").getBytes(Charset.forName(charset)));

        assertThat(rows(file)).containsExactly(List.of("Ņina Šķēle", "Aglona"));
    }

    @Test
    void doesNotTakeTheMarkOfTheEncodingForALetter() throws IOException {
        Path file = file("\uFEFFVārds;Vieta\nJānis;Preiļi".getBytes(StandardCharsets.UTF_8));

        try (var reader = SheetReader.open(file)) {
            assertThat(reader.header()).containsExactly("Vārds", "Vieta");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void findsTheSeparator(String separator) throws IOException {
        Path file = file(String.join(separator, "Nosaukums", "\"Teksts, garš; ļoti\"", "Vieta") + "\n"
                + String.join(separator, "Ceļš", "\"rindā viena\nrindā divas\"", "Riebiņi"));

        assertThat(rows(file)).containsExactly(List.of("Ceļš", "rindā viena\nrindā divas", "Riebiņi"));
    }

    @Test
    void obeysTheLineOfExcelThatNamesTheSeparator() throws IOException {
        Path file = file("sep=,\nA,B;C\n1,2;3\n");

        try (var reader = SheetReader.open(file)) {
            assertThat(reader.header()).containsExactly("A", "B;C");
            assertThat(reader.next()).isEqualTo(new SheetRow(3, List.of("1", "2;3")));
        }
    }

    @Test
    void countsRowsAsPeopleSeeThemAndLeavesBlankOnesOut() throws IOException {
        Path file = file("A;B\n1;2\n;\n\n3;4\n");

        try (var reader = SheetReader.open(file)) {
            assertThat(reader.next().number()).isEqualTo(2);
            assertThat(reader.next().number()).isEqualTo(5);
            assertThat(reader.hasNext()).isFalse();
        }
    }

    @Test
    void readsDatesNumbersAndTextsFromAWorkbook() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (var target = Files.newOutputStream(file);
                var writer = SheetWriter.xlsx(target, "Lapa")) {
            writer.row(List.of("Datums", "Skaits", "Teksts", "Tālrunis"));
            writer.row(List.of(LocalDate.of(2021, 11, 12), 0.1, "=1+1", "+371 29 123 456"));
        }

        assertThat(rows(file)).containsExactly(List.of("2021-11-12", "0.1", "=1+1", "+371 29 123 456"));
    }

    @Test
    void readsThousandsOfRowsOfAWorkbookOneByOne() throws IOException {
        Path file = folder.resolve("large.xlsx");
        try (var target = Files.newOutputStream(file);
                var writer = SheetWriter.xlsx(target, "Lapa")) {
            writer.row(List.of("Nr", "Teksts"));
            for (int i = 1; i <= 3_000; i++) {
                writer.row(List.of(i, "rinda " + i));
            }
        }

        assertThat(rows(file)).hasSize(3_000).last().isEqualTo(List.of("3000", "rinda 3000"));
    }

    @Test
    void refusesWhatIsNoTable() throws IOException {
        assertRefused(file(new byte[] {1, 0, 2, 0, 3}), SheetRefused.Reason.TYPE);
        assertRefused(file(""), SheetRefused.Reason.EMPTY);
        assertRefused(file("\n  \n"), SheetRefused.Reason.EMPTY);
        assertRefused(file(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}), SheetRefused.Reason.OLD_EXCEL);
        assertRefused(file("PK but no archive"), SheetRefused.Reason.BROKEN);
        assertRefused(archive("word/document.xml", 10), SheetRefused.Reason.TYPE);
    }

    @Test
    void stopsUnpackingAnArchiveThatSwellsBeyondMeasure() throws IOException {
        assertRefused(archive("xl/worksheets/sheet1.xml", 401 * 1024), SheetRefused.Reason.TOO_LARGE);
    }

    @Test
    void readsNoOtherFileThatAWorkbookNames() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "slepens");
        Path file = file(HostileOffice.reading(workbook(), "xl/worksheets/sheet1.xml", "Vieta", secret));

        assertThatThrownBy(() -> rows(file)).isInstanceOf(SheetRefused.class).hasMessageNotContaining("slepens");
    }

    @Test
    @Timeout(20)
    void refusesAWorkbookWhoseTextSwells() throws IOException {
        Path file = file(HostileOffice.swelling(workbook(), "xl/worksheets/sheet1.xml", "Vieta"));

        assertThatThrownBy(() -> rows(file)).isInstanceOf(SheetRefused.class);
    }

    private static byte[] workbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = SheetWriter.xlsx(bytes, "Lapa")) {
            writer.row(List.of("Vieta", "Skaits"));
            writer.row(List.of("Aglona", 1));
        }
        return bytes.toByteArray();
    }

    private static void assertRefused(Path file, SheetRefused.Reason reason) {
        assertThatThrownBy(() -> SheetReader.open(file))
                .isInstanceOfSatisfying(
                        SheetRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private Path archive(String entry, int kilobytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            for (int i = 0; i < kilobytes; i++) {
                zip.write(new byte[1024]);
            }
        }
        return file(bytes.toByteArray());
    }

    private Path file(String content) throws IOException {
        return file(content.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "tabula", null), content);
    }

    private static List<List<String>> rows(Path file) {
        List<List<String>> rows = new ArrayList<>();
        try (var reader = SheetReader.open(file)) {
            reader.forEachRemaining(row -> rows.add(row.cells()));
        }
        return rows;
    }
}
