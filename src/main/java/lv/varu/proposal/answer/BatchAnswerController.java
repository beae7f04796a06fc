package lv.varu.proposal.answer;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.varu.proposal.IntakeRules;
import lv.varu.proposal.PlaceChoices;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Reply;
import lv.varu.proposal.answer.AnswerController.Kept;
import lv.varu.proposal.answer.AnswerDesk.AnswerSheet;
import lv.varu.proposal.answer.AnswerDesk.WaitingProposal;
import lv.varu.proposal.boilerplate.Boilerplate;
import lv.varu.proposal.boilerplate.BoilerplateText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What spares a municipal contact writing the same thing twice: standard answers and one answer for several proposals.
 * All of it only fills in; sending stays a step of its own, after everything has been seen.
 */
@Controller
@RequestMapping("/atbilde/{token}")
class BatchAnswerController {
    private static final String BATCH = "batch";

    private final AnswerController page;
    private final AnswerDesk desk;
    private final AnswerTexts texts;
    private final Attached attached;
    private final PlaceChoices places;

    BatchAnswerController(
            AnswerController page, AnswerDesk desk, AnswerTexts texts, Attached attached, PlaceChoices places) {
        this.page = page;
        this.desk = desk;
        this.texts = texts;
        this.attached = attached;
        this.places = places;
    }

    /** Puts a standard answer behind what is typed already. */
    @PostMapping(params = "insert")
    String insert(
            @PathVariable String token,
            @RequestParam UUID insert,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        Kept kept = page.keep(token, fields, files, locale);
        if (kept.isRefused()) {
            return page.again(token, kept, model, locale);
        }
        Reply typed = kept.entered().getOrDefault(insert, Reply.EMPTY);
        Optional<Boilerplate> chosen = texts.find(token, fields.getFirst("boilerplate-" + insert));
        Optional<WaitingProposal> waiting = waiting(kept.sheet(), insert);
        if (chosen.isEmpty() || waiting.isEmpty()) {
            return page.back(token, redirect, locale, "proposal.boilerplate.insert.nothing");
        }
        String text = filled(chosen.get().text(), waiting.get(), locale);
        String rationale = typed.rationale() == null ? text : typed.rationale() + "\n\n" + text;
        texts.fill(
                token,
                Map.of(insert, new Reply(typed.outcome(), typed.route(), rationale)),
                chosen.get().id());
        return page.back(token, redirect, locale, "proposal.boilerplate.insert.done") + "#proposal-" + insert;
    }

    /** Keeps what somebody has written for the next time. */
    @PostMapping(params = "keep")
    String keep(
            @PathVariable String token,
            @RequestParam UUID keep,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        Kept kept = page.keep(token, fields, files, locale);
        if (kept.isRefused()) {
            return page.again(token, kept, model, locale);
        }
        Reply typed = kept.entered().getOrDefault(keep, Reply.EMPTY);
        String title =
                Objects.requireNonNullElse(fields.getFirst("title-" + keep), "").strip();
        if (title.isEmpty() || title.length() > IntakeRules.TITLE || typed.rationale() == null || typed.isTooLong()) {
            return page.back(token, redirect, locale, "proposal.boilerplate.keep.lacking");
        }
        texts.keep(token, title, typed.rationale());
        return page.back(token, redirect, locale, "proposal.boilerplate.keep.done", title);
    }

