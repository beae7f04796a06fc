package lv.varu.consultation;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lv.varu.calendar.LatvianDates;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The position as a PDF that can be archived and read aloud: embedded letters, tagged structure. */
@Component
class PositionDocument {
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");
    // Residents write Russian names too, so the second file fills what the first one lacks.
    private static final List<String> FAMILIES = List.of("inter", "inter-cyrillic");

    private final ITemplateEngine templates;
    private final PositionContents contents;
    private final LatvianDates dates;

    PositionDocument(ITemplateEngine templates, PositionContents contents, LatvianDates dates) {
        this.templates = templates;
        this.contents = contents;
        this.dates = dates;
    }

    byte[] pdf(Consultation consultation, Position position) {
        var page = contents.of(consultation, position, LATVIAN);
        return render(html(Map.of("page", page, "dates", dates)));
    }

    /** As anyone may read it. */
    byte[] publicPdf(Consultation consultation, Position position) {
        var page = contents.publicOf(consultation, position, LATVIAN);
        return render(html(Map.of("page", page, "dates", dates)));
    }

    private String html(Map<String, Object> model) {
        var before = LocaleContextHolder.getLocaleContext();
        // A municipality reads Latvian, whatever the language of the person or timer that delivers.
        LocaleContextHolder.setLocale(LATVIAN);
        try {
            return templates.process("consultation/position-pdf", new Context(LATVIAN, model));
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private static byte[] render(String html) {
        try (var out = new ByteArrayOutputStream()) {
            var builder = new PdfRendererBuilder()
                    .useFastMode()
                    .usePdfUaAccessibility(true)
                    .withHtmlContent(html, null)
                    .toStream(out);
            FAMILIES.forEach(family -> {
                builder.useFont(() -> font(family + "-regular"), family, 400, FontStyle.NORMAL, true);
                builder.useFont(() -> font(family + "-bold"), family, 700, FontStyle.NORMAL, true);
            });
            builder.run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream font(String name) {
        return Objects.requireNonNull(PositionDocument.class.getResourceAsStream("/fonts/" + name + ".ttf"), name);
    }
}
