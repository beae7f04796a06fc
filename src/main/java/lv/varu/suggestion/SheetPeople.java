package lv.varu.suggestion;

import java.util.List;
import java.util.UUID;
import lv.varu.audit.Trail;
import lv.varu.calendar.Riga;
import lv.varu.privacy.Finding;
import lv.varu.privacy.PersonalData;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who signed sheets with an e-mail address; the sheet stays without its author. */
@Component
class SheetPeople implements PersonalData {
    private static final String KIND = "suggestion-sheet";

    private final Sheets sheets;
    private final CollectionRounds rounds;
    private final Trail trail;

    SheetPeople(Sheets sheets, CollectionRounds rounds, Trail trail) {
        this.sheets = sheets;
        this.rounds = rounds;
        this.trail = trail;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> find(String email) {
        return sheets.ofContact(email).stream()
                .map(sheet -> Finding.of(
                                KIND,
                                sheet.id(),
                                CollectionRound.keyOf(sheet.roundId()),
                                Riga.startOf(rounds.get(sheet.roundId()).begunOn()))
                        .with("sheetText", sheet.text())
                        .with("sheetAuthor", sheet.author())
                        .losesPerson("sheet")
                        .done())
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String email, List<Finding> findings) {
        findings.forEach(finding -> sheets.forgetAuthor(UUID.fromString(finding.id())));
        trail.erasePersonal(findings.stream().map(Finding::about).distinct().toList(), email);
    }
}
