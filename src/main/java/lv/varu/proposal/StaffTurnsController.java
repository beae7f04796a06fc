package lv.varu.proposal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.NotAllowed;
import lv.varu.account.SignedIn;
import lv.varu.proposal.answer.AnswerTurns;
import lv.varu.proposal.answer.EarlierReplies;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What staff do while or after a municipality answers: let somebody else answer, or ask again. */
@Controller
@RequestMapping("/darbs/priekslikumi/{id}")
class StaffTurnsController {
    private final AnswerTurns turns;
    private final Proposals proposals;
    private final EarlierReplies earlier;
    private final SignedIn signedIn;
    private final MessageSource messages;

    StaffTurnsController(
            AnswerTurns turns, Proposals proposals, EarlierReplies earlier, SignedIn signedIn, MessageSource messages) {
        this.turns = turns;
        this.proposals = proposals;
        this.earlier = earlier;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GetMapping("/cits-atbildetajs")
    String askWho(@PathVariable UUID id, Model model) {
        return who(id, "", "", null, model);
    }

    @PostMapping("/cits-atbildetajs")
    String reroute(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String remark,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        var chosen = turns.others(id).stream()
                .filter(other -> other.id().toString().equals(contact))
                .findFirst();
        if (chosen.isEmpty()) {
            return who(id, contact, remark, "proposal.passOn.colleague.missing", model);
        }
        if (remark.length() > IntakeRules.REMARK) {
            return who(id, contact, remark, "proposal.fault.long", model);
        }
        turns.reroute(id, chosen.get().id(), clean(remark), signedIn.required());
        return back(id, redirect, locale, "proposal.reroute.done", chosen.get().name());
    }

    @GetMapping("/jautat-velreiz")
    String askWhat(@PathVariable UUID id, Model model) {
        return what(id, "", null, model);
    }

    @PostMapping("/jautat-velreiz")
    String askAgain(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String question,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        String words = clean(question);
        String fault = words.isEmpty()
                ? "proposal.again.question.missing"
                : words.length() > IntakeRules.REMARK ? "proposal.fault.long" : null;
        if (fault != null) {
            return what(id, words, fault, model);
        }
        turns.askAgain(id, words, signedIn.required());
        return back(id, redirect, locale, "proposal.again.done");
    }

    private String who(UUID id, String contact, String remark, @Nullable String fault, Model model) {
        show(owned(id), fault, model);
        Map<String, String> others = new LinkedHashMap<>();
        turns.others(id)
                .forEach(other -> others.put(
                        other.id().toString(),
                        other.position() == null ? other.name() : other.name() + ", " + other.position()));
        model.addAttribute("others", others);
        model.addAttribute("contact", contact);
        model.addAttribute("remark", remark);
        return "proposal/reroute";
    }

    private String what(UUID id, String question, @Nullable String fault, Model model) {
        show(owned(id), fault, model);
        model.addAttribute("question", question);
        model.addAttribute("earlier", earlier.of(id));
        return "proposal/ask-again";
    }

    private Proposal owned(UUID id) {
        Proposal proposal = proposals.get(id);
        if (proposal.owners().stream().noneMatch(signedIn.required()::worksFor)) {
            throw new NotAllowed();
        }
        return proposal;
    }

    private static void show(Proposal proposal, @Nullable String fault, Model model) {
        model.addAttribute("id", proposal.id());
        model.addAttribute("status", proposal.status());
        model.addAttribute("title", proposal.number() + ". " + proposal.title());
        model.addAttribute("rationale", proposal.rationale());
        model.addAttribute("fault", fault);
        model.addAttribute("partnership", proposal.partnership());
    }

    private static String clean(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    private String back(UUID id, RedirectAttributes redirect, Locale locale, String message, Object... values) {
        redirect.addFlashAttribute("flash", messages.getMessage(message, values, locale));
        return "redirect:/darbs/priekslikumi/" + id;
    }
}
