package lv.varu.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class WordTemplateTest {
    private static final Map<String, List<Map<String, String>>> PROPOSALS = Map.of(
            "priekslikumi",
            List.of(
                    Map.of("grupa", "Ceļi", "numurs", "1", "teksts", "Salabot tiltu."),
                    Map.of("grupa", "", "numurs", "2", "teksts", "Atjaunot ietvi.")));

    @Test
    void fillsAPlaceholderThatWordHasCutIntoPieces() {
        var template = template(document -> {
            var paragraph = document.createParagraph();
            paragraph.createRun().setText("Par {{no");
            paragraph.createRun().setText("saukums");
            paragraph.createRun().setText("}} un {{ gads }}.");
        });

        assertThat(template.placeholders()).containsExactlyInAnyOrder("nosaukums", "gads");
        assertThat(texts(template.fill(Map.of("nosaukums", "programmu", "gads", "2029"), Map.of())))
                .containsExactly("Par programmu un 2029.");
    }

    @Test
    void keepsTheLinesOfAValueAndWritesNothingAsMarkup() {
        var template =
                template(document -> document.createParagraph().createRun().setText("{{ievads}}"));

        assertThat(texts(template.fill(Map.of("ievads", "Pirmā & <b>\nOtrā {{x}}"), Map.of())))
                .containsExactly("Pirmā & <b>\nOtrā {{x}}");
    }

    @Test
    void repeatsParagraphsThatStandTogetherForEachEntry() {
        var template = template(document -> {
            text(document, "Sākums");
            text(document, "{{priekslikumi.grupa}}");
            text(document, "{{priekslikumi.numurs}}. {{priekslikumi.teksts}}");
            text(document, "Beigas");
        });

        assertThat(texts(template.fill(Map.of(), PROPOSALS)))
                .containsExactly("Sākums", "Ceļi", "1. Salabot tiltu.", "2. Atjaunot ietvi.", "Beigas");
    }

    @Test
    void repeatsTheRowOfATableForEachEntry() {
        var template = template(document -> {
            var table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Nr.");
            table.getRow(0).getCell(1).setText("{{nosaukums}}");
            table.getRow(1).getCell(0).setText("{{priekslikumi.numurs}}");
            table.getRow(1).getCell(1).setText("{{priekslikumi.teksts}}");
        });

        var rows = read(template.fill(Map.of("nosaukums", "Programma"), PROPOSALS))
                .getTables()
                .get(0)
                .getRows();

        assertThat(rows)
                .extracting(
                        row -> row.getCell(0).getText() + "|" + row.getCell(1).getText())
                .containsExactly("Nr.|Programma", "1|Salabot tiltu.", "2|Atjaunot ietvi.");
    }

    @Test
    void leavesNothingOfAListWithoutEntries() {
        var template = template(document -> {
            text(document, "Sākums");
            text(document, "{{priekslikumi.teksts}}");
        });

        assertThat(texts(template.fill(Map.of(), Map.of("priekslikumi", List.of()))))
                .containsExactly("Sākums");
    }

    @Test
    void fillsWhatStandsAboveAndBelowOnEachPage() {
        var template = template(document -> document.createHeader(HeaderFooterType.DEFAULT)
                .createParagraph()
                .createRun()
                .setText("{{partneriba}}"));

        assertThat(read(template.fill(Map.of("partneriba", "Kaimiņi"), Map.of()))
                        .getHeaderList()
                        .get(0)
                        .getText())
                .contains("Kaimiņi");
    }

    @Test
    void namesWhatNobodyCanGive() {
        var template = template(document -> text(document, "{{nosaukums}} {{cena}} {{priekslikumi.ziedi}}"));

        assertThat(template.unknown(List.of("nosaukums", "priekslikumi.teksts")))
                .containsExactly("cena", "priekslikumi.ziedi");
    }

    @Test
    void refusesWhatIsNoWordDocument() {
        assertThatThrownBy(() -> WordTemplate.of("Sveiki".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(WordTemplate.Unreadable.class);
    }

    @Test
    void readsNoOtherFileThatADocumentNames(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "slepens");
        byte[] file = HostileOffice.reading(document(), "word/document.xml", "Sveiki", secret);

        assertThatThrownBy(() -> WordTemplate.of(file))
                .isInstanceOf(WordTemplate.Unreadable.class)
                .hasMessageNotContaining("slepens");
    }

    @Test
    @Timeout(20)
    void refusesADocumentWhoseTextSwells() throws IOException {
        byte[] file = HostileOffice.swelling(document(), "word/document.xml", "Sveiki");

        assertThatThrownBy(() -> WordTemplate.of(file)).isInstanceOf(WordTemplate.Unreadable.class);
    }

    private static byte[] document() throws IOException {
        try (var document = new XWPFDocument()) {
            text(document, "Sveiki");
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }

    private static void text(XWPFDocument document, String text) {
        document.createParagraph().createRun().setText(text);
    }

    private static WordTemplate template(Consumer<XWPFDocument> content) {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            content.accept(document);
            document.write(out);
            return WordTemplate.of(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XWPFDocument read(byte[] filled) {
        try {
            return new XWPFDocument(new ByteArrayInputStream(filled));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(byte[] filled) {
        return read(filled).getParagraphs().stream().map(XWPFParagraph::getText).toList();
    }
}
