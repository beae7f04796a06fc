package lv.varu.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Files that are nearly tables. A reader may refuse them, in its own words, and do nothing else. */
class SheetFuzzTest {
    private static final byte[] EXCEL = excel();

    @Property
    void readsOrRefusesAnyBytes(@ForAll @Size(max = 400) byte[] content) throws IOException {
        readOrRefuse(content);
    }

    @Property
    void readsOrRefusesAnyText(@ForAll("tables") String content) throws IOException {
        readOrRefuse(content.getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void readsOrRefusesADamagedWorkbook(@ForAll("damages") int[] damage) throws IOException {
        byte[] content = EXCEL.clone();
        for (int i = 0; i + 1 < damage.length; i += 2) {
            content[Math.floorMod(damage[i], content.length)] = (byte) damage[i + 1];
        }
        readOrRefuse(content);
    }

    @Property
    void writesNoTextThatComputes(@ForAll String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = SheetWriter.csv(out)) {
            writer.row(List.of(text));
        }
        String written = out.toString(StandardCharsets.UTF_8).substring(1);
        assertThat(written.startsWith("\"") ? written.substring(1) : written)
                .doesNotMatch("(?s)[ \\u00A0\\uFEFF]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20].*");
    }

    @Provide
    Arbitrary<String> tables() {
        return Arbitraries.strings().withChars("ab=;,\t\n\r\"'\\ā\uFEFF0 ").ofMaxLength(200);
    }

    @Provide
    Arbitrary<int[]> damages() {
        return Arbitraries.integers().array(int[].class).ofMinSize(2).ofMaxSize(40);
    }

    private static void readOrRefuse(byte[] content) throws IOException {
        Path file = Files.createTempFile("fuzz", null);
        try {
            Files.write(file, content);
            try (var reader = SheetReader.open(file)) {
                while (reader.hasNext()) {
                    reader.next();
                }
            } catch (SheetRefused refused) {
                assertThat(refused.reason()).isNotNull();
            }
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] excel() {
        var out = new ByteArrayOutputStream();
        try (var writer = SheetWriter.xlsx(out, "Lapa")) {
            writer.row(List.of("Virsraksts", "Teksts"));
            writer.row(List.of("Ceļš", 12.5));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
