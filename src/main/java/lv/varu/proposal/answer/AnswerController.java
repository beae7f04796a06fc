package lv.varu.proposal.answer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.varu.account.LinkGone;
import lv.varu.audit.CaseKey;
import lv.varu.calendar.Riga;
import lv.varu.document.Document;
import lv.varu.document.Documents;
import lv.varu.proposal.Call;
import lv.varu.proposal.Offers;
import lv.varu.proposal.Offers.Offer;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.OutcomeRoute;
import lv.varu.proposal.PlaceChoices;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalNotFound;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Reply;
import lv.varu.proposal.answer.AnswerDesk.AnswerSheet;
import lv.varu.proposal.answer.AnswerDesk.RepliesIncomplete;
import lv.varu.proposal.answer.AnswerDesk.WaitingProposal;
import lv.varu.proposal.dialogue.Remarks;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The one page on which a municipal contact answers, opened by the link of a letter. */
@Controller
@RequestMapping("/atbilde/{token}")
class AnswerController {
    /** So few fit on a screen unfolded. */
    private static final int FEW = 2;

    private final AnswerDesk desk;
    private final AnswerTexts texts;
    private final Remarks remarks;
    private final AnswerFiles answerFiles;
    private final Attached attached;
    private final Documents documents;
    private final PlaceChoices places;
    private final Offers offers;
    private final MessageSource messages;
    private final Clock clock;

