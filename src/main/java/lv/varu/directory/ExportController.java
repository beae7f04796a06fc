package lv.varu.directory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.varu.spreadsheet.SheetWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of the directory as tables, narrowed as on the page; the columns are those of the import. */
@Controller
class ExportController {
    private static final List<String> ORGANISATION =
            List.of("name", "kind", "place", "topics", "registrationNumber", "contactPerson", "email", "phone");
    private static final List<String> CONTACT =
            List.of("name", "email", "department", "position", "phone", "topics", "language");
    private static final int MOST_CONTACTS = 10_000;

    private final Organisations organisations;
    private final Contacts contacts;
    private final Places places;
    private final SheetWords words;

    ExportController(Organisations organisations, Contacts contacts, Places places, SheetWords words) {
        this.organisations = organisations;
        this.contacts = contacts;
        this.places = places;
        this.words = words;
    }

    @GetMapping({"/darbs/organizacijas/tabula.csv", "/darbs/organizacijas/tabula.xlsx"})
    @Transactional(readOnly = true)
    public void organisations(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(name = "partneriba", required = false) @Nullable String partnership,
            @RequestParam(name = "veids", required = false) @Nullable OrganisationKind kind,
            @RequestParam(name = "tema", required = false) @Nullable Topic topic,
            @RequestParam(name = "neaktivas", defaultValue = "false") boolean inactive,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        try (var table = begin(request, response, "organizacijas")) {
            table.row(header("organizacijas", ORGANISATION, locale));
            organisations.export(
                    new OrganisationSearch(q, partnership, kind, topic, inactive),
                    row -> write(
                            table,
                            row.name(),
                            words.text("directory.organisation-kind." + row.kind(), locale),
                            places.fullName(row.place(), locale),
                            topics(row.topics().stream(), locale),
                            row.registrationNumber(),
                            row.contactPerson(),
                            row.email(),
                            row.phone()));
        }
    }

    @GetMapping({"/darbs/kontakti/tabula.csv", "/darbs/kontakti/tabula.xlsx"})
    @Transactional(readOnly = true)
    public void contacts(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(name = "pasvaldiba", required = false) @Nullable String municipality,
            @RequestParam(name = "nodala", required = false) @Nullable Department department,
            @RequestParam(name = "tema", required = false) @Nullable Topic topic,
            @RequestParam(name = "neaktivie", defaultValue = "false") boolean inactive,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        var search = new ContactSearch(q, municipality, department, topic, inactive);
        try (var table = begin(request, response, "kontakti")) {
            table.row(Stream.concat(
                            Stream.of(words.text("directory.municipality", locale)),
                            header("kontakti", CONTACT, locale).stream())
                    .toList());
            contacts.search(search, PageRequest.of(0, MOST_CONTACTS))
                    .forEach(contact -> write(
                            table,
                            places.find(contact.municipality()).name(locale),
                            contact.name(),
                            contact.email(),
                            words.text("directory.department." + contact.department(), locale),
                            contact.position(),
                            contact.phone(),
                            topics(contact.topics().stream(), locale),
                            contact.language().getLanguage()));
        }
    }

    private List<String> header(String kind, List<String> columns, Locale locale) {
        return columns.stream()
                .map(column -> words.text("importing." + kind + ".column." + column, locale))
                .toList();
    }

    private String topics(Stream<Topic> topics, Locale locale) {
        return topics.map(topic -> words.text("directory.topic." + topic, locale))
                .collect(Collectors.joining("; "));
    }

    private static void write(SheetWriter table, @Nullable Object... cells) {
        try {
            table.row(Arrays.asList(cells));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SheetWriter begin(HttpServletRequest request, HttpServletResponse response, String name)
            throws IOException {
        boolean workbook = request.getRequestURI().endsWith(".xlsx");
        response.setContentType(
                workbook
                        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                        : "text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + (workbook ? ".xlsx" : ".csv"))
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return workbook
                ? SheetWriter.xlsx(response.getOutputStream(), name)
                : SheetWriter.csv(response.getOutputStream());
    }
}
