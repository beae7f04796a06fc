package lv.varu.proposal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.SignedIn;
import lv.varu.proposal.HiddenPassage.Reason;
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

/** Where staff see what anyone may read of a proposal, and hide passages of it. */
@Controller
@RequestMapping("/darbs/priekslikumi/{id}/publiski")
class PublicCopyController {
    private final PublicCopyDesk desk;
    private final Calls calls;
    private final SignedIn signedIn;
    private final MessageSource messages;

    PublicCopyController(PublicCopyDesk desk, Calls calls, SignedIn signedIn, MessageSource messages) {
        this.desk = desk;
        this.calls = calls;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    /** What staff enter. */
    record Form(
            @NotBlank(message = "{proposal.public-copy.passage.missing}") @Size(max = IntakeRules.TEXT) @Nullable
            String passage,

            @NotNull(message = "{proposal.public-copy.reason.missing}") @Nullable
            Reason reason,

            @Nullable @Size(max = IntakeRules.REMARK) String note) {

        /** As browsers send it, back to how it is stored. */
        String words() {
            return passage == null ? "" : passage.replace("\r\n", "\n").strip();
        }
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("form", new Form(null, null, null));
        return page(id, model);
    }

    @PostMapping
    String hide(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") Form form,
            BindingResult filled,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        if (!filled.hasErrors()) {
            try {
                String note = form.note() == null || form.note().isBlank()
                        ? null
                        : form.note().strip();
                desk.hide(id, form.words(), Objects.requireNonNull(form.reason()), note, signedIn.required());
                return back(id, redirect, locale, "proposal.public-copy.hidden");
            } catch (Proposal.PassageMissing missing) {
                filled.rejectValue("passage", "proposal.public-copy.passage.absent");
            }
        }
        return page(id, model);
    }

    @PostMapping("/{passageId}/radit")
    String reveal(@PathVariable UUID id, @PathVariable UUID passageId, RedirectAttributes redirect, Locale locale) {
        desk.reveal(id, passageId, signedIn.required());
        return back(id, redirect, locale, "proposal.public-copy.revealed");
    }

    private String page(UUID id, Model model) {
        var faces = desk.faces(id, signedIn.required());
        var call = calls.find(faces.original().callId())
                .orElseThrow(() -> new CallNotFound(faces.original().callId().toString()));
        model.addAttribute("faces", faces);
        model.addAttribute("call", call);
        model.addAttribute("partnership", call.lead());
        model.addAttribute("reasons", Reason.values());
        model.addAttribute("script", "hide-passage.js");
        return "proposal/public-copy";
    }

    private String back(UUID id, RedirectAttributes redirect, Locale locale, String message) {
        redirect.addFlashAttribute("flash", messages.getMessage(message, null, locale));
        return "redirect:/darbs/priekslikumi/" + id + "/publiski";
    }
}
