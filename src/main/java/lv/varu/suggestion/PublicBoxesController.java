package lv.varu.suggestion;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalView;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The boxes of each parish, when they are emptied and what became of every sheet, for anyone. */
@Controller
class PublicBoxesController {
    private static final int PAGE = 10;

    private final SuggestionBoxes boxes;
    private final CollectionRounds rounds;
    private final Sheets sheets;
    private final ProposalBook proposals;
    private final Places places;

    PublicBoxesController(
            SuggestionBoxes boxes, CollectionRounds rounds, Sheets sheets, ProposalBook proposals, Places places) {
        this.boxes = boxes;
        this.rounds = rounds;
        this.sheets = sheets;
        this.proposals = proposals;
        this.places = places;
    }

    @GetMapping("/kastites")
    String list(Model model, Locale locale) {
        Map<String, List<Spot>> byMunicipality = new LinkedHashMap<>();
        boxes.findAll().stream()
                .filter(SuggestionBox::active)
                .map(box -> spot(box, locale))
                .sorted(Comparator.comparing(Spot::municipality, Collator.getInstance(locale))
                        .thenComparing(Spot::name, Collator.getInstance(locale)))
                .forEach(spot -> byMunicipality
                        .computeIfAbsent(spot.municipality(), name -> new ArrayList<>())
                        .add(spot));
        model.addAttribute("municipalities", byMunicipality);
        return "suggestion/public-list";
    }

    @GetMapping("/kastites/{place}")
    String parish(
            @PathVariable String place, @RequestParam(defaultValue = "0") String page, Model model, Locale locale) {
        Place parish = places.lookUp(place).orElseThrow(() -> new BoxNotFound(place));
        List<SuggestionBox> here = boxes.findByPlaceInOrderByPlaceAscIdAsc(List.of(parish.code()));
        if (here.isEmpty()) {
            throw new BoxNotFound(place);
        }
        Map<UUID, SuggestionBox> known =
                here.stream().collect(Collectors.toMap(SuggestionBox::id, Function.identity()));
        Page<CollectionRound> found = rounds.findByBoxIdInOrderByBegunOnDescIdAsc(
                known.keySet(), PageRequest.of(page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0, PAGE));
        Map<UUID, List<Sheet>> all = sheets.of(found.map(CollectionRound::id).getContent());
        Map<UUID, ProposalView> became = proposals.findPublic(all.values().stream()
                .flatMap(List::stream)
                .map(Sheet::proposalId)
                .filter(Objects::nonNull)
                .toList());
        model.addAttribute("name", places.fullName(parish.code(), locale));
        model.addAttribute(
                "spots",
                here.stream()
                        .filter(SuggestionBox::active)
                        .map(box -> spot(box, locale))
                        .toList());
        model.addAttribute("partnership", here.get(0).partnership());
        model.addAttribute(
                "found",
                found.map(round -> new Shown(
                        round.begunOn(),
                        round.state(),
                        Objects.requireNonNull(known.get(round.boxId())).spot(),
                        all.getOrDefault(round.id(), List.of()).stream()
                                .map(sheet -> shown(
                                        sheet,
                                        sheet.proposalId() == null ? null : became.get(sheet.proposalId()),
                                        Objects.requireNonNull(known.get(round.boxId()))
                                                .code()))
                                .toList())));
        return "suggestion/parish";
    }

    /** The text of a sheet is nobody's to read until staff have looked at it as a proposal. */
    private static ShownSheet shown(Sheet sheet, @Nullable ProposalView proposal, String code) {
        boolean open = proposal != null && proposal.status().isPublic();
        return new ShownSheet(sheet.number(), sheet.fate(), sheet.reason(), open ? proposal : null, code);
    }

    private Spot spot(SuggestionBox box, Locale locale) {
        return new Spot(
                box.place(),
                places.find(box.place()).name(locale),
                places.municipalityOf(box.place())
                        .map(place -> place.name(locale))
                        .orElse(""),
                box.spot(),
                box.code(),
                box.nextOn());
    }

    /** A box that hangs somewhere. */
    record Spot(String place, String name, String municipality, String spot, String code, LocalDate nextOn) {}

    /** A round as anyone may see it. */
    record Shown(LocalDate on, RoundState state, String spot, List<ShownSheet> sheets) {}

    record ShownSheet(
            int number,
            Sheet.Fate fate,
            @Nullable String reason,
            @Nullable ProposalView proposal,
            String code) {}
}
