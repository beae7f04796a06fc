package lv.varu.proposal;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.LinkGone;
import lv.varu.account.Links;
import lv.varu.directory.Partnerships;
import lv.varu.directory.Topic;
import lv.varu.document.DocumentRefused;
import lv.varu.document.FileRefusals;
import lv.varu.proposal.author.Resubmission;
import lv.varu.proposal.author.Resubmission.Declined;
import lv.varu.proposal.similar.SimilarController;
import lv.varu.proposal.similar.SimilarProposals;
import lv.varu.proposal.similar.SimilarProposals.Similar;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The form by which anyone proposes. */
@Controller
@RequestMapping("/apspriesanas/{code}/priekslikums")
class ProposeController {
    private final Calls calls;
    private final JointIntake intake;
    private final Resubmission resubmission;
    private final References references;
    private final IntakeRules rules;
    private final SimilarProposals similar;
    private final PlaceChoices places;
    private final Partnerships partnerships;
    private final Links links;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final FileRefusals fileRefusals;

    ProposeController(
            Calls calls,
            JointIntake intake,
            Resubmission resubmission,
            References references,
            IntakeRules rules,
            SimilarProposals similar,
            PlaceChoices places,
            Partnerships partnerships,
            Links links,
            ApplicationEventPublisher events,
            Clock clock,
            FileRefusals fileRefusals) {
        this.calls = calls;
        this.intake = intake;
        this.resubmission = resubmission;
        this.references = references;
        this.rules = rules;
        this.similar = similar;
        this.places = places;
        this.partnerships = partnerships;
        this.links = links;
        this.events = events;
        this.clock = clock;
        this.fileRefusals = fileRefusals;
    }

    @GetMapping
    String blank(
            @PathVariable String code,
            @RequestParam(name = "ielugums", required = false) @Nullable String invitation,
            @RequestParam(name = "organizacija", required = false) @Nullable String organisation,
            @RequestParam(name = "labojums", required = false) @Nullable String improves,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Call call = announced(code);
        Optional<Declined> declined = declined(improves, call);
        if (declined.isPresent()) {
            response.setHeader("Referrer-Policy", "no-referrer");
            model.addAttribute(
                    "form",
                    ProposeForm.of(
                            declined.get(), references.of(declined.get().view().id())));
            improving(declined.get(), improves, model);
            return form(call, fresh(), null, model, locale);
        }
        if (!call.accepts(clock.instant())) {
            return closed(call, model, locale);
        }
        if (invitation != null) {
            // The address holds a secret, so it must not become a referrer.
            response.setHeader("Referrer-Policy", "no-referrer");
        }
        model.addAttribute("form", ProposeForm.of(organisation));
        return form(call, fresh(), invitation, model, locale);
    }

    /** The page tells it when it keeps what an invited organisation has begun to write; nothing of the text comes along. */
    @PostMapping("/iesakts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void begun(@PathVariable String code, @RequestParam(required = false) @Nullable String invitation) {
        begun(announced(code), invitation);
    }

    private void begun(Call call, @Nullable String invitation) {
        UUID invited = sender(invitation, call).invitation();
        if (invited != null && call.accepts(clock.instant())) {
            events.publishEvent(new ProposalBegun(call.id(), invited));
        }
    }

    @PostMapping
    String submit(
            @PathVariable String code,
            @ModelAttribute("form") ProposeForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String invitation,
            @RequestParam(required = false) @Nullable String improves,
            @RequestParam(name = "similarSeen", defaultValue = "false") boolean similarSeen,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Call call = announced(code);
        Optional<Declined> declined = declined(improves, call);
        declined.ifPresent(found -> improving(found, improves, model));
        String once = usable(key);
        Submission submission = form.submission(
                code, places.municipalityOf(form.place()).orElse(null), locale, sender(invitation, call));
        List<Section> sections = calls.sections(call.id());
        Map<String, String> faults = faults(form, submission, call);
        faults.putAll(form.unknownPlaces(sections));
        report(faults, errors);
        reportLargeFiles(form, errors);
        model.addAttribute("chosenFiles", form.fileNames());
        if (form.isBegun()) {
            // Without scripts the first look back at the page is what shows that somebody writes.
            begun(call, invitation);
        }
        if (errors.hasErrors()) {
            return declined.isPresent() || call.accepts(clock.instant())
                    ? form(call, once, invitation, model, locale)
                    : refused(submission, call, model, locale, response);
        }
        if (!similarSeen && declined.isEmpty() && call.accepts(clock.instant()) && mayBeThere(form, call, model)) {
            return form(call, once, invitation, model, locale);
        }
        try {
            Reference reference = form.reference(sections);
            Receipt receipt = declined.isPresent() && improves != null
                    ? references.keep(reference, () -> resubmission.submit(submission, once, improves))
                    : intake.submit(submission, once, reference);
            return "redirect:/priekslikums/" + receipt.trackingToken() + "/nosutits";
        } catch (CallClosed e) {
            return refused(submission, call, model, locale, response);
        } catch (SubmissionRefused refused) {
            refused.faults().forEach(fault -> errors.rejectValue(fault.field(), fault.messageKey()));
        } catch (DocumentRefused refused) {
            fileRefusals.tell(refused, "files", errors);
        } catch (KeyReused e) {
            // Sent before and changed since: the next press of the button is a proposal of its own.
            errors.reject("proposal.page.propose.again");
            return form(call, fresh(), invitation, model, locale);
        }
        return form(call, once, invitation, model, locale);
    }

