package lv.varu.consultation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.SignedIn;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.answer.AnswerRelease;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff publish some answers now and the rest later, having seen what will be read. */
@Controller
@RequestMapping("/darbs/apspriesanas/{code}/atbildes")
class AnswersController {
    private static final Logger log = LoggerFactory.getLogger(AnswersController.class);
    private static final int PAGE = 25;

    private final ConsultationSheet sheet;
    private final AnswerPublishing publishing;
    private final AnswerRelease release;
    private final ProposalBook proposals;
    private final SignedIn signedIn;

    AnswersController(
            ConsultationSheet sheet,
            AnswerPublishing publishing,
            AnswerRelease release,
            ProposalBook proposals,
            SignedIn signedIn) {
        this.sheet = sheet;
        this.publishing = publishing;
        this.release = release;
        this.proposals = proposals;
        this.signedIn = signedIn;
    }

    @GetMapping
    String list(@PathVariable String code, @RequestParam(defaultValue = "0") int page, Model model) {
        return show(get(code), Set.of(), List.of(), page, model);
    }

    @GetMapping("/{proposal}")
    String preview(@PathVariable String code, @PathVariable UUID proposal, Model model) {
        var consultation = get(code);
        model.addAttribute("consultation", consultation);
        model.addAttribute("letter", release.letter(consultation.id(), proposal).orElse(null));
        model.addAttribute("one", proposals.find(proposal).orElseThrow(() -> new ConsultationNotFound(code)));
        return "consultation/answers-letter";
    }

    @PostMapping
    String publish(
            @PathVariable String code,
            @RequestParam(name = "proposal", required = false) @Nullable List<UUID> chosen,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var consultation = get(code);
        var wanted = new LinkedHashSet<>(chosen == null ? List.<UUID>of() : chosen);
        if (wanted.isEmpty()) {
            model.addAttribute("nothingChosen", true);
            return show(consultation, Set.of(), List.of(), page, model);
        }
        var known = proposals.find(wanted);
        List<Result> results = new ArrayList<>();
        for (UUID id : wanted) {
            var proposal = known.get(id);
            if (proposal != null) {
                results.add(new Result(proposal, publish(consultation, id)));
            }
        }
        int published = (int) results.stream()
                .filter(result -> result.what() == What.PUBLISHED)
                .count();
        if (published > 0) {
            publishing.recordSome(consultation.id(), published);
        }
        var failed = results.stream()
                .filter(result -> result.what() == What.FAILED)
                .map(result -> result.proposal().id())
                .collect(Collectors.toSet());
        return show(consultation, failed, results, page, model);
    }

    /** Each on its own, so that one that fails holds up no other. */
    private What publish(Consultation consultation, UUID proposal) {
        try {
            return publishing.publish(consultation.id(), proposal) ? What.PUBLISHED : What.ALREADY;
        } catch (RuntimeException e) {
            log.error("The answer to {} could not be published", proposal, e);
            return What.FAILED;
        }
    }

    private Consultation get(String code) {
        var consultation = sheet.get(code, signedIn.required());
        if (!AnswerPublishing.mayPublish(consultation)) {
            throw new Consultation.WrongStatus(consultation.id(), consultation.status());
        }
        return consultation;
    }

    private String show(Consultation consultation, Set<UUID> ticked, List<Result> results, int page, Model model) {
        model.addAttribute("consultation", consultation);
        model.addAttribute("ticked", ticked);
        model.addAttribute("results", results);
        model.addAttribute("unanswered", proposals.unanswered(consultation.id()));
        model.addAttribute("ready", release.ready(consultation.id(), PageRequest.of(Math.max(0, page), PAGE)));
        return "consultation/answers";
    }

    /** What became of one. */
    record Result(ProposalView proposal, What what) {}

    /** Named by {@code consultation.answers.result.PUBLISHED}. */
    enum What {
        PUBLISHED,
        ALREADY,
        FAILED
    }
}
