package lv.varu.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lv.varu.VaruTest;
import lv.varu.audit.CaseKey;
import lv.varu.document.DocumentRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@VaruTest
class DocumentsTest {
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final String MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private final CaseKey owner = CaseKey.of("documenttest", UUID.randomUUID());

    @Autowired
    Documents documents;

    @Autowired
    ContentStore store;

    @Autowired
    OrphanSweep sweep;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void storesAndGivesBack() throws Exception {
        var document = keep("Priekšlikums.pdf", PDF);

        assertThat(document.mediaType()).isEqualTo("application/pdf");
        assertThat(documents.get(document.id())).isEqualTo(document);
        assertThat(documents.of(owner)).containsExactly(document);
        try (var content = documents.open(document.id())) {
            assertThat(content.readAllBytes()).isEqualTo(PDF);
        }
    }

    @Test
    void findsTheFilesOfManyCasesAtOnce() {
        var other = CaseKey.of("documenttest", UUID.randomUUID());
        var document = keep("a.pdf", PDF);

        assertThat(documents.ofAll(List.of(owner, other)))
                .isEqualTo(Map.of(owner, List.of(document), other, List.of()));
    }

    @Test
    void knowsOfficeDocumentsByTheirContent() {
        assertThat(keep("a.docx", docx(MAIN)).mediaType()).endsWith("wordprocessingml.document");
        assertThat(keep("a.odt", odt("application/vnd.oasis.opendocument.text")).mediaType())
                .isEqualTo("application/vnd.oasis.opendocument.text");
        assertThat(keep("a.ods", odt("application/vnd.oasis.opendocument.spreadsheet"))
                        .mediaType())
                .isEqualTo("application/vnd.oasis.opendocument.spreadsheet");
    }

    @Test
    void knowsPlainTextAndPictures() {
        assertThat(keep("a.txt", "Ceļš uz Līksnu\n".getBytes(StandardCharsets.UTF_8))
                        .mediaType())
                .isEqualTo("text/plain");
        assertThat(keep("a.PNG", PNG).mediaType()).isEqualTo("image/png");
        assertThat(keep("a.webp", "RIFF\u0010\0\0\0WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1))
                        .mediaType())
                .isEqualTo("image/webp");
        assertThat(keep("a.heic", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1))
                        .mediaType())
                .isEqualTo("image/heic");
    }

    @ParameterizedTest
    @CsvSource({
        "virus.exe, TYPE_NOT_ALLOWED",
        "lapa.html, TYPE_NOT_ALLOWED",
        "zime.svg, TYPE_NOT_ALLOWED",
        "zime.pdf.svg, TYPE_NOT_ALLOWED",
        "arhivs.jar, TYPE_NOT_ALLOWED",
        "bez-paplašinājuma, TYPE_NOT_ALLOWED",
        "attels.png, CONTENT_MISMATCH",
        "teksts.txt, CONTENT_MISMATCH",
        "dokuments.docx, CONTENT_MISMATCH"
    })
    void refusesWhatTheNameDoesNotAgreeWith(String name, Reason reason) {
        assertRefused(name, PDF, reason);
    }

    @Test
    void refusesOtherArchivesAndMacros() {
        assertRefused("a.docx", zip(Map.of("readme.txt", "x")), Reason.CONTENT_MISMATCH);
        assertRefused("a.docx", withCommentThatIsNoText(), Reason.CONTENT_MISMATCH);
        assertRefused(
                "a.docx", docx("application/vnd.ms-word.document.macroEnabled.main+xml"), Reason.CONTENT_MISMATCH);
        assertRefused(
                "a.docx",
                zip(Map.of("[Content_Types].xml", MAIN, "word/vbaProject.bin", "x")),
                Reason.CONTENT_MISMATCH);
        assertRefused(
                "a.docx",
                zip(Map.of("[Content_Types].xml", MAIN, "word/VBAPROJECT.BIN", "x")),
                Reason.CONTENT_MISMATCH);
        assertRefused(
                "a.docx",
                zip(Map.of(
                        "[Content_Types].xml", MAIN + " application/vnd.ms-office.vbaProject", "word/other.bin", "x")),
                Reason.CONTENT_MISMATCH);
        assertRefused(
                "a.odt",
                zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text", "Basic/Standard/Module1.xml", "x")),
                Reason.CONTENT_MISMATCH);
        assertRefused("a.odt", odt("application/vnd.oasis.opendocument.graphics"), Reason.CONTENT_MISMATCH);
        assertRefused(
                "a.txt", "<html><script>1</script></html>".getBytes(StandardCharsets.UTF_8), Reason.CONTENT_MISMATCH);
    }

    @Test
    void refusesOrDisarmsWhatIsTwoThingsAtOnce() throws Exception {
        var page = "<html><script>1</script></html>".getBytes(StandardCharsets.UTF_8);
        assertRefused("a.pdf", joined(page, PDF), Reason.CONTENT_MISMATCH);
        assertRefused("a.docx", joined(PDF, docx(MAIN)), Reason.CONTENT_MISMATCH);

        var picture = documents.serve(keep("a.png", joined(PNG, zip(Map.of("Evil.class", "x"))))
                .id());
        assertThat(picture.getHeaders().getContentType()).hasToString("image/png");
        var paper = documents.serve(keep("a.pdf", joined(PDF, page)).id());
        assertThat(paper.getHeaders().getContentType()).hasToString("application/pdf");
        for (var served : List.of(picture, paper)) {
            assertThat(served.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(served.getHeaders().getFirst("Content-Security-Policy")).contains("default-src 'none'");
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Test
    void refusesAnArchiveThatSwells() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes)) {
            archive.putNextEntry(new ZipEntry("[Content_Types].xml"));
            archive.write(MAIN.getBytes(StandardCharsets.UTF_8));
            archive.putNextEntry(new ZipEntry("word/document.xml"));
            var zeros = new byte[1024 * 1024];
            for (int i = 0; i < 301; i++) {
                archive.write(zeros);
            }
        }
        assertThat(bytes.size()).isLessThan(1024 * 1024);
        assertRefused("a.docx", bytes.toByteArray(), Reason.CONTENT_MISMATCH);
    }

