package lv.varu.consultation.position;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lv.varu.calendar.LatvianDates;
import lv.varu.calendar.Riga;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.paper.WordForm;
import lv.varu.consultation.paper.WordForms;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The position as a Word document, laid out as the leading partnership wants it. */
@Component
@Transactional(readOnly = true)
class PositionPaper {
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private final Positions positions;
    private final PositionContents contents;
    private final WordForms forms;
    private final LatvianDates dates;
    private final MessageSource messages;
    private final Clock clock;

    PositionPaper(
            Positions positions,
            PositionContents contents,
            WordForms forms,
            LatvianDates dates,
            MessageSource messages,
            Clock clock) {
        this.positions = positions;
        this.contents = contents;
        this.forms = forms;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
    }

    byte[] docx(Consultation consultation) {
        return filled(contents.of(consultation, positions.of(consultation.id()), LATVIAN));
    }

    /** As anyone may read it. */
    byte[] publicDocx(Consultation consultation) {
        return filled(contents.publicOf(consultation, positions.of(consultation.id()), LATVIAN));
    }

    private byte[] filled(PositionContents.Page page) {
        return forms.fill(
                page.consultation().lead(), WordForm.POSITION, values(page), Map.of("priekslikumi", proposals(page)));
    }

    private Map<String, String> values(PositionContents.Page page) {
        var consultation = page.consultation();
        var delivered = consultation.deliveredAt();
        Map<String, String> values = new HashMap<>();
        values.put("nosaukums", consultation.title());
        values.put("kods", consultation.code());
        values.put("dokumenta_veids", text("consultation.type." + consultation.documentType()));
        values.put("adresati", String.join(", ", page.names().hosts()));
        values.put("partneribas", String.join(", ", page.names().owners()));
        values.put("apspriesana", dates.period(consultation.opensOn(), consultation.closesOn(), LATVIAN));
        values.put("datums", dates.date(delivered == null ? Riga.today(clock) : Riga.dayOf(delivered), LATVIAN));
        values.put("ievads", page.introduction());
        values.put("viedoklis", page.ownView());
        values.put("neieklauti", page.leftOut() == 0 ? "" : text("consultation.position.leftOutCount", page.leftOut()));
        values.put("priekslikumu_skaits", String.valueOf(page.told()));
        return values;
    }

    /** The name of a group only before its first proposal. */
    private List<Map<String, String>> proposals(PositionContents.Page page) {
        List<Map<String, String>> told = new ArrayList<>();
        for (var group : page.groups()) {
            String heading = group.name();
            for (ProposalView proposal : group.proposals()) {
                told.add(Map.of(
                        "grupa", heading,
                        "numurs", Objects.toString(proposal.number(), ""),
                        "virsraksts", proposal.title(),
                        "teksts", proposal.text(),
                        "temats", text("directory.topic." + proposal.topic()),
                        "lappuse", page(page.references().get(proposal.id()))));
                heading = "";
            }
        }
        return told;
    }

    private String page(@Nullable Reference reference) {
        return reference == null || reference.page() == null
                ? ""
                : text("proposal.reference.page.short", reference.page());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LATVIAN);
    }
}
