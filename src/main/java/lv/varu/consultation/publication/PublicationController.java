package lv.varu.consultation.publication;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.SignedIn;
import lv.varu.calendar.Riga;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationSheet;
import lv.varu.document.Document;
import lv.varu.document.DocumentRefused;
import lv.varu.document.Documents;
import lv.varu.document.FileRefusals;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a consultation was made known, with proof. */
@Controller
@RequestMapping("/darbs/apspriesanas/{code}/publikacijas")
class PublicationController {
    private static final int ROWS = 20;
    private static final Sort LATEST_FIRST =
            Sort.by(Sort.Order.desc("publishedOn"), Sort.Order.asc("channel"), Sort.Order.asc("id"));
    private static final String LIST = "redirect:/darbs/apspriesanas/{code}/publikacijas";

    private final ConsultationSheet sheet;
    private final PublicationDesk desk;
    private final Publications publications;
    private final Documents documents;
    private final SignedIn signedIn;
    private final MessageSource messages;
    private final Clock clock;
    private final FileRefusals fileRefusals;

    PublicationController(
            ConsultationSheet sheet,
            PublicationDesk desk,
            Publications publications,
            Documents documents,
            SignedIn signedIn,
            MessageSource messages,
            Clock clock,
            FileRefusals fileRefusals) {
        this.sheet = sheet;
        this.desk = desk;
        this.publications = publications;
        this.documents = documents;
        this.signedIn = signedIn;
        this.messages = messages;
        this.clock = clock;
        this.fileRefusals = fileRefusals;
    }

    @GetMapping
    String list(
            @PathVariable String code,
            @RequestParam(name = "kanals", required = false) @Nullable Channel channel,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var consultation = sheet.get(code, signedIn.required());
        var request = PageRequest.of(Math.max(page, 0), ROWS, LATEST_FIRST);
        var found = channel == null
                ? publications.findByConsultationId(consultation.id(), request)
                : publications.findByConsultationIdAndChannel(consultation.id(), channel, request);
        model.addAttribute("consultation", consultation);
        model.addAttribute("channel", channel);
        model.addAttribute("channels", Channel.values());
        model.addAttribute("publications", found);
        model.addAttribute("reach", publications.reach(consultation.id()));
        model.addAttribute("proofs", proofs(found));
        return "consultation/publications";
    }

    private Map<UUID, List<Document>> proofs(Page<Publication> found) {
        return documents
                .ofAll(found.stream()
                        .map(publication -> PublicationDesk.proofOf(publication.id()))
                        .toList())
                .entrySet()
                .stream()
                .collect(
                        Collectors.toMap(entry -> UUID.fromString(entry.getKey().id()), Map.Entry::getValue));
    }

    @GetMapping("/jauna")
    String blank(@PathVariable String code, Model model) {
        var consultation = sheet.get(code, signedIn.required());
        return form(PublicationForm.empty(Riga.today(clock)), consultation, null, model);
    }

    @PostMapping("/jauna")
    String add(
            @PathVariable String code,
            @ModelAttribute("form") PublicationForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        var consultation = sheet.get(code, signedIn.required());
        var published = form.published(Riga.today(clock), errors);
        if (published.isEmpty()) {
            return form(form, consultation, null, model);
        }
        try {
            desk.add(consultation.id(), published.get(), form.files(), signedIn.required());
        } catch (DocumentRefused refused) {
            fileRefusals.tell(refused, "files", errors);
            return form(form, consultation, null, model);
        }
        return done("consultation.publishing.added", code, redirect, locale);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable String code, @PathVariable UUID id, Model model) {
        var consultation = sheet.get(code, signedIn.required());
        var publication = desk.get(consultation.id(), id);
        return form(PublicationForm.of(publication, Riga.today(clock)), consultation, publication, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable String code,
            @PathVariable UUID id,
            @ModelAttribute("form") PublicationForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        var consultation = sheet.get(code, signedIn.required());
        var publication = desk.get(consultation.id(), id);
        var published = form.published(Riga.today(clock), errors);
        if (published.isEmpty()) {
            return form(form, consultation, publication, model);
        }
        try {
            desk.change(consultation.id(), id, published.get(), form.files(), signedIn.required());
        } catch (DocumentRefused refused) {
            fileRefusals.tell(refused, "files", errors);
            return form(form, consultation, publication, model);
        }
        return done("consultation.publishing.changed", code, redirect, locale);
    }

    @GetMapping("/{id}/dzest")
    String confirm(@PathVariable String code, @PathVariable UUID id, Model model) {
        var consultation = sheet.get(code, signedIn.required());
        model.addAttribute("consultation", consultation);
        model.addAttribute("publication", desk.get(consultation.id(), id));
        return "consultation/publication-delete";
    }

    @PostMapping("/{id}/dzest")
    String delete(@PathVariable String code, @PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        desk.delete(sheet.get(code, signedIn.required()).id(), id, signedIn.required());
        return done("consultation.publishing.deleted", code, redirect, locale);
    }

    @GetMapping("/{id}/faili/{file}")
    ResponseEntity<Resource> proof(@PathVariable String code, @PathVariable UUID id, @PathVariable UUID file) {
        var consultation = sheet.get(code, signedIn.required());
        return documents.serve(desk.proof(consultation.id(), id, file).id());
    }

    @PostMapping("/{id}/faili/{file}/nonemt")
    String removeProof(
            @PathVariable String code,
            @PathVariable UUID id,
            @PathVariable UUID file,
            RedirectAttributes redirect,
            Locale locale) {
        var by = signedIn.required();
        var name = desk.removeProof(sheet.get(code, by).id(), id, file, by);
        redirect.addFlashAttribute(
                "flash", messages.getMessage("consultation.files.removed", new Object[] {name}, locale));
        redirect.addAttribute("code", code);
        redirect.addAttribute("id", id);
        return LIST + "/{id}";
    }

    private String form(
            PublicationForm form, Consultation consultation, @Nullable Publication publication, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("consultation", consultation);
        model.addAttribute("publication", publication);
        model.addAttribute("channels", Arrays.asList(Channel.values()));
        model.addAttribute(
                "proof", publication == null ? List.of() : documents.of(PublicationDesk.proofOf(publication.id())));
        return "consultation/publication-form";
    }

    private String done(String message, String code, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", messages.getMessage(message, null, locale));
        redirect.addAttribute("code", code);
        return LIST;
    }
}
