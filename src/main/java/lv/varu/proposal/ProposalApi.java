package lv.varu.proposal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lv.varu.calendar.Riga;
import lv.varu.directory.Topic;
import lv.varu.proposal.SubmissionRefused.Fault;
import lv.varu.proposal.landing.Landing;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Proposals for other programs. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "proposals")
class ProposalApi {
    private static final String KEY = "Idempotency-Key";
    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("lv"), Locale.ENGLISH);
    private static final int LARGEST_PAGE = 100;
    private static final int LONGEST_KEY = 200;

    private final IntakeDesk desk;
    private final JointIntake intake;
    private final ProposalRows rows;
    private final Calls calls;
    private final References references;
    private final Ties ties;

    ProposalApi(IntakeDesk desk, JointIntake intake, ProposalRows rows, Calls calls, References references, Ties ties) {
        this.desk = desk;
        this.intake = intake;
        this.rows = rows;
        this.calls = calls;
        this.references = references;
        this.ties = ties;
    }

    @GetMapping("/consultations/{code}/proposals")
    @Operation(summary = "Confirmed and screened proposals of a consultation, newest first")
    Listed list(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        Call call = calls.find(code).filter(Call::announced).orElseThrow(() -> new CallNotFound(code));
        var wanted = PageRequest.of(Math.max(page, 0), Math.min(Math.max(size, 1), LARGEST_PAGE));
        var found = rows.publicOf(call.id(), ProposalFilter.ALL, wanted);
        return new Listed(
                shown(found.getContent()), wanted.getPageNumber(), wanted.getPageSize(), found.getTotalElements());
    }

    /** The receipt of a proposal that nobody has looked at yet tells where it stands, not what it says. */
    @GetMapping("/proposals/{receipt}")
    @Operation(summary = "Where a proposal stands")
    Shown find(@PathVariable String receipt) {
        return Optional.of(receipt)
                .filter(Receipt::isWellFormed)
                .flatMap(rows::findByReceipt)
                .map(view -> shown(List.of(view)).get(0))
                .orElseThrow(() -> new ProposalNotFound(receipt));
    }

    /** However many, a fixed number of queries. */
    private List<Shown> shown(List<ProposalView> views) {
        var places = references.of(views.stream().map(ProposalView::id).toList());
        var tied = ties.of(views);
        return views.stream()
                .map(view -> Shown.of(
                        view,
                        view.status().isPublic() ? places.getOrDefault(view.id(), Reference.NONE) : Reference.NONE,
                        tied.getOrDefault(view.id(), Ties.Tie.NONE)))
                .toList();
    }

    @PostMapping("/consultations/{code}/proposals")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Submit a proposal",
            description = "A repeat with the same key and body gives back the first receipt and changes nothing.")
    Accepted submit(
            @PathVariable String code,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody Body body) {
        language(body).ifPresent(LocaleContextHolder::setLocale);
        Submission submission = body.submission(code, LocaleContextHolder.getLocale());
        // Most name no section, and nothing is asked for them.
        List<Section> sections = body.section() == null
                ? List.of()
                : calls.find(code).map(call -> calls.sections(call.id())).orElse(List.of());
        List<Fault> faults = faults(key, body);
        Reference.faults(body.section(), body.page(), sections)
                .forEach((field, messageKey) -> faults.add(new Fault(field, messageKey)));
        if (key == null || !faults.isEmpty()) {
            faults.addAll(desk.faultsOf(submission));
            throw new SubmissionRefused(faults);
        }
        Reference reference = Reference.of(body.section(), body.page(), sections);
        Receipt receipt = intake.submit(submission, key, reference);
        return new Accepted(receipt.receipt(), receipt.trackingUrl());
    }

    private static Optional<Locale> language(Body body) {
        return LANGUAGES.stream()
                .filter(known -> known.getLanguage().equals(body.language()))
                .findFirst();
    }

    /** What only this form of a proposal can have wrong. */
    private static List<Fault> faults(@Nullable String key, Body body) {
        List<Fault> faults = new ArrayList<>();
        if (key == null || key.isBlank()) {
            faults.add(new Fault(KEY, "proposal.fault.key.missing"));
        } else if (key.length() > LONGEST_KEY) {
            faults.add(new Fault(KEY, "proposal.fault.key.long"));
        }
        if (body.language() != null && language(body).isEmpty()) {
            faults.add(new Fault("language", "proposal.fault.language.unknown"));
        }
        if (body.knownTopic().isEmpty()) {
            boolean missing = body.topic() == null || body.topic().isBlank();
            faults.add(new Fault("topic", missing ? "proposal.fault.topic.missing" : "proposal.fault.topic.unknown"));
        }
        return faults;
    }

    record Listed(List<Shown> items, int page, int size, long total) {}

    /** What anyone may know of a proposal. */
    record Shown(
            String receipt,
            @Nullable String title,
            Topic topic,
            ProposalStatus status,
            @Nullable Outcome outcome,
            @Nullable String rationale,
            Turn whoseTurn,
            LocalDate since,
            @Nullable LocalDate nextDate,
            @Nullable String section,
            @Nullable String sectionTitle,
            @Nullable Integer draftPage,
            @Nullable String mergedInto,
            List<String> mergedHere,
            @Nullable String splitFrom,
            @Nullable Integer part,
            List<String> parts,
            @Nullable Landed landed) {

        static Shown of(ProposalView view, Reference reference, Ties.Tie tie) {
            return new Shown(
                    view.receipt(),
                    view.status().isPublic() ? view.title() : null,
                    view.topic(),
                    view.status(),
                    view.outcome(),
                    view.rationale(),
                    view.turn(),
                    Riga.dayOf(view.since()),
                    view.nextOn(),
                    reference.section(),
                    reference.title(),
                    reference.page(),
                    tie.mergedInto(),
                    tie.mergedHere(),
                    tie.splitFrom(),
                    view.part(),
                    tie.parts(),
                    Landed.of(tie.landing()));
        }
    }

    /** Where in the adopted document it can be found. */
    record Landed(String place, @Nullable String link) {
        static @Nullable Landed of(@Nullable Landing landing) {
            return landing == null ? null : new Landed(landing.place(), landing.link());
        }
    }

    record Accepted(String receipt, URI trackingUrl) {}

    /** What comes in; everything may be missing, so that the answer can name all that is wrong at once. */
    record Body(
            @Nullable String title,
            @Nullable String text,
            @Nullable String topic,
            @Nullable String municipality,
            @Nullable String place,
            @Nullable Author submitter,
            @Nullable Consents consents,
            @Nullable String language,
            @Nullable String section,
            @Nullable Integer draftPage) {

        @Nullable
        String page() {
            return draftPage == null ? null : String.valueOf(draftPage);
        }

        Submission submission(String code, Locale language) {
            return new Submission(
                    code,
                    IntakeChannel.PROGRAM,
                    language,
                    stripped(title),
                    stripped(text),
                    knownTopic().orElse(Topic.OTHER),
                    blankToNull(municipality),
                    blankToNull(place),
                    null,
                    null,
                    submitter == null ? Submitter.ANONYMOUS : submitter.submitter(),
                    consents != null && consents.processing(),
                    consents != null && consents.forwarding(),
                    List.of(),
                    null);
        }

        Optional<Topic> knownTopic() {
            return Arrays.stream(Topic.values())
                    .filter(known -> known.name().equals(topic))
                    .findFirst();
        }

        private static String stripped(@Nullable String text) {
            return text == null ? "" : text.strip();
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    record Author(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String organisation) {

        Submitter submitter() {
            return new Submitter(
                    Body.blankToNull(name),
                    Body.blankToNull(email),
                    Body.blankToNull(phone),
                    Body.blankToNull(address),
                    Body.blankToNull(organisation),
                    false);
        }
    }

    record Consents(boolean processing, boolean forwarding) {}
}
