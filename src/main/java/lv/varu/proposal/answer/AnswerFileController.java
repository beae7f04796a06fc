package lv.varu.proposal.answer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.account.SignedIn;
import lv.varu.document.Document;
import lv.varu.proposal.Call;
import lv.varu.proposal.Calls;
import lv.varu.proposal.IntakeRules;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalNotFound;
import lv.varu.proposal.ProposalView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff take a file away from an answer. */
@Controller
@RequestMapping("/darbs/priekslikumi/{id}/atbildes-faili/{file}/nonemt")
class AnswerFileController {
    private final ProposalBook book;
    private final Calls calls;
    private final AnswerFiles files;
    private final SignedIn signedIn;
    private final MessageSource messages;

    AnswerFileController(ProposalBook book, Calls calls, AnswerFiles files, SignedIn signedIn, MessageSource messages) {
        this.book = book;
        this.calls = calls;
        this.files = files;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    record Form(
            @NotBlank(message = "{proposal.answer-file.reason.missing}") @Size(max = IntakeRules.REMARK) @Nullable
            String reason) {}

    @GetMapping
    String ask(@PathVariable UUID id, @PathVariable UUID file, Model model) {
        model.addAttribute("form", new Form(null));
        return page(id, file, model);
    }

    @PostMapping
    String remove(
            @PathVariable UUID id,
            @PathVariable UUID file,
            @Valid @ModelAttribute("form") Form form,
            BindingResult filled,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        if (filled.hasErrors()) {
            return page(id, file, model);
        }
        Person by = signedIn.required();
        files.remove(sent(id, file, by), Objects.requireNonNull(form.reason()).strip());
        redirect.addFlashAttribute("flash", messages.getMessage("proposal.answer-file.removed", null, locale));
        return "redirect:/darbs/priekslikumi/" + id;
    }

    private String page(UUID id, UUID file, Model model) {
        model.addAttribute("file", sent(id, file, signedIn.required()));
        model.addAttribute("proposal", proposal(id));
        return "proposal/answer-file-remove";
    }

    /** The file as staff see it, which is not before the answer is sent. */
    private Document sent(UUID id, UUID file, Person by) {
        ProposalView proposal = proposal(id);
        Call call = calls.get(proposal.callId());
        if (call.owners().stream().noneMatch(by::worksFor)) {
            throw new NotAllowed();
        }
        return files.sent(proposal).stream()
                .filter(document -> document.id().equals(file))
                .findFirst()
                .orElseThrow(() -> new ProposalNotFound(file));
    }

    private ProposalView proposal(UUID id) {
        return book.find(id).orElseThrow(() -> new ProposalNotFound(id));
    }
}
