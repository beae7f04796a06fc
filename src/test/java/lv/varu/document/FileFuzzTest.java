package lv.varu.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Files that are nearly documents, and names that are nearly names. */
class FileFuzzTest {
    private static final ContentCheck CHECK = new ContentCheck();
    private static final byte[] WORD = word();

    @Property
    void makesEveryNameHarmless(@ForAll("names") String name) {
        assertThat(FileNames.clean(name))
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(120)
                .doesNotStartWith(".")
                .doesNotContain("/", "\\", "\r", "\n", "\u0000", "\"", "\u202E", ":");
    }

    @Property
    void tellsTheTypeOrRefuses(@ForAll @Size(max = 300) byte[] content, @ForAll("endings") String ending)
            throws IOException {
        Path file = Files.write(Files.createTempFile("fuzz", null), content);
        try {
            assertThat(CHECK.check(file, "a." + ending)).isNotNull();
        } catch (DocumentRefused refused) {
            assertThat(refused.reason()).isNotNull();
        } finally {
            Files.delete(file);
        }
    }

    @Property
    void readsOrRefusesADamagedTemplate(@ForAll("damages") int[] damage) {
        byte[] content = WORD.clone();
        for (int i = 0; i + 1 < damage.length; i += 2) {
            content[Math.floorMod(damage[i], content.length)] = (byte) damage[i + 1];
        }
        try {
            assertThat(WordTemplate.of(content).placeholders()).isNotNull();
        } catch (WordTemplate.Unreadable refused) {
            assertThat(refused.getCause()).isNotNull();
        }
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(300),
                Arbitraries.strings().withChars("./\\a\u0000\r\n\"\u202E:% ā").ofMaxLength(60));
    }

    @Provide
    Arbitrary<String> endings() {
        return Arbitraries.of("pdf", "docx", "xlsx", "odt", "jpg", "png", "webp", "heic", "txt", "csv", "html", "");
    }

    @Provide
    Arbitrary<int[]> damages() {
        return Arbitraries.integers().array(int[].class).ofMinSize(2).ofMaxSize(30);
    }

    private static byte[] word() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(
                    ("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>"
                                    + "<w:r><w:t>{{title}}</w:t></w:r></w:p></w:body></w:document>")
                            .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
