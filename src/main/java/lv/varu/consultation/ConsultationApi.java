package lv.varu.consultation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lv.varu.consultation.section.DraftSection;
import lv.varu.consultation.section.DraftSections;
import lv.varu.proposal.ProposalBook;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Consultations for other programs. */
@RestController
@RequestMapping(path = "/api/v1/consultations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Consultations", description = "Planning documents that are, were or will be open for comment")
class ConsultationApi {
    private static final CacheControl SHORTLY =
            CacheControl.maxAge(Duration.ofSeconds(30)).cachePublic();

    private final Portal portal;
    private final ProposalBook proposals;
    private final DraftSections sections;
    private final MessageSource messages;

    ConsultationApi(Portal portal, ProposalBook proposals, DraftSections sections, MessageSource messages) {
        this.portal = portal;
        this.proposals = proposals;
        this.sections = sections;
        this.messages = messages;
    }

    @GetMapping
    @Operation(
            summary = "List consultations",
            description = "Announced ones and later; open ones first, then announced ones, then the latest")
    ResponseEntity<Listing> list(@ParameterObject @Valid @ModelAttribute("consultations") Query query, Locale locale) {
        var found = portal.cards(query.filter(), PageRequest.of(query.number(), query.length()), locale);
        return ResponseEntity.ok()
                .cacheControl(SHORTLY)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(new Listing(
                        found.map(Item::of).getContent(), query.number(), query.length(), found.getTotalElements()));
    }

    @GetMapping("/{code}")
    @Operation(summary = "Read one consultation")
    ResponseEntity<Item> one(@PathVariable String code, Locale locale) {
        var consultation = portal.get(code);
        var counts = proposals.tallies(List.of(consultation.id()));
        return ResponseEntity.ok()
                .cacheControl(SHORTLY)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(Item.of(portal.card(consultation, counts, locale)));
    }

    @GetMapping("/{code}/sections")
    @Operation(
            summary = "List the sections of the draft",
            description = "What a proposal can refer to by the number of its section; in the order of the document")
    ResponseEntity<SectionListing> sections(
            @PathVariable String code, @ParameterObject @Valid @ModelAttribute("sections") Slice slice) {
        var found = sections.findByConsultationIdOrderByPositionAscIdAsc(
                portal.get(code).id(), PageRequest.of(slice.number(), slice.length()));
        return ResponseEntity.ok()
                .cacheControl(SHORTLY)
                .body(new SectionListing(
                        found.map(Section::of).getContent(), slice.number(), slice.length(), found.getTotalElements()));
    }

    @ExceptionHandler
    ProblemDetail refused(MethodArgumentNotValidException refused, Locale locale) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, messages.getMessage("consultation.portal.api.invalid", null, locale));
        problem.setTitle(messages.getMessage("consultation.portal.api.invalid.title", null, locale));
        problem.setProperty(
                "errors",
                refused.getFieldErrors().stream()
                        .map(error -> new FieldFault(error.getField(), messages.getMessage(error, locale)))
                        .toList());
        return problem;
    }

    private record FieldFault(String field, String message) {}

    /** What a list is narrowed to. */
    record Query(
            @Parameter(description = "Number of the page, from 0") @Min(0) @Max(1_000_000) @Nullable
            Integer page,

            @Parameter(description = "Entries on a page") @Min(1) @Max(100) @Nullable
            Integer size,

            @Nullable ConsultationStatus status,

            @Parameter(description = "Code of a municipality, for example PREILI") @Nullable
            String municipality) {

        int number() {
            return page == null ? 0 : page;
        }

        int length() {
            return size == null ? 20 : size;
        }

        PortalFilter filter() {
            Set<ConsultationStatus> statuses = status == null ? ConsultationStatus.PUBLIC : EnumSet.of(status);
            return new PortalFilter(statuses, municipality, null);
        }
    }

    /** A page of what needs no narrowing. */
    record Slice(
            @Parameter(description = "Number of the page, from 0") @Min(0) @Max(1_000_000) @Nullable
            Integer page,

            @Parameter(description = "Entries on a page") @Min(1) @Max(500) @Nullable
            Integer size) {

        int number() {
            return page == null ? 0 : page;
        }

        int length() {
            return size == null ? 100 : size;
        }
    }

    record SectionListing(List<Section> items, int page, int size, long total) {}

    /** @param page on which it begins in the draft document */
    record Section(String code, String title, @Nullable Integer page) {
        static Section of(DraftSection section) {
            return new Section(section.code(), section.title(), section.page());
        }
    }

    record Listing(List<Item> items, int page, int size, long total) {}

    /** A consultation as other programs read it. */
    record Item(
            String code,
            String title,
            DocumentType documentType,
            ConsultationStatus status,
            LocalDate opensOn,
            LocalDate closesOn,
            List<Portal.Host> municipalities,
            long proposalCount) {

        static Item of(Portal.Card card) {
            return new Item(
                    card.code(),
                    card.title(),
                    card.documentType(),
                    card.status(),
                    card.opensOn(),
                    card.closesOn(),
                    card.hosts(),
                    card.proposals());
        }
    }
}