    AnswerController(
            AnswerDesk desk,
            AnswerTexts texts,
            Remarks remarks,
            AnswerFiles answerFiles,
            Attached attached,
            Documents documents,
            PlaceChoices places,
            Offers offers,
            MessageSource messages,
            Clock clock) {
        this.desk = desk;
        this.texts = texts;
        this.remarks = remarks;
        this.answerFiles = answerFiles;
        this.attached = attached;
        this.documents = documents;
        this.places = places;
        this.offers = offers;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String open(@PathVariable String token, Model model, Locale locale) {
        try {
            return page(token, new Kept(desk.open(token), Map.of(), Map.of()), Map.of(), model, locale);
        } catch (LinkGone gone) {
            if (gone.reason() == LinkGone.Reason.EXPIRED) {
                return "redirect:/atbilde/" + token + "/jauna";
            }
            throw gone;
        }
    }

    // Also what a request without a button means: nothing is sent by accident.
    @PostMapping
    String save(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        Kept kept = keep(token, fields, files, locale);
        if (kept.isRefused()) {
            return again(token, kept, model, locale);
        }
        Map<UUID, Reply> entered = kept.entered();
        int complete = Replies.complete(entered).size();
        return back(token, redirect, locale, "proposal.page.answer.saved", complete, entered.size() - complete);
    }

    /** Sends what is ready; the rest stays as it was typed. */
    @PostMapping(params = "ready")
    String sendReady(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        Kept kept = keep(token, fields, files, locale);
        if (kept.isRefused()) {
            return again(token, kept, model, locale);
        }
        Map<UUID, Reply> complete = Replies.complete(kept.entered());
        if (complete.isEmpty()) {
            return back(token, redirect, locale, "proposal.page.answer.nothingReady");
        }
        return send(token, kept.sheet(), complete, redirect, locale);
    }

    /** Sends all or, when something lacks, none. */
    @PostMapping(params = "all")
    String sendAll(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        Kept kept = keep(token, fields, files, locale);
        if (kept.isRefused()) {
            return again(token, kept, model, locale);
        }
        try {
            return send(token, kept.sheet(), kept.entered(), redirect, locale);
        } catch (RepliesIncomplete incomplete) {
            return page(token, kept, incomplete.faults(), model, locale);
        }
    }

    /** Takes a file away again. */
    @PostMapping(params = "detach")
    String detach(
            @PathVariable String token,
            @RequestParam UUID detach,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        Kept kept = keep(token, fields, files, locale);
        Optional<UUID> owner = kept.sheet().waiting().stream()
                .map(waiting -> waiting.proposal().id())
                .filter(id ->
                        answerFiles.of(id).stream().anyMatch(file -> file.id().equals(detach)))
                .findFirst();
        owner.ifPresent(id -> desk.detach(token, id, detach));
        if (kept.isRefused()) {
            return again(token, kept, model, locale);
        }
        return back(token, redirect, locale, "proposal.answer-file.detached")
                + owner.map(id -> "#proposal-" + id).orElse("");
    }

    @GetMapping("/fails/{id}")
    ResponseEntity<Resource> file(@PathVariable String token, @PathVariable UUID id) {
        AnswerSheet sheet = desk.again(token);
        return Stream.of(files(sheet).values(), answerFiles.of(idsOf(sheet)).values())
                .flatMap(Collection::stream)
                .flatMap(List::stream)
                .map(Document::id)
                .filter(id::equals)
                .findFirst()
                .map(documents::serve)
                .orElseThrow(() -> new ProposalNotFound(id));
    }

    String send(String token, AnswerSheet sheet, Map<UUID, Reply> replies, RedirectAttributes redirect, Locale locale) {
        try {
            desk.send(token, replies);
        } catch (Proposal.AlreadyAnswered answered) {
            throw new AnsweredMeanwhile();
        }
        int left = sheet.waiting().size() - replies.size();
        return back(token, redirect, locale, "proposal.page.answer.sent", replies.size(), left);
    }

    /** Whatever happens next, nothing typed is lost. What did not change is not written again. */
    Kept keep(
            String token,
            MultiValueMap<String, String> fields,
            MultiValueMap<String, MultipartFile> files,
            Locale locale) {
        AnswerSheet sheet = desk.again(token);
        Map<UUID, Reply> before = new LinkedHashMap<>();
        sheet.waiting().forEach(waiting -> before.put(waiting.proposal().id(), waiting.draft()));
        Map<UUID, Reply> entered = Replies.entered(before.keySet(), fields);
        Map<UUID, Reply> changed = new LinkedHashMap<>(entered);
        changed.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
        if (!changed.isEmpty()) {
            desk.save(token, changed);
        }
        Map<String, List<String>> refused = new LinkedHashMap<>();
        before.keySet().forEach(id -> {
            List<String> faults = attached.keep(token, id, files.get(Attached.FILES + id), locale);
            if (!faults.isEmpty()) {
                refused.put(id.toString(), faults);
            }
        });
        if (Replies.sayMore(before.keySet(), sheet.sent(), fields)) {
            throw new AnsweredMeanwhile();
        }
        return new Kept(sheet, entered, refused);
    }

    /** Some file could not be taken, so nothing goes out. */
    String again(String token, Kept kept, Model model, Locale locale) {
        return page(token, kept, Map.of(), model, locale);
    }

    /**
     * What came with the form.
     *
     * @param refused why files could not be taken, by the end of the name of their field
     */
    record Kept(AnswerSheet sheet, Map<UUID, Reply> entered, Map<String, List<String>> refused) {
        boolean isRefused() {
            return !refused.isEmpty();
        }
    }

    String back(String token, RedirectAttributes redirect, Locale locale, String message, Object... arguments) {
        redirect.addFlashAttribute("flash", messages.getMessage(message, arguments, locale));
        return "redirect:/atbilde/" + token;
    }

    private String page(String token, Kept kept, Map<UUID, String> faults, Model model, Locale locale) {
        AnswerSheet sheet = kept.sheet();
        model.addAttribute("page", new Sheets(kept, faults, locale).page());
        model.addAttribute("partnership", sheet.call().lead());
        model.addAttribute("token", token);
        model.addAttribute("remarks", remarks.counts(idsOf(sheet)));
        model.addAttribute("boilerplates", texts.choices(sheet.contact(), sheet.call()));
        model.addAttribute("outcomes", Outcome.ANSWERS);
        model.addAttribute("routes", OutcomeRoute.values());
        return "proposal/answer";
    }

    private static List<UUID> idsOf(AnswerSheet sheet) {
        return Stream.concat(sheet.waiting().stream().map(WaitingProposal::proposal), sheet.sent().stream())
                .map(ProposalView::id)
                .toList();
    }

    private Map<CaseKey, List<Document>> files(AnswerSheet sheet) {
        Set<CaseKey> owners = Stream.concat(
                        sheet.waiting().stream().map(WaitingProposal::proposal), sheet.sent().stream())
                .map(proposal -> Proposal.keyOf(proposal.id()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return documents.ofAll(owners);
    }

    /** Puts one page together. */
    private final class Sheets {
        private final AnswerSheet sheet;
        private final Kept kept;
        private final Map<UUID, String> faults;
        private final Locale locale;
        private final Map<CaseKey, List<Document>> files;
        private final Map<UUID, List<Document>> attachments;
        private final Map<UUID, Offer> offered;
        private final Optional<UUID> firstFault;
        private final LocalDate today = Riga.today(clock);

        Sheets(Kept kept, Map<UUID, String> faults, Locale locale) {
            this.sheet = kept.sheet();
            this.kept = kept;
            this.faults = faults;
            this.locale = locale;
            files = files(sheet);
            attachments = answerFiles.of(idsOf(sheet));
            offered = offers.of(
                    sheet.waiting().stream().map(one -> one.proposal().id()).toList());
            firstFault = sheet.waiting().stream()
                    .map(one -> one.proposal().id())
                    .filter(faults::containsKey)
                    .findFirst();
        }

        AnswerPage page() {
            Map<UUID, Call> calls = new LinkedHashMap<>();
            Map<UUID, List<AnswerPage.Entry>> entries = new LinkedHashMap<>();
            for (WaitingProposal waiting : sheet.waiting()) {
                calls.put(waiting.call().id(), waiting.call());
                entries.computeIfAbsent(waiting.call().id(), call -> new ArrayList<>())
                        .add(entry(waiting));
            }
            return new AnswerPage(
                    sheet.contactName(),
                    sheet.call(),
                    calls.values().stream()
                            .map(call -> new AnswerPage.Group(call, Objects.requireNonNull(entries.get(call.id()))))
                            .toList(),
                    sheet.sent().stream().map(this::sent).toList(),
                    refused("batch"));
        }

        private List<String> refused(String field) {
            return kept.refused().getOrDefault(field, List.of());
        }

        private AnswerPage.Entry entry(WaitingProposal waiting) {
            ProposalView proposal = waiting.proposal();
            String fault = faults.get(proposal.id());
            Reply reply = kept.entered().getOrDefault(proposal.id(), waiting.draft());
            LocalDate due = proposal.dueOn();
            return new AnswerPage.Entry(
                    proposal,
                    place(proposal),
                    waiting.submitter(),
                    offered.getOrDefault(proposal.id(), Offer.NONE),
                    filesOf(proposal),
                    reply,
                    attachmentsOf(proposal),
                    refused(proposal.id().toString()),
                    fault,
                    due != null && today.isAfter(due),
                    unfolded(proposal, reply));
        }

        /** What was begun and lacks something, and where to go on; a long list stays folded. */
        private boolean unfolded(ProposalView proposal, Reply reply) {
            UUID id = proposal.id();
            return sheet.waiting().size() <= FEW
                    || firstFault.filter(id::equals).isPresent()
                    || !refused(id.toString()).isEmpty()
                    || faults.containsKey(id) && !reply.equals(Reply.EMPTY);
        }

        private AnswerPage.Sent sent(ProposalView proposal) {
            return new AnswerPage.Sent(proposal, place(proposal), filesOf(proposal), attachmentsOf(proposal));
        }

        /** The contact knows the own municipality. */
        private String place(ProposalView proposal) {
            return places.nearest(proposal.municipality(), proposal.place(), locale);
        }

        private List<Document> attachmentsOf(ProposalView proposal) {
            return attachments.getOrDefault(proposal.id(), List.of());
        }

        private List<Document> filesOf(ProposalView proposal) {
            return files.getOrDefault(Proposal.keyOf(proposal.id()), List.of());
        }
    }
}
