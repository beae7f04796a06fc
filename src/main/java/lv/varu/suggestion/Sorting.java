package lv.varu.suggestion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import lv.varu.calendar.Riga;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import lv.varu.directory.Topic;
import lv.varu.document.Documents;
import lv.varu.proposal.IntakeChannel;
import lv.varu.proposal.Submission;
import lv.varu.proposal.SubmissionRefused;
import lv.varu.proposal.Submitter;
import lv.varu.proposal.entry.StaffEntry;
import lv.varu.proposal.entry.StaffIntake;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a proposal of a sheet, or says why it is not one. */
@Service
@Transactional
class Sorting {
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private final SuggestionBoxes boxes;
    private final CollectionRounds rounds;
    private final Sheets sheets;
    private final StaffIntake intake;
    private final Places places;
    private final Documents documents;
    private final Trail trail;
    private final Clock clock;

    Sorting(
            SuggestionBoxes boxes,
            CollectionRounds rounds,
            Sheets sheets,
            StaffIntake intake,
            Places places,
            Documents documents,
            Trail trail,
            Clock clock) {
        this.boxes = boxes;
        this.rounds = rounds;
        this.sheets = sheets;
        this.intake = intake;
        this.places = places;
        this.documents = documents;
        this.trail = trail;
        this.clock = clock;
    }

    /** What the intake would refuse. */
    @Transactional(readOnly = true)
    public List<SubmissionRefused.Fault> faultsOf(UUID sheetId, String title, Topic topic) {
        Sheet sheet = sheets.find(sheetId).orElseThrow();
        return intake.faultsOf(entry(sheet, title, topic, List.of()));
    }

    void propose(UUID sheetId, String title, Topic topic, Person by) {
        Sheet sheet = sheets.find(sheetId).orElseThrow();
        var receipt = intake.registerScreened(entry(sheet, title, topic, photo(sheet)), "sheet-" + sheetId, by);
        sheets.became(sheetId, receipt.proposalId());
        trail.record(
                CollectionRound.keyOf(sheet.roundId()),
                "suggestion.sheetProposed",
                Map.of("number", sheet.number(), "receipt", receipt.receipt()));
    }

    void decline(UUID sheetId, String reason) {
        Sheet sheet = sheets.find(sheetId).orElseThrow();
        sheets.declined(sheetId, reason);
        trail.record(
                CollectionRound.keyOf(sheet.roundId()),
                "suggestion.sheetDeclined",
                Map.of("number", sheet.number(), "reason", reason));
    }

    private StaffEntry entry(Sheet sheet, String title, Topic topic, List<Submission.Upload> files) {
        CollectionRound round = rounds.get(sheet.roundId());
        SuggestionBox box = boxes.get(round.boxId());
        String municipality =
                places.municipalityOf(box.place()).map(Place::code).orElseThrow();
        var submission = new Submission(
                box.code(),
                IntakeChannel.BOX,
                LATVIAN,
                title,
                sheet.text().isBlank() ? title : sheet.text(),
                topic,
                municipality,
                municipality.equals(box.place()) ? null : box.place(),
                null,
                null,
                submitter(sheet),
                // Whoever puts a signed sheet into the box asks for it to be dealt with; passing on needs more.
                true,
                false,
                files,
                null);
        return new StaffEntry(
                submission, round.emptiedAt() == null ? Riga.today(clock) : Riga.dayOf(round.emptiedAt()), null, null);
    }

    private static Submitter submitter(Sheet sheet) {
        String contact = sheet.contact();
        boolean email = contact != null && contact.contains("@");
        return new Submitter(sheet.author(), email ? contact : null, email ? null : contact, null, null, false);
    }

    private List<Submission.Upload> photo(Sheet sheet) {
        UUID id = sheet.documentId();
        return id == null
                ? List.of()
                : List.of(new Submission.Upload(documents.get(id).fileName(), content(id)));
    }

    private byte[] content(UUID document) {
        try (InputStream content = documents.open(document)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String firstWords(@Nullable String text) {
        String line = Objects.requireNonNullElse(text, "").strip().replaceAll("\\s+", " ");
        int end = line.length() <= 70 ? line.length() : Math.max(40, line.lastIndexOf(' ', 70));
        return line.substring(0, Math.min(end, line.length())).replaceAll("[,.;:!?\\s]+$", "");
    }
}
