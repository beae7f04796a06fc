package lv.varu.consultation.paper;

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
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Papers that can be archived and read aloud: embedded letters, tagged structure. */
@Component
public class Pdf {
    // Residents write Russian names too, so the second file fills what the first one lacks.
    private static final List<String> FAMILIES = List.of("inter", "inter-cyrillic");

    private final ITemplateEngine templates;

    Pdf(ITemplateEngine templates) {
        this.templates = templates;
    }

    public byte[] of(String template, Map<String, Object> model, Locale language) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(language);
        try {
            return render(templates.process(template, new Context(language, model)));
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
        return Objects.requireNonNull(Pdf.class.getResourceAsStream("/fonts/" + name + ".ttf"), name);
    }
}