    /**
     * Somebody may have proposed the same, so the author looks once before sending. Who has chosen files is not stopped,
     * for no browser keeps them.
     */
    private boolean mayBeThere(ProposeForm form, Call call, Model model) {
        if (!form.files().isEmpty()) {
            return false;
        }
        List<Similar> same =
                similar.published(call.id(), form.title() + " " + form.text(), SimilarController.SHOWN).stream()
                        .filter(one -> one.score() >= SimilarProposals.SAME)
                        .toList();
        model.addAttribute("similar", same);
        return !same.isEmpty();
    }

    private Optional<Declined> declined(@Nullable String token, Call call) {
        return token == null || token.isBlank() ? Optional.empty() : resubmission.open(token, call);
    }

    private static void improving(Declined declined, @Nullable String token, Model model) {
        model.addAttribute("declined", declined);
        model.addAttribute("improves", token);
    }

    private Call announced(String code) {
        return calls.find(code).filter(Call::announced).orElseThrow(() -> new CallNotFound(code));
    }

    /** An old or foreign invitation does not stop anyone: everybody may propose. */
    private Sender sender(@Nullable String invitation, Call call) {
        if (invitation == null || invitation.isBlank()) {
            return Sender.ANYBODY;
        }
        try {
            Link link = links.open(invitation, Link.Purpose.INVITATION);
            return link.subject().equals(call.id().toString())
                    ? Sender.invited(UUID.fromString(link.holder()))
                    : Sender.ANYBODY;
        } catch (LinkGone e) {
            return Sender.ANYBODY;
        }
    }

    private Map<String, String> faults(ProposeForm form, Submission submission, Call call) {
        Map<String, String> faults = new LinkedHashMap<>(form.missing());
        // On the page the place is one choice that names its municipality too.
        for (SubmissionRefused.Fault fault : rules.faults(submission, call)) {
            if (fault.field().equals("municipality")) {
                faults.put("place", "proposal.page.propose.place.missing");
            } else {
                faults.putIfAbsent(fault.field(), fault.messageKey());
            }
        }
        return faults;
    }

    private static void report(Map<String, String> faults, BindingResult errors) {
        ProposeForm.ORDER.stream()
                .filter(faults::containsKey)
                .forEach(field -> errors.rejectValue(field, Objects.requireNonNull(faults.get(field))));
    }

    private static void reportLargeFiles(ProposeForm form, BindingResult errors) {
        form.files().stream()
                .filter(ProposeForm::isLarge)
                .forEach(file -> FileRefusals.tellTooLarge(file.getOriginalFilename(), "files", errors));
    }

    private String form(Call call, String key, @Nullable String invitation, Model model, Locale locale) {
        show(call, model, locale);
        model.addAttribute("key", key);
        model.addAttribute("invitation", invitation);
        model.addAttribute("topics", topicsOf(call));
        model.addAttribute("sections", calls.sections(call.id()));
        model.addAttribute("places", places.of(call, locale));
        model.addAttribute("consentText", Intake.CONSENT_TEXT);
        model.addAttribute("script", "similar.js");
        return "proposal/propose";
    }

    private static List<Topic> topicsOf(Call call) {
        return Arrays.stream(Topic.values()).filter(call::offers).toList();
    }

    /** Too late or too early, but nothing typed is lost. */
    private String refused(Submission submission, Call call, Model model, Locale locale, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("typed", submission);
        return closed(call, model, locale);
    }

    private String closed(Call call, Model model, Locale locale) {
        show(call, model, locale);
        model.addAttribute("early", clock.instant().isBefore(call.opensAt()));
        model.addAttribute("contactEmail", call.contactEmail());
        return "proposal/closed";
    }

    private void show(Call call, Model model, Locale locale) {
        var lead = partnerships.find(call.lead());
        model.addAttribute("call", call);
        model.addAttribute("partnership", call.lead());
        model.addAttribute("lead", lead);
        model.addAttribute("leadName", lead.name(locale));
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** What came with the form, unless somebody has tampered with it. */
    private static String usable(@Nullable String key) {
        try {
            return key == null ? fresh() : UUID.fromString(key).toString();
        } catch (IllegalArgumentException e) {
            return fresh();
        }
    }
}
