package lv.varu.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lv.varu.account.SignedIn;
import lv.varu.document.DocumentRefused;
import lv.varu.document.FileRefusals;
import lv.varu.importing.Importer.Destination;
import lv.varu.spreadsheet.Column;
import lv.varu.spreadsheet.SheetWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where a table is uploaded: what it must look like, a file to fill in, and what was imported here before. */
@Controller
@RequestMapping("/darbs/imports/{kind}/{destination}")
class ImportController {
    private static final int PAGE = 10;

    private final Importers importers;
    private final ImportDesk desk;
    private final Runs runs;
    private final ImportPages pages;
    private final SignedIn signedIn;
    private final FileRefusals fileRefusals;

    ImportController(
            Importers importers,
            ImportDesk desk,
            Runs runs,
            ImportPages pages,
            SignedIn signedIn,
            FileRefusals fileRefusals) {
        this.importers = importers;
        this.desk = desk;
        this.runs = runs;
        this.pages = pages;
        this.signedIn = signedIn;
        this.fileRefusals = fileRefusals;
    }

    record Form(@Nullable MultipartFile file) {}

    @GetMapping
    String blank(
            @PathVariable String kind,
            @PathVariable String destination,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale locale) {
        model.addAttribute("form", new Form(null));
        return form(kind, destination, page, model, locale);
    }

    @PostMapping
    String upload(
            @PathVariable String kind,
            @PathVariable String destination,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            Locale locale) {
        Destination known = importers.destination(kind, destination, signedIn.required());
        MultipartFile file = form.file();
        String name = file == null ? null : file.getOriginalFilename();
        if (file == null || name == null || name.isBlank()) {
            errors.rejectValue("file", "importing.file.missing");
            return form(kind, destination, 0, model, locale);
        }
        try (var content = file.getInputStream()) {
            UUID id = desk.upload(kind, known.id(), name, content, locale, signedIn.required());
            return "redirect:/darbs/importi/" + id;
        } catch (DocumentRefused refused) {
            fileRefusals.answer(refused);
            errors.rejectValue("file", messageKey(refused));
            return form(kind, destination, 0, model, locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String messageKey(DocumentRefused refused) {
        return switch (refused.reason()) {
            case TYPE_NOT_ALLOWED, CONTENT_MISMATCH -> "spreadsheet.refused.TYPE";
            case TOO_LARGE -> "importing.file.large";
            case EMPTY -> "spreadsheet.refused.EMPTY";
            default -> refused.messageKey();
        };
    }

    private String form(String kind, String destination, int page, Model model, Locale locale) {
        Destination known = importers.destination(kind, destination, signedIn.required());
        model.addAttribute("kind", kind);
        model.addAttribute("destination", known);
        model.addAttribute("columns", pages.columns(kind, locale));
        model.addAttribute(
                "earlier", pages.earlier(runs.of(kind, known.id(), PageRequest.of(Math.max(0, page), PAGE))));
        return "importing/upload";
    }

    @GetMapping("/paraugs.xlsx")
    void workbook(
            @PathVariable String kind, @PathVariable String destination, Locale locale, HttpServletResponse response)
            throws IOException {
        importers.destination(kind, destination, signedIn.required());
        Downloads.prepare(
                response, kind + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        try (SheetWriter writer = SheetWriter.xlsx(response.getOutputStream(), kind)) {
            template(kind, writer, locale);
        }
    }

    @GetMapping("/paraugs.csv")
    void text(@PathVariable String kind, @PathVariable String destination, Locale locale, HttpServletResponse response)
            throws IOException {
        importers.destination(kind, destination, signedIn.required());
        Downloads.prepare(response, kind + ".csv", "text/csv;charset=UTF-8");
        try (SheetWriter writer = SheetWriter.csv(response.getOutputStream())) {
            template(kind, writer, locale);
        }
    }

    /** The header and one row that shows what belongs where. */
    private void template(String kind, SheetWriter writer, Locale locale) throws IOException {
        Importer importer = importers.of(kind);
        List<Column> columns = importers.columns(importer, locale);
        writer.row(columns.stream().map(column -> column.titles().get(0)).toList());
        writer.row(importer.fields().stream()
                .map(field -> importers.example(importer, field, locale))
                .toList());
    }
}
