package lv.varu.consultation.turn;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import lv.varu.account.SignedIn;
import lv.varu.calendar.Riga;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationSheet;
import lv.varu.document.DocumentRefused;
import lv.varu.document.FileRefusals;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff change what people already rely on: more time, a later version, the end of it all. */
@Controller
@RequestMapping("/darbs/apspriesanas/{code}")
class TurnController {
    private final ConsultationSheet sheet;
    private final ExtensionDesk extensions;
    private final RevisionDesk revisions;
    private final ConsultationWithdrawal withdrawals;
    private final Concerned concerned;
    private final SignedIn signedIn;
    private final MessageSource messages;
    private final Clock clock;
    private final FileRefusals fileRefusals;

    TurnController(
            ConsultationSheet sheet,
            ExtensionDesk extensions,
            RevisionDesk revisions,
            ConsultationWithdrawal withdrawals,
            Concerned concerned,
            SignedIn signedIn,
            MessageSource messages,
            Clock clock,
            FileRefusals fileRefusals) {
        this.sheet = sheet;
        this.extensions = extensions;
        this.revisions = revisions;
        this.withdrawals = withdrawals;
        this.concerned = concerned;
        this.signedIn = signedIn;
        this.messages = messages;
        this.clock = clock;
        this.fileRefusals = fileRefusals;
    }

    /** A new last day, and why. */
    record ExtensionForm(
            @Nullable
            @NotNull(message = "{consultation.extend.day.missing}")
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate closesOn,

            @NotBlank(message = "{consultation.turn.reason.missing}")
            @Size(max = 2000, message = "{consultation.text.long}")
            String reason) {
        ExtensionForm {
            reason = Objects.requireNonNullElse(reason, "").strip();
        }
    }

    /** Why it cannot go on. */
    record WithdrawalForm(
            @NotBlank(message = "{consultation.turn.reason.missing}")
            @Size(max = 2000, message = "{consultation.text.long}")
            String reason) {
        WithdrawalForm {
            reason = Objects.requireNonNullElse(reason, "").strip();
        }
    }

    /** A later version of the document. */
    record RevisionForm(
            @NotBlank(message = "{consultation.revise.label.missing}")
            @Size(max = 200, message = "{consultation.text.long}")
            String label,

            @Nullable
            @NotNull(message = "{consultation.revise.day.missing}")
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate dated,

            @Size(max = 500, message = "{consultation.text.long}")
            String url,

            @NotBlank(message = "{consultation.revise.changes.missing}")
            @Size(max = 4000, message = "{consultation.text.long}")
            String changes,

            @Nullable MultipartFile file) {
        RevisionForm {
            label = Objects.requireNonNullElse(label, "").strip();
            url = Objects.requireNonNullElse(url, "").strip();
            changes = Objects.requireNonNullElse(changes, "").strip();
        }

        boolean hasWrongAddress() {
            try {
                var address = URI.create(url);
                return !Objects.toString(address.getScheme(), "").matches("https?") || address.getHost() == null;
            } catch (IllegalArgumentException e) {
                return true;
            }
        }
    }

    @GetMapping("/pagarinat")
    String askExtension(@PathVariable String code, Model model) {
        return extension(get(code), new ExtensionForm(null, ""), model);
    }

    @PostMapping("/pagarinat")
    String extend(
            @PathVariable String code,
            @Valid @ModelAttribute("form") ExtensionForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        var consultation = get(code);
        if (form.closesOn() != null && !form.closesOn().isAfter(consultation.closesOn())) {
            errors.rejectValue("closesOn", "consultation.extend.day.early");
        }
        var official = consultation.officialClosesOn();
        if (form.closesOn() != null && official != null && !form.closesOn().isBefore(official)) {
            errors.rejectValue("closesOn", "consultation.extend.day.official");
        }
        if (errors.hasErrors() || !consultation.mayBeExtended(clock.instant())) {
            return extension(consultation, form, model);
        }
        extensions.extend(
                consultation.id(), Objects.requireNonNull(form.closesOn()), form.reason(), signedIn.required());
        return done(code, "consultation.extend.done", redirect, locale);
    }

