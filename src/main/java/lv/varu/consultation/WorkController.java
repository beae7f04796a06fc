package lv.varu.consultation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lv.varu.account.Person;
import lv.varu.account.SignedIn;
import lv.varu.directory.Partnership;
import lv.varu.directory.Partnerships;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What staff see of consultations. */
@Controller
@RequestMapping("/darbs/apspriesanas")
class WorkController {
    private static final int ROWS = 20;
    private static final Sort LATEST_FIRST = Sort.by(Sort.Order.desc("closesOn"), Sort.Order.asc("id"));

    private final ConsultationBook book;
    private final ConsultationSheet sheet;
    private final ConsultationNames names;
    private final Partnerships partnerships;
    private final ProposalBook proposals;
    private final SignedIn signedIn;

    WorkController(
            ConsultationBook book,
            ConsultationSheet sheet,
            ConsultationNames names,
            Partnerships partnerships,
            ProposalBook proposals,
            SignedIn signedIn) {
        this.book = book;
        this.sheet = sheet;
        this.names = names;
        this.partnerships = partnerships;
        this.proposals = proposals;
        this.signedIn = signedIn;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "statuss") Optional<ConsultationStatus> status,
            @RequestParam(name = "partneriba") Optional<String> partnership,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale locale) {
        var by = signedIn.required();
        var owner = visible(by, partnership);
        var filter = new ConsultationFilter(q, owner, status.map(Set::of).orElse(Set.of()));
        var found = book.list(filter, PageRequest.of(Math.max(page, 0), ROWS, LATEST_FIRST));
        model.addAttribute("page", found);
        model.addAttribute("rows", rows(found, locale));
        model.addAttribute("q", q);
        model.addAttribute("status", status.orElse(null));
        model.addAttribute("owner", owner);
        model.addAttribute("counts", book.counts(filter));
        model.addAttribute("statuses", ConsultationStatus.values());
        model.addAttribute("partnerships", by.isAdministrator() ? partnerships.all() : List.<Partnership>of());
        model.addAttribute("narrowed", !q.isBlank() || status.isPresent() || partnership.isPresent());
        return "consultation/list";
    }

    /** A partnership sees its own cases; an administrator sees all, or those asked for. */
    private static @Nullable String visible(Person by, Optional<String> asked) {
        return by.isAdministrator() ? asked.filter(code -> !code.isEmpty()).orElse(null) : by.partnership();
    }

    private List<Row> rows(Page<Consultation> found, Locale locale) {
        Map<?, Tally> tallies =
                proposals.tallies(found.stream().map(Consultation::id).collect(Collectors.toSet()));
        return found.stream()
                .map(consultation -> new Row(
                        consultation,
                        String.join(", ", names.hosts(consultation, locale)),
                        tallies.getOrDefault(consultation.id(), Tally.NONE)))
                .toList();
    }

    /** A line of the list. */
    record Row(Consultation consultation, String hosts, Tally proposals) {}

    @GetMapping("/{code}")
    String show(@PathVariable String code, Model model, Locale locale) {
        var by = signedIn.required();
        var consultation = sheet.get(code, by);
        model.addAllAttributes(sheet.model(consultation, by, locale));
        return "consultation/detail";
    }

    @GetMapping("/{code}/parskats")
    String report(@PathVariable String code, @RequestParam(defaultValue = "0") int page, Model model, Locale locale) {
        var consultation = sheet.get(code, signedIn.required());
        model.addAllAttributes(sheet.report(consultation, PageRequest.of(Math.max(page, 0), ROWS), locale));
        return "consultation/report-preview";
    }
}
