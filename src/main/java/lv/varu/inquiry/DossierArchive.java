package lv.varu.inquiry;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lv.varu.calendar.LatvianDates;
import lv.varu.privacy.Finding;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The copy that a person gets: for people to read, for programs to read, and the files. */
@Component
class DossierArchive {
    static final String FILE_NAME = "mani-dati.zip";
    private static final String FILES = "faili/";

    private final FindingWords words;
    private final LatvianDates dates;
    private final ITemplateEngine templates;
    private final ObjectMapper json;
    private final Clock clock;

    DossierArchive(FindingWords words, LatvianDates dates, ITemplateEngine templates, ObjectMapper json, Clock clock) {
        this.words = words;
        this.dates = dates;
        this.templates = templates;
        this.json = json;
        this.clock = clock;
    }

    /** In the language of the request. */
    void write(Dossier dossier, OutputStream target) throws IOException {
        Instant now = clock.instant();
        Locale locale = LocaleContextHolder.getLocale();
        var names = fileNames(dossier);
        try (var zip = new ZipOutputStream(target, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("dati.html"));
            writePage(dossier, names, now, locale, zip);
            zip.putNextEntry(new ZipEntry("dati.json"));
            json.writerWithDefaultPrettyPrinter()
                    .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .writeValue(zip, data(dossier, names, now));
            for (var file : names.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getValue()));
                zip.write(file.getKey().content().bytes());
            }
        }
    }

    /** Numbered, for two files may have one name. */
    private static Map<Finding.File, String> fileNames(Dossier dossier) {
        var names = new LinkedHashMap<Finding.File, String>();
        dossier.groups()
                .forEach(group -> group.findings()
                        .forEach(found -> found.files()
                                .forEach(file -> names.put(
                                        file,
                                        FILES + (names.size() + 1) + "-"
                                                + file.name().replaceAll("[/\\\\]", "_")))));
        return names;
    }

    private void writePage(
            Dossier dossier, Map<Finding.File, String> names, Instant now, Locale locale, OutputStream target)
            throws IOException {
        var context = new Context(locale);
        context.setVariable("email", dossier.email());
        context.setVariable("madeAt", dates.dateTime(now, locale));
        context.setVariable(
                "sections",
                dossier.groups().stream().map(group -> section(group, names)).toList());
        // Not closed, for more follows in the archive.
        var writer = new OutputStreamWriter(target, StandardCharsets.UTF_8);
        templates.process("inquiry/copy-file", context, writer);
        writer.flush();
    }

    private Section section(Dossier.Group group, Map<Finding.File, String> names) {
        return new Section(
                words.kind(group.kind()),
                group.findings().stream()
                        .map(found -> new Sheet(
                                dates.dateTime(found.at()),
                                found.fields().entrySet().stream()
                                        .map(field ->
                                                new Fact(words.field(field.getKey()), words.value(field.getValue())))
                                        .toList(),
                                found.files().stream().map(names::get).toList()))
                        .toList());
    }

    private Map<String, Object> data(Dossier dossier, Map<Finding.File, String> names, Instant now) {
        var records = new ArrayList<Map<String, Object>>();
        for (var group : dossier.groups()) {
            for (var found : group.findings()) {
                var fields = new LinkedHashMap<String, String>();
                found.fields().forEach((name, value) -> fields.put(name, words.value(value)));
                var record = new LinkedHashMap<String, Object>();
                record.put("kind", found.kind());
                record.put("id", found.id());
                record.put("case", found.about().toString());
                record.put("at", found.at().toString());
                record.put("fields", fields);
                record.put("files", found.files().stream().map(names::get).toList());
                records.add(record);
            }
        }
        var data = new LinkedHashMap<String, Object>();
        data.put("email", dossier.email());
        data.put("madeAt", now.toString());
        data.put("records", records);
        return data;
    }

    record Section(String title, List<Sheet> sheets) {}

    record Sheet(String at, List<Fact> facts, List<String> files) {}

    record Fact(String name, String value) {}
}
