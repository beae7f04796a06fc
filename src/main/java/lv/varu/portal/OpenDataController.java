package lv.varu.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import lv.varu.account.PublicAddress;
import lv.varu.calendar.Riga;
import lv.varu.portal.OpenData.DataSet;
import lv.varu.spreadsheet.SheetWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Everything public as data; written row by row, however much there is. */
@Controller
@RequestMapping("/dati")
class OpenDataController {
    static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

    private final OpenData data;
    private final ObjectMapper json;
    private final PublicAddress address;
    private final Clock clock;

    OpenDataController(OpenData data, ObjectMapper json, PublicAddress address, Clock clock) {
        this.data = data;
        this.json = json;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping
    String describe(Model model) {
        model.addAttribute("sets", DataSet.values());
        model.addAttribute("licence", LICENCE);
        return "portal/open-data";
    }

    @GetMapping("/{set}.csv")
    void csv(@PathVariable String set, HttpServletResponse response) throws IOException {
        var wanted = named(set);
        begin(wanted, "text/csv;charset=UTF-8", "csv", response);
        try (var sheet = SheetWriter.csv(response.getOutputStream())) {
            sheet.row(wanted.fields());
            data.write(wanted, sheet::row);
        }
    }

    @GetMapping("/{set}.json")
    void json(@PathVariable String set, HttpServletResponse response) throws IOException {
        var wanted = named(set);
        begin(wanted, "application/json", "json", response);
        try (var out = json.getFactory().createGenerator(response.getOutputStream())) {
            out.writeStartObject();
            out.writeStringField("source", address.of("/dati"));
            out.writeStringField("licence", LICENCE);
            out.writeStringField("createdAt", clock.instant().toString());
            out.writeArrayFieldStart(wanted.word());
            data.write(wanted, row -> {
                out.writeStartObject();
                for (int i = 0; i < row.size(); i++) {
                    out.writeFieldName(wanted.fields().get(i));
                    out.writePOJO(plain(row.get(i)));
                }
                out.writeEndObject();
            });
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private void begin(DataSet set, String type, String ending, HttpServletResponse response) {
        response.setContentType(type);
        LocalDate today = Riga.today(clock);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + set.word() + "-" + today + "." + ending + "\"");
        response.setHeader(HttpHeaders.LINK, "<" + LICENCE + ">; rel=\"license\"");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(java.time.Duration.ofMinutes(15))
                        .cachePublic()
                        .getHeaderValue());
    }

    private static DataSet named(String word) {
        return Arrays.stream(DataSet.values())
                .filter(set -> set.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new DocumentGone(word));
    }
}
