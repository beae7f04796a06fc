package lv.varu.proposal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lv.varu.directory.Topic;
import lv.varu.document.Document;
import lv.varu.document.Documents;
import lv.varu.proposal.PublicProposals.PublicProposal;
import lv.varu.proposal.answer.AnswerFiles;
import lv.varu.proposal.merging.Kin;
import lv.varu.proposal.merging.Sequels;
import lv.varu.proposal.support.SupportDesk;
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

/** What was proposed in a consultation, and what became of it, for anyone. */
@Controller
@RequestMapping("/apspriesanas/{code}/priekslikumi")
class PublicProposalsController {
    private static final int PAGE = 20;
    private static final int LAST_PAGE = 100_000;

    private final Calls calls;
    private final PublicProposals proposals;
    private final Offers offers;
    private final Sequels sequels;
    private final SupportDesk support;
    private final Kin kin;
    private final PublicCopyDesk copies;
    private final AnswerFiles answerFiles;
    private final Documents documents;

    PublicProposalsController(
            Calls calls,
            PublicProposals proposals,
            Offers offers,
            Sequels sequels,
            SupportDesk support,
            Kin kin,
            PublicCopyDesk copies,
            AnswerFiles answerFiles,
            Documents documents) {
        this.calls = calls;
        this.proposals = proposals;
        this.offers = offers;
        this.sequels = sequels;
        this.support = support;
        this.kin = kin;
        this.copies = copies;
        this.answerFiles = answerFiles;
        this.documents = documents;
    }

    @GetMapping
    String list(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(name = "tema", required = false) @Nullable String topic,
            @RequestParam(name = "statuss", required = false) @Nullable String status,
            @RequestParam(name = "iznakums", required = false) @Nullable String outcome,
            @RequestParam(name = "sadala", required = false) @Nullable String section,
            @RequestParam(defaultValue = "0") String page,
            Model model,
            Locale locale) {
        Call call = announced(code);
        List<Section> sections = calls.sections(call.id());
        ProposalFilter filter = new ProposalFilter(
                q == null || q.isBlank() ? null : q.strip(),
                call.id(),
                null,
                named(Topic.values(), topic).orElse(null),
                named(ProposalStatus.values(), status)
                        .filter(ProposalStatus::isPublic)
                        .orElse(null),
                named(Outcome.values(), outcome).orElse(null),
                false,
                sections.stream()
                        .map(Section::code)
                        .filter(known -> known.equals(section))
                        .findFirst()
                        .orElse(null),
                null);
        Page<PublicProposal> found = proposals.of(call.id(), filter, PageRequest.of(number(page), PAGE), locale);
        show(call, model);
        model.addAttribute("q", q);
        model.addAttribute("filter", filter);
        model.addAttribute("narrowed", !filter.equals(ProposalFilter.of(call.id())));
        model.addAttribute("found", found);
        model.addAttribute("cutOff", ProposalRows.isCutOff(filter, found));
        model.addAttribute("topics", Topic.values());
        model.addAttribute("sections", sections);
        model.addAttribute("statuses", ProposalStatus.PUBLIC);
        model.addAttribute("outcomes", Outcome.values());
        return "proposal/proposals";
    }

    @GetMapping("/{receipt}")
    String one(@PathVariable String code, @PathVariable String receipt, Model model, Locale locale) {
        Call call = announced(code);
        if (proposals.isWithdrawn(receipt)) {
            show(call, model);
            return "proposal/public-withdrawn";
        }
        PublicProposal found = proposals
                .find(receipt, locale)
                .filter(one -> one.proposal().callId().equals(call.id()))
                .orElseThrow(() -> new ProposalNotFound(receipt));
        UUID whole = found.proposal().splitFrom();
        if (whole != null) {
            Integer part = found.proposal().part();
            return "redirect:/apspriesanas/" + code + "/priekslikumi/" + proposals.receiptOf(whole)
                    + (part == null ? "" : "#dala-" + part);
        }
        show(call, model);
        model.addAttribute("related", kin.publicly(found.proposal(), locale));
        model.addAttribute("one", found);
        model.addAttribute("proposal", found.proposal());
        model.addAttribute("hidden", copies.reasons(found.proposal().id()));
        model.addAttribute("backing", support.backing(found.proposal(), call, false));
        model.addAttribute("offer", offers.publicOf(found.proposal().id()));
        model.addAttribute("sequels", sequels.of(found.proposal().id()));
        return "proposal/public";
    }

    @GetMapping("/{receipt}/faili/{file}")
    ResponseEntity<Resource> answerFile(
            @PathVariable String code, @PathVariable String receipt, @PathVariable UUID file, Locale locale) {
        Call call = announced(code);
        return proposals
                .find(receipt, locale)
                .map(PublicProposal::proposal)
                .filter(proposal -> proposal.callId().equals(call.id()))
                .flatMap(proposal -> answerFiles.published(proposal).stream()
                        .map(Document::id)
                        .filter(file::equals)
                        .findFirst())
                .map(documents::serve)
                .orElseThrow(() -> new ProposalNotFound(receipt));
    }

    private Call announced(String code) {
        return calls.find(code).filter(Call::announced).orElseThrow(() -> new CallNotFound(code));
    }

    private static void show(Call call, Model model) {
        model.addAttribute("call", call);
        model.addAttribute("partnership", call.lead());
    }

    // An address that somebody has mended by hand shows the list rather than an error.
    private static <T extends Enum<T>> Optional<T> named(T[] values, @Nullable String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    private static int number(String page) {
        try {
            return Math.max(0, Math.min(LAST_PAGE, Integer.parseInt(page)));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
