package lv.varu.portal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationBook;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import lv.varu.proposal.AnswerRecord;
import lv.varu.proposal.AnswerRecords;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Tally;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How each municipality deals with what people propose to it. */
@Controller
@RequestMapping("/pasvaldibas")
class MunicipalityController {
    private static final int PAGE = 20;
    private static final int LATE = 20;
    private static final int LAST_PAGE = 10_000;

    private final Places places;
    private final MunicipalityFigures figures;
    private final AnswerRecords records;
    private final SearchIndex index;
    private final ConsultationBook consultations;
    private final ProposalBook proposals;

    MunicipalityController(
            Places places,
            MunicipalityFigures figures,
            AnswerRecords records,
            SearchIndex index,
            ConsultationBook consultations,
            ProposalBook proposals) {
        this.places = places;
        this.figures = figures;
        this.records = records;
        this.index = index;
        this.consultations = consultations;
        this.proposals = proposals;
    }

    @GetMapping
    String list(Model model) {
        var counted = figures.all();
        model.addAttribute(
                "rows",
                places.municipalities().stream()
                        .map(place ->
                                new Row(place, counted.getOrDefault(place.code(), AnswerRecord.none(place.code()))))
                        .toList());
        model.addAttribute("fewest", AnswerRecord.FEWEST);
        return "portal/municipalities";
    }

    @GetMapping("/{code}")
    String one(
            @PathVariable String code,
            @RequestParam(name = "page", defaultValue = "0") String page,
            Model model,
            Locale locale) {
        var place = places.lookUp(code)
                .filter(found -> found.kind().isMunicipality())
                .orElseThrow(() -> new MunicipalityNotFound(code));
        var late = records.late(code, PageRequest.of(0, LATE));
        var documents = documents(code, PageRequest.of(number(page), PAGE));
        var about = consultations.find(late.stream().map(ProposalView::callId).collect(Collectors.toSet()));
        model.addAttribute("place", place);
        model.addAttribute("record", figures.of(code));
        model.addAttribute("outcomes", Outcome.ANSWERS);
        model.addAttribute("fewest", AnswerRecord.FEWEST);
        model.addAttribute("satisfaction", proposals.satisfaction(code));
        model.addAttribute("late", late);
        model.addAttribute("about", about);
        model.addAttribute("documents", documents);
        return "portal/municipality";
    }

    private Page<Document> documents(String code, Pageable page) {
        Page<UUID> ids = index.consultationsOf(code, page);
        Map<UUID, Consultation> found = consultations.find(ids.getContent());
        Map<UUID, Tally> tallies = proposals.tallies(ids.getContent());
        List<Document> shown = ids.getContent().stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(consultation -> consultation.isPublic())
                .map(consultation -> new Document(consultation, tallies.getOrDefault(consultation.id(), Tally.NONE)))
                .toList();
        return new PageImpl<>(shown, page, ids.getTotalElements());
    }

    private static int number(String page) {
        try {
            return Math.max(0, Math.min(LAST_PAGE, Integer.parseInt(page)));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** A line of the table. */
    record Row(Place place, AnswerRecord record) {}

    /** A consultation that concerns the municipality. */
    record Document(Consultation consultation, Tally tally) {}
}
