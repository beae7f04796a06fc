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

    private final ProposalDesk desk;
    private final ProposalRows rows;
    private final Calls calls;

    ProposalApi(ProposalDesk desk, ProposalRows rows, Calls calls) {
        this.desk = desk;
        this.rows = rows;
        this.calls = calls;
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
                found.map(Shown::of).getContent(),
                wanted.getPageNumber(),
                wanted.getPageSize(),
                found.getTotalElements());
    }

    /** The receipt of a proposal that nobody has looked at yet tells where it stands, not what it says. */
    @GetMapping("/proposals/{receipt}")
    @Operation(summary = "Where a proposal stands")
    Shown find(@PathVariable String receipt) {
        return Optional.of(receipt)
                .filter(Receipt::isWellFormed)
                .flatMap(rows::findByReceipt)
                .map(Shown::of)
                .orElseThrow(() -> new ProposalNotFound(receipt));
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
        List<Fault> faults = faults(key, body);
        if (key == null || !faults.isEmpty()) {
            faults.addAll(desk.faultsOf(submission));
            throw new SubmissionRefused(faults);
        }
        Receipt receipt = desk.submit(submission, key);
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
            @Nullable LocalDate nextDate) {

        static Shown of(ProposalView view) {
            return new Shown(
                    view.receipt(),
                    view.status().isPublic() ? view.title() : null,
                    view.topic(),
                    view.status(),
                    view.outcome(),
                    view.rationale(),
                    view.turn(),
                    Riga.dayOf(view.since()),
                    view.nextOn());
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
            @Nullable String language) {

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