    @PostMapping(params = "batch")
    String fill(
            @PathVariable String token,
            @RequestParam(name = "pick", defaultValue = "") Set<UUID> picked,
            @RequestParam(name = "batch-replace", defaultValue = "false") boolean replace,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        Kept kept = page.keep(token, fields, files, locale);
        if (kept.isRefused()) {
            return page.again(token, kept, model, locale);
        }
        AnswerSheet sheet = kept.sheet();
        Map<UUID, Reply> typed = kept.entered();
        if (picked.isEmpty()) {
            return page.back(token, redirect, locale, "proposal.batch.nobody");
        }
        Reply common = Replies.of(fields, BATCH);
        Optional<Boilerplate> chosen = texts.find(token, fields.getFirst("boilerplate-batch"));
        String text = joined(chosen.map(Boilerplate::text).orElse(null), common.rationale());
        List<MultipartFile> chosenFiles = Attached.chosen(files.get(Attached.FILES + BATCH));
        boolean words = common.outcome() != null || text != null;
        if (!words && chosenFiles.isEmpty()) {
            return page.back(token, redirect, locale, "proposal.batch.nothing");
        }
        Map<UUID, Reply> replies = new LinkedHashMap<>();
        sheet.waiting().stream()
                .filter(waiting -> picked.contains(waiting.proposal().id()))
                .filter(waiting -> !words
                        || replace
                        || isEmpty(typed.get(waiting.proposal().id())))
                .forEach(waiting -> replies.put(
                        waiting.proposal().id(),
                        words
                                ? new Reply(
                                        common.outcome(),
                                        common.route(),
                                        text == null ? null : filled(text, waiting, locale))
                                : typed.getOrDefault(waiting.proposal().id(), waiting.draft())));
        texts.fill(token, replies, chosen.map(Boilerplate::id).orElse(null));
        List<String> refused = replies.keySet().stream()
                .flatMap(id -> attached.keep(token, id, chosenFiles, locale).stream())
                .distinct()
                .toList();
        if (!refused.isEmpty()) {
            return page.again(token, new Kept(desk.again(token), Map.of(), Map.of(BATCH, refused)), model, locale);
        }
        return filled(token, replies.keySet(), picked, redirect, locale);
    }

    /** Nobody objects to anything that nobody has begun to answer. */
    @PostMapping(params = "accept-all")
    String acceptAll(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        Kept kept = page.keep(token, fields, files, locale);
        if (kept.isRefused()) {
            return page.again(token, kept, model, locale);
        }
        AnswerSheet sheet = kept.sheet();
        Map<UUID, Reply> typed = kept.entered();
        Map<UUID, Reply> replies = new LinkedHashMap<>();
        List<UUID> all =
                sheet.waiting().stream().map(waiting -> waiting.proposal().id()).toList();
        all.stream().filter(id -> isEmpty(typed.get(id))).forEach(id -> replies.put(id, Reply.ACCEPTED));
        texts.fill(token, replies, null);
        return filled(token, replies.keySet(), all, redirect, locale);
    }

    /** The one click of somebody who has no objections to a proposal. */
    @PostMapping(params = "accept")
    String accept(
            @PathVariable String token,
            @RequestParam UUID accept,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        Kept kept = page.keep(token, fields, files, locale);
        if (kept.isRefused()) {
            return page.again(token, kept, model, locale);
        }
        AnswerSheet sheet = kept.sheet();
        if (waiting(sheet, accept).isEmpty()) {
            return page.back(token, redirect, locale, "proposal.page.answer.meanwhile");
        }
        return page.send(token, sheet, Map.of(accept, Reply.ACCEPTED), redirect, locale);
    }

    private String filled(
            String token, Set<UUID> done, Collection<UUID> asked, RedirectAttributes redirect, Locale locale) {
        Set<UUID> left = new HashSet<>(asked);
        left.removeAll(done);
        return page.back(token, redirect, locale, "proposal.batch.filled", done.size(), left.size());
    }

    private String filled(String text, WaitingProposal waiting, Locale locale) {
        ProposalView proposal = waiting.proposal();
        String place = places.nearest(proposal.municipality(), proposal.place(), locale);
        return BoilerplateText.fill(text, proposal, place, waiting.call());
    }

    private static Optional<WaitingProposal> waiting(AnswerSheet sheet, UUID id) {
        return sheet.waiting().stream()
                .filter(waiting -> waiting.proposal().id().equals(id))
                .findFirst();
    }

    private static boolean isEmpty(@Nullable Reply reply) {
        return reply == null || reply.equals(Reply.EMPTY);
    }

    private static @Nullable String joined(@Nullable String first, @Nullable String second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return first + "\n\n" + second;
    }
}
