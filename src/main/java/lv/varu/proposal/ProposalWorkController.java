package lv.varu.proposal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.account.SignedIn;
import lv.varu.audit.CaseKey;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import lv.varu.document.Document;
import lv.varu.document.Documents;
import lv.varu.mail.Correspondence;
import lv.varu.proposal.answer.AnswerFiles;
import lv.varu.proposal.author.Ratings;
import lv.varu.proposal.dialogue.Remarks;
import lv.varu.proposal.merging.Kin;
import lv.varu.proposal.merging.Sequels;
import lv.varu.proposal.support.Supporters;
import lv.varu.proposal.theme.Theme;
import lv.varu.proposal.theme.Themes;
import lv.varu.task.TaskDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.Resource;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The staff's list of proposals, and one proposal with all that is known of it. */
@Controller
@RequestMapping("/darbs/priekslikumi")
class ProposalWorkController {
    private static final int PAGE = 25;
    private static final int LETTERS = 20;

    private final ProposalRows rows;
    private final ProposalSheets sheets;
    private final Kin kin;
    private final Ratings ratings;
    private final Remarks remarks;
    private final References references;
    private final Calls calls;
    private final Places places;
    private final Documents documents;
    private final AnswerFiles answerFiles;
    private final TaskDesk tasks;
    private final Sequels sequels;
    private final Themes themes;
    private final Supporters supporters;
    private final Correspondence correspondence;
    private final SignedIn signedIn;

    ProposalWorkController(
            ProposalRows rows,
            ProposalSheets sheets,
            Kin kin,
            Ratings ratings,
            Remarks remarks,
            References references,
            Calls calls,
            Places places,
            Documents documents,
            AnswerFiles answerFiles,
            TaskDesk tasks,
            Sequels sequels,
            Themes themes,
            Supporters supporters,
            Correspondence correspondence,
            SignedIn signedIn) {
        this.rows = rows;
        this.sheets = sheets;
        this.kin = kin;
        this.ratings = ratings;
        this.remarks = remarks;
        this.references = references;
        this.calls = calls;
        this.places = places;
        this.documents = documents;
        this.answerFiles = answerFiles;
        this.tasks = tasks;
        this.sequels = sequels;
        this.themes = themes;
        this.supporters = supporters;
        this.correspondence = correspondence;
        this.signedIn = signedIn;
    }

    /** What the list is narrowed to, as the address says it. */
    record Search(
            @Nullable String q,
            @Nullable UUID apspriesana,
            @Nullable ProposalStatus statuss,
            @Nullable String pasvaldiba,
            @Nullable Boolean kave,
            @Nullable String sadala,
            @Nullable UUID tema) {

        ProposalFilter filter() {
            return new ProposalFilter(
                    q,
                    apspriesana,
                    pasvaldiba == null || pasvaldiba.isBlank() ? null : pasvaldiba,
                    null,
                    statuss,
                    null,
                    late(),
                    section(),
                    tema);
        }

        // Sections of different documents may have the same code.
        private @Nullable String section() {
            return apspriesana == null || sadala == null || sadala.isBlank() ? null : sadala;
        }

        private boolean late() {
            return Boolean.TRUE.equals(kave);
        }

        public boolean isNarrow() {
            return q != null && !q.isBlank()
                    || !filter().equals(new ProposalFilter(q, null, null, null, null, null, false));
        }
    }

    @GetMapping
    String list(Search search, @RequestParam(defaultValue = "0") int page, Model model) {
        String partnership = partnershipOf(signedIn.required());
        var found = rows.list(partnership, search.filter(), PageRequest.of(Math.max(page, 0), PAGE));
        Map<UUID, Call> known = calls.find(rows.callIds());
        model.addAttribute("found", found);
        model.addAttribute("cutOff", ProposalRows.isCutOff(search.filter(), found));
        model.addAttribute("search", search);
        model.addAttribute("calls", known);
        model.addAttribute("callChoices", visible(known.values(), partnership));
        model.addAttribute("statuses", ProposalStatus.CONFIRMED);
        model.addAttribute(
                "references", references.of(found.map(ProposalView::id).getContent()));
        model.addAttribute(
                "sections", search.apspriesana == null ? Map.of() : sectionsOf(search.apspriesana, known, partnership));
        model.addAttribute("themes", themesOf(search.apspriesana, known, partnership));
        model.addAttribute("municipalities", municipalities());
        return "proposal/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        ProposalSheet sheet = permitted(id);
        model.addAttribute("sheet", sheet);
        model.addAttribute("family", kin.of(sheet.proposal()));
        model.addAttribute("reason", sheet.setAsideReason());
        model.addAttribute("partnership", sheet.call().lead());
        model.addAttribute("remarks", remarks.counts(List.of(id)).getOrDefault(id, 0L));
        model.addAttribute("rating", ratings.of(id).orElse(null));
        model.addAttribute("tasks", tasks.open(Proposal.keyOf(id)));
        model.addAttribute("sequels", sequels.of(id));
        model.addAttribute("letters", correspondence.about(cases(id), LETTERS));
        return "proposal/show";
    }

    /** The letters of those who support it are about their support. */
    private List<CaseKey> cases(UUID id) {
        return Stream.concat(Stream.of(Proposal.keyOf(id)), supporters.cases(id).stream())
                .toList();
    }

    @GetMapping("/{id}/faili/{file}")
    ResponseEntity<Resource> file(@PathVariable UUID id, @PathVariable UUID file) {
        ProposalSheet sheet = permitted(id);
        return Stream.concat(sheet.files().stream(), answerFiles.sent(sheet.proposal()).stream())
                .map(Document::id)
                .filter(file::equals)
                .findFirst()
                .map(documents::serve)
                .orElseThrow(() -> new ProposalNotFound(file));
    }

    private ProposalSheet permitted(UUID id) {
        Person person = signedIn.required();
        ProposalSheet sheet = sheets.of(id);
        if (sheet.call().owners().stream().noneMatch(person::worksFor)) {
            throw new NotAllowed();
        }
        return sheet;
    }

    private static @Nullable String partnershipOf(Person person) {
        return person.isAdministrator() ? null : person.partnership();
    }

    private static Map<UUID, String> visible(Collection<Call> calls, @Nullable String partnership) {
        Map<UUID, String> choices = new LinkedHashMap<>();
        calls.stream()
                .filter(call -> partnership == null || call.owners().contains(partnership))
                .sorted((a, b) -> b.opensAt().compareTo(a.opensAt()))
                .forEach(call -> choices.put(call.id(), call.title()));
        return choices;
    }

    private Map<String, String> sectionsOf(UUID callId, Map<UUID, Call> known, @Nullable String partnership) {
        Call call = known.get(callId);
        return call == null || partnership != null && !call.owners().contains(partnership)
                ? Map.of()
                : references.choices(callId);
    }

    private List<Theme> themesOf(@Nullable UUID callId, Map<UUID, Call> known, @Nullable String partnership) {
        return callId == null || !visible(known.values(), partnership).containsKey(callId)
                ? List.of()
                : themes.of(callId);
    }

    private Map<String, String> municipalities() {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.concat(places.municipalities().stream(), places.all().stream().filter(Place::isLarger))
                .forEach(place -> names.put(place.code(), place.name(LocaleContextHolder.getLocale())));
        return names;
    }
}