    @Test
    void takesTenMegabytesAndNotOneByteMore() {
        var most = Arrays.copyOf(PDF, 10 * 1024 * 1024);
        assertThat(keep("liels.pdf", most).size()).isEqualTo(10 * 1024 * 1024);
        assertRefused("liels.pdf", Arrays.copyOf(PDF, 10 * 1024 * 1024 + 1), Reason.TOO_LARGE);
        assertRefused("tukšs.pdf", new byte[0], Reason.EMPTY);
    }

    @Test
    void refusesAnUploadThatBreaksOff() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> transaction.execute(status -> documents.store(owner, "a.pdf", broken)))
                .isInstanceOfSatisfying(
                        DocumentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.UNREADABLE));
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/ceļš.pdf, ceļš.pdf",
        "C:\\Users\\Anna\\Līksnas ceļš.pdf, Līksnas ceļš.pdf",
        "a\u202Efdp.pdf, afdp.pdf",
        "'  .slepens.pdf', slepens.pdf",
        "a\"b.pdf, a_b.pdf"
    })
    void keepsHarmlessNames(String given, String kept) {
        assertThat(FileNames.clean(given)).isEqualTo(kept);
    }

    @Test
    void shortensLongNamesAndKeepsTheirEnding() {
        assertThat(FileNames.clean("ā".repeat(300) + ".docx")).hasSize(120).endsWith("ā.docx");
    }

    @Test
    void keepsTheSameContentOnce() {
        var content = ("Viens " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        var first = keep("a.txt", content);
        var second = keep("b.txt", content);

        assertThat(second.sha256()).isEqualTo(first.sha256());
        remove(first);
        assertThat(store.place(first.sha256())).exists();
        assertThat(documents.of(owner)).containsExactly(second);
    }

    @Test
    void leavesNoRowWhenTheFactRollsBack() {
        transaction.executeWithoutResult(status -> {
            documents.store(owner, "a.pdf", PDF);
            status.setRollbackOnly();
        });
        assertThat(documents.of(owner)).isEmpty();
    }

    @Test
    void sweepsOnlyWhatNobodyNamesForADay() throws Exception {
        var kept = keep("a.txt", ("Paliek " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
        var old = keep("b.txt", ("Vecs " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
        var young = keep("c.txt", ("Jauns " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
        age(kept);
        age(old);
        remove(old);
        remove(young);
        sweep.sweep();

        assertThat(store.place(kept.sha256())).exists();
        assertThat(store.place(old.sha256())).doesNotExist();
        assertThat(store.place(young.sha256())).exists();
    }

    @Test
    void servesFilesThatCanDoNothing() {
        var text = documents.serve(keep("Līksnas ceļš.txt", "Sveiki".getBytes(StandardCharsets.UTF_8))
                .id());
        assertThat(text.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''L%C4%ABksnas%20ce%C4%BC%C5%A1.txt");
        assertThat(text.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(text.getHeaders().getFirst("Content-Security-Policy")).contains("default-src 'none'", "sandbox");

        var picture = documents.serve(keep("a.png", PNG).id());
        assertThat(picture.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("inline;");
    }

    private Document keep(String name, byte[] content) {
        return transaction.execute(status -> documents.store(owner, name, content));
    }

    private void remove(Document document) {
        transaction.executeWithoutResult(status -> documents.remove(document.id()));
    }

    private void age(Document document) throws IOException {
        Files.setLastModifiedTime(
                store.place(document.sha256()), FileTime.from(Instant.now().minusSeconds(90_000)));
    }

    private void assertRefused(String name, byte[] content, Reason reason) {
        assertThatThrownBy(() -> keep(name, content))
                .isInstanceOfSatisfying(
                        DocumentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
        assertThat(documents.of(owner))
                .noneMatch(document -> document.fileName().equals(name) && reason == Reason.EMPTY);
    }

    private static byte[] docx(String mainType) {
        return zip(Map.of("[Content_Types].xml", "<Types><Override ContentType=\"" + mainType + "\"/></Types>"));
    }

    private static byte[] odt(String mediaType) {
        return zip(Map.of("mimetype", mediaType));
    }

    /** Two bytes that are no letter in UTF-8, in the place of one; an archive is opened without reading it. */
    private static byte[] withCommentThatIsNoText() {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes)) {
            var entry = new ZipEntry("[Content_Types].xml");
            entry.setComment("ā");
            archive.putNextEntry(entry);
            archive.write(MAIN.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] archive = bytes.toByteArray();
        for (int i = 0; i + 1 < archive.length; i++) {
            if (archive[i] == (byte) 0xC4 && archive[i + 1] == (byte) 0x81) {
                archive[i] = (byte) 0x81;
            }
        }
        return archive;
    }

    private static byte[] zip(Map<String, String> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                archive.putNextEntry(new ZipEntry(entry.getKey()));
                archive.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
