package lv.varu.consultation.position;

import java.util.Locale;
import lv.varu.consultation.Consultation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the position to its readers. */
@Component
@Transactional(readOnly = true)
class PositionReading {
    private final Positions positions;
    private final PositionContents contents;
    private final PositionDocument document;

    PositionReading(Positions positions, PositionContents contents, PositionDocument document) {
        this.positions = positions;
        this.contents = contents;
        this.document = document;
    }

    PositionContents.Page page(Consultation consultation, Locale locale) {
        return contents.publicOf(consultation, positions.of(consultation.id()), locale);
    }

    byte[] pdf(Consultation consultation) {
        return document.pdf(consultation, positions.of(consultation.id()));
    }

    byte[] publicPdf(Consultation consultation) {
        return document.publicPdf(consultation, positions.of(consultation.id()));
    }
}