    private String extension(Consultation consultation, ExtensionForm form, Model model) {
        model.addAttribute("possible", consultation.mayBeExtended(clock.instant()));
        return page(consultation, form, model, "consultation/extend");
    }

    @GetMapping("/atsaukt")
    String askWithdrawal(@PathVariable String code, Model model) {
        return withdrawal(get(code), new WithdrawalForm(""), model);
    }

    @PostMapping("/atsaukt")
    String withdraw(
            @PathVariable String code,
            @Valid @ModelAttribute("form") WithdrawalForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        var consultation = get(code);
        ConsultationWithdrawal.demandManager(consultation, signedIn.required());
        if (errors.hasErrors() || !consultation.mayBeWithdrawn()) {
            return withdrawal(consultation, form, model);
        }
        withdrawals.withdraw(consultation.id(), form.reason(), signedIn.required());
        return done(code, "consultation.withdraw.done", redirect, locale);
    }

    private String withdrawal(Consultation consultation, WithdrawalForm form, Model model) {
        ConsultationWithdrawal.demandManager(consultation, signedIn.required());
        model.addAttribute("possible", consultation.mayBeWithdrawn());
        return page(consultation, form, model, "consultation/withdraw");
    }

    @GetMapping("/redakcija")
    String askRevision(@PathVariable String code, Model model, Locale locale) {
        var consultation = get(code);
        var number = new Object[] {revisions.nextNumber(consultation)};
        var label = messages.getMessage("consultation.revise.label.usual", number, locale);
        return revision(consultation, new RevisionForm(label, Riga.today(clock), "", "", null), model);
    }

    @PostMapping("/redakcija")
    String revise(
            @PathVariable String code,
            @Valid @ModelAttribute("form") RevisionForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale)
            throws IOException {
        var consultation = get(code);
        var file = form.file();
        boolean without = file == null || file.isEmpty();
        if (without && form.url().isEmpty()) {
            errors.rejectValue("url", "consultation.revise.document.missing");
        } else if (!form.url().isEmpty() && form.hasWrongAddress()) {
            errors.rejectValue("url", "consultation.form.url.wrong");
        }
        if (errors.hasErrors() || !consultation.mayBeRevised(clock.instant())) {
            return revision(consultation, form, model);
        }
        try {
            revisions.revise(
                    consultation.id(),
                    new Revision.New(form.label(), Objects.requireNonNull(form.dated()), form.url(), form.changes()),
                    without ? null : upload(Objects.requireNonNull(file)),
                    signedIn.required());
        } catch (DocumentRefused refused) {
            fileRefusals.tell(refused, "file", errors);
            return revision(consultation, form, model);
        }
        return done(code, "consultation.revise.done", redirect, locale);
    }

    private static RevisionDesk.Upload upload(MultipartFile file) throws IOException {
        return new RevisionDesk.Upload(Objects.toString(file.getOriginalFilename(), ""), file.getInputStream());
    }

    private String revision(Consultation consultation, RevisionForm form, Model model) {
        model.addAttribute("possible", consultation.mayBeRevised(clock.instant()));
        return page(consultation, form, model, "consultation/revise");
    }

    @GetMapping("/redakcijas/{number}")
    ResponseEntity<Resource> version(@PathVariable String code, @PathVariable int number) {
        return revisions.serve(get(code).id(), number);
    }

    private Consultation get(String code) {
        return sheet.get(code, signedIn.required());
    }

    private String page(Consultation consultation, Object form, Model model, String template) {
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", form);
        }
        model.addAttribute("consultation", consultation);
        model.addAttribute("audience", concerned.count(consultation));
        return template;
    }

    private String done(String code, String message, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", messages.getMessage(message, null, locale));
        return "redirect:/darbs/apspriesanas/" + code;
    }
}
