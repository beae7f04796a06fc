package lv.varu.commitment;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lv.varu.calendar.Riga;
import lv.varu.commitment.CommitmentRows.Filter;
import lv.varu.commitment.CommitmentRows.Row;
import lv.varu.commitment.CommitmentRows.Sum;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import lv.varu.document.Documents;
import lv.varu.proposal.Call;
import lv.varu.proposal.Calls;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalView;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What municipalities promised and what has been done, for anyone. */
@Controller
@RequestMapping("/paveiktais")
class PublicCommitmentsController {
    private static final int PAGE = 20;
    private static final int LAST_PAGE = 100_000;

    private final CommitmentRows rows;
    private final NewsRows news;
    private final ProposalBook proposals;
    private final Calls calls;
    private final Places places;
    private final Documents documents;
    private final Clock clock;

    PublicCommitmentsController(
            CommitmentRows rows,
            NewsRows news,
            ProposalBook proposals,
            Calls calls,
            Places places,
            Documents documents,
            Clock clock) {
        this.rows = rows;
        this.news = news;
        this.proposals = proposals;
        this.calls = calls;
        this.places = places;
        this.documents = documents;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(name = "pasvaldiba", required = false) @Nullable String municipality,
            @RequestParam(name = "gads", required = false) @Nullable String year,
            @RequestParam(name = "stavoklis", required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") String page,
            Model model,
            Locale locale) {
        var today = Riga.today(clock);
        Filter filter = new Filter(
                PromiseForm.text(q),
                places.lookUp(PromiseForm.text(municipality)).map(Place::code).orElse(null),
                number(year, 9999),
                Stream.of(CommitmentState.values())
                        .filter(known -> known.isPublic() && known.name().equals(state))
                        .findFirst()
                        .orElse(null),
                false);
        Page<Row> found = rows.publicOf(
                filter, today, PageRequest.of(Objects.requireNonNullElse(number(page, LAST_PAGE), 0), PAGE));
        Map<CommitmentState, Sum> sums = rows.sums(filter, today);
        model.addAttribute("q", q);
        model.addAttribute("today", today);
        model.addAttribute("filter", filter);
        model.addAttribute("found", found.map(Row::id));
        model.addAttribute("cards", cards(found.getContent(), locale));
        model.addAttribute("sums", sums);
        model.addAttribute("total", sums.values().stream().mapToLong(Sum::count).sum());
        model.addAttribute("amount", sums.values().stream().map(Sum::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        model.addAttribute("states", CommitmentState.PUBLIC);
        model.addAttribute("years", rows.years());
        model.addAttribute("municipalities", municipalities(locale));
        return "commitment/public-list";
    }

    @GetMapping("/faili/{id}")
    ResponseEntity<Resource> file(@PathVariable UUID id) {
        if (!news.isPublic(id)) {
            throw new CommitmentNotFound(id.toString());
        }
        return documents.serve(id);
    }

    private List<Card> cards(List<Row> found, Locale locale) {
        Map<UUID, ProposalView> about =
                proposals.findPublic(found.stream().map(Row::proposalId).toList());
        Map<UUID, Call> known =
                calls.find(found.stream().map(Row::callId).distinct().toList());
        Map<UUID, News> latest = news.latest(found.stream().map(Row::id).toList());
        return found.stream()
                .map(row -> new Card(
                        row,
                        places.find(row.municipality()).name(locale),
                        about.get(row.proposalId()),
                        known.get(row.callId()),
                        latest.get(row.id())))
                .toList();
    }

    private Map<String, String> municipalities(Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.concat(places.municipalities().stream(), places.all().stream().filter(Place::isLarger))
                .forEach(place -> names.put(place.code(), place.name(locale)));
        return names;
    }

    // An address that somebody has mended by hand shows the list rather than an error.
    private static @Nullable Integer number(@Nullable String typed, int most) {
        return typed != null && typed.matches("\\d{1,6}") ? Math.min(most, Integer.parseInt(typed)) : null;
    }

    /**
     * One promise in the list.
     *
     * @param proposal as anyone may read it
     */
    record Card(
            Row row,
            String place,
            @Nullable ProposalView proposal,
            @Nullable Call call,
            @Nullable News latest) {}
}
