package lv.varu.consultation.position;

import java.util.Locale;
import java.util.Map;
import lv.varu.calendar.LatvianDates;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.paper.Pdf;
import org.springframework.stereotype.Component;

/** The position as a PDF. */
@Component
class PositionDocument {
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private final Pdf pdf;
    private final PositionContents contents;
    private final LatvianDates dates;

    PositionDocument(Pdf pdf, PositionContents contents, LatvianDates dates) {
        this.pdf = pdf;
        this.contents = contents;
        this.dates = dates;
    }

    /** A municipality reads Latvian, whatever the language of the person or timer that delivers. */
    byte[] pdf(Consultation consultation, Position position) {
        var page = contents.of(consultation, position, LATVIAN);
        return pdf.of("consultation/position-pdf", Map.of("page", page, "dates", dates), LATVIAN);
    }

    /** As anyone may read it. */
    byte[] publicPdf(Consultation consultation, Position position) {
        var page = contents.publicOf(consultation, position, LATVIAN);
        return pdf.of("consultation/position-pdf", Map.of("page", page, "dates", dates), LATVIAN);
    }
}
