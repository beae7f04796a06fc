package lv.varu.consultation.meeting;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.SignedIn;
import lv.varu.calendar.Riga;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationPeriods;
import lv.varu.consultation.ConsultationSheet;
import lv.varu.consultation.Details;
import lv.varu.consultation.turn.Concerned;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import lv.varu.directory.Topic;
import lv.varu.document.DocumentRefused;
import lv.varu.document.Documents;
import lv.varu.document.FileRefusals;
import lv.varu.proposal.CallClosed;
import lv.varu.proposal.IntakeChannel;
import lv.varu.proposal.Submission;
import lv.varu.proposal.SubmissionRefused;
import lv.varu.proposal.Submitter;
import lv.varu.proposal.entry.StaffEntry;
import lv.varu.proposal.entry.StaffIntake;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
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

/** Public meetings of a consultation, their minutes and the proposals made there. */
@Controller
@RequestMapping("/darbs/apspriesanas/{code}/sanaksmes")
class MeetingController {
    private static final int ROWS = 20;
    private static final Sort LATEST_FIRST = Sort.by(Sort.Order.desc("heldAt"), Sort.Order.asc("id"));
    private static final String LIST = "redirect:/darbs/apspriesanas/{code}/sanaksmes";
    private static final String ONE = LIST + "/{id}";
    /** As the fields stand on the page; a fault of another field is told above them. */
    private static final List<String> SAID = List.of("title", "text", "topic", "place", "name");

    private final ConsultationSheet sheet;
    private final MeetingDesk desk;
    private final PublicMeetings meetings;
    private final Concerned concerned;
    private final ConsultationPeriods periods;
    private final Documents documents;
    private final StaffIntake intake;
    private final Places places;
    private final SignedIn signedIn;
    private final MessageSource messages;
    private final Clock clock;
    private final FileRefusals fileRefusals;

    MeetingController(
            ConsultationSheet sheet,
            MeetingDesk desk,
            PublicMeetings meetings,
            Concerned concerned,
            ConsultationPeriods periods,
            Documents documents,
            StaffIntake intake,
            Places places,
            SignedIn signedIn,
            MessageSource messages,
            Clock clock,
            FileRefusals fileRefusals) {
        this.sheet = sheet;
        this.desk = desk;
        this.meetings = meetings;
        this.concerned = concerned;
        this.periods = periods;
        this.documents = documents;
        this.intake = intake;
        this.places = places;
        this.signedIn = signedIn;
        this.messages = messages;
        this.clock = clock;
        this.fileRefusals = fileRefusals;
    }

    @GetMapping
    String list(@PathVariable String code, @RequestParam(defaultValue = "0") int page, Model model) {
        var consultation = consultation(code, model);
        model.addAttribute(
                "meetings",
                meetings.findByConsultationId(
                        consultation.id(), PageRequest.of(Math.max(page, 0), ROWS, LATEST_FIRST)));
        model.addAttribute("today", Riga.today(clock));
        return "consultation/meetings";
    }

    @GetMapping("/jauna")
    String blank(@PathVariable String code, Model model) {
        return plan(MeetingForms.Plan.EMPTY, null, consultation(code, model), model);
    }

    @PostMapping("/jauna")
    String add(
            @PathVariable String code,
            @ModelAttribute("form") MeetingForms.Plan form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        var consultation = consultation(code, model);
        var told = form.meeting(errors);
        if (told.isEmpty()) {
            return plan(form, null, consultation, model);
        }
        desk.add(consultation.id(), told.get(), form.isAnnounced(), signedIn.required());
        return done("consultation.meeting.added", code, null, redirect, locale);
    }

    @GetMapping("/{id}")
    String show(@PathVariable String code, @PathVariable UUID id, Model model) {
        var consultation = consultation(code, model);
        var meeting = meetings.get(consultation.id(), id);
        return one(MeetingForms.Minutes.of(meeting), consultation, meeting, model);
    }

    @PostMapping("/{id}")
    String write(
            @PathVariable String code,
            @PathVariable UUID id,
            @ModelAttribute("form") MeetingForms.Minutes form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        var consultation = consultation(code, model);
        var meeting = meetings.get(consultation.id(), id);
        var minutes = form.written(!documents.of(MeetingDesk.minutesOf(id)).isEmpty(), errors);
        if (minutes.isEmpty()) {
            return one(form, consultation, meeting, model);
        }
        try {
            desk.write(consultation.id(), id, minutes.get(), form.files(), signedIn.required());
        } catch (DocumentRefused refused) {
            fileRefusals.tell(refused, "files", errors);
            return one(form, consultation, meeting, model);
        }
        return done("consultation.meeting.written", code, id, redirect, locale);
    }

    @GetMapping("/{id}/labot")
    String edit(@PathVariable String code, @PathVariable UUID id, Model model) {
        var consultation = consultation(code, model);
        var meeting = meetings.get(consultation.id(), id);
        return plan(MeetingForms.Plan.of(meeting), meeting, consultation, model);
    }

    @PostMapping("/{id}/labot")
    String move(
            @PathVariable String code,
            @PathVariable UUID id,
            @ModelAttribute("form") MeetingForms.Plan form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        var consultation = consultation(code, model);
        var meeting = meetings.get(consultation.id(), id);
        var told = form.meeting(errors);
        if (told.isEmpty()) {
            return plan(form, meeting, consultation, model);
        }
        desk.move(consultation.id(), id, told.get(), form.isAnnounced(), signedIn.required());
        return done("consultation.meeting.changed", code, id, redirect, locale);
    }

    @GetMapping("/{id}/dzest")
    String confirm(@PathVariable String code, @PathVariable UUID id, Model model) {
        var consultation = consultation(code, model);
        model.addAttribute("meeting", meetings.get(consultation.id(), id));
        audience(consultation, model);
        return "consultation/meeting-delete";
    }

    @PostMapping("/{id}/dzest")
    String delete(
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean announced,
            RedirectAttributes redirect,
            Locale locale) {
        var by = signedIn.required();
        desk.delete(sheet.get(code, by).id(), id, announced, by);
        return done("consultation.meeting.deleted", code, null, redirect, locale);
    }

    @GetMapping("/{id}/priekslikums")
    String said(@PathVariable String code, @PathVariable UUID id, Model model, Locale locale) {
        var consultation = consultation(code, model);
        return said(
                MeetingForms.Said.EMPTY,
                UUID.randomUUID().toString(),
                consultation,
                meetings.get(consultation.id(), id),
                model,
                locale);
    }

    /** @param key made with the empty form, so that a double submit takes down one proposal */
    @PostMapping("/{id}/priekslikums")
    String takeDown(
            @PathVariable String code,
            @PathVariable UUID id,
            @ModelAttribute("form") MeetingForms.Said form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String key,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        var consultation = consultation(code, model);
        var meeting = meetings.get(consultation.id(), id);
        var once = key.isBlank() ? UUID.randomUUID().toString() : key;
        try {
            var receipt = intake.register(entry(form, consultation, meeting), once, signedIn.required());
            redirect.addFlashAttribute(
                    "flash",
                    messages.getMessage("consultation.meeting.said.kept", new Object[] {receipt.receipt()}, locale));
        } catch (SubmissionRefused refused) {
            refused.faults().forEach(fault -> reject(fault, errors));
            return said(form, once, consultation, meeting, model, locale);
        } catch (CallClosed closed) {
            errors.reject("consultation.meeting.said.closed");
            return said(form, once, consultation, meeting, model, locale);
        }
        redirect.addAttribute("code", code);
        redirect.addAttribute("id", id);
        return ONE + "/priekslikums";
    }

    private static void reject(SubmissionRefused.Fault fault, BindingResult errors) {
        var field =
                switch (fault.field()) {
                    case "municipality" -> "place";
                    case "submitter.name" -> "name";
                    default -> fault.field();
                };
        if (SAID.contains(field)) {
            errors.rejectValue(field, fault.messageKey());
        } else {
            errors.reject(fault.messageKey());
        }
    }

    private StaffEntry entry(MeetingForms.Said form, Consultation consultation, PublicMeeting meeting) {
        var place = Objects.toString(form.place(), "");
        var municipality = places.lookUp(place)
                .flatMap(known -> places.municipalityOf(known.code()))
                .map(Place::code);
        var name = Objects.toString(form.name(), "").strip();
        return new StaffEntry(
                new Submission(
                        consultation.code(),
                        IntakeChannel.MEETING,
                        Locale.forLanguageTag("lv"),
                        Objects.toString(form.title(), "").strip(),
                        Objects.toString(form.text(), "").replace("\r\n", "\n").strip(),
                        Arrays.stream(Topic.values())
                                .filter(topic -> topic.name().equals(form.topic()))
                                .findFirst()
                                .orElse(Topic.OTHER),
                        municipality.orElse(null),
                        municipality.filter(place::equals).isPresent() || municipality.isEmpty() ? null : place,
                        null,
                        null,
                        new Submitter(name.isEmpty() ? null : name, null, null, null, null, false),
                        true,
                        false,
                        List.of(),
                        null),
                meeting.heldAt().toLocalDate(),
                null,
                null);
    }

    @GetMapping("/{id}/faili/{file}")
    ResponseEntity<Resource> file(@PathVariable String code, @PathVariable UUID id, @PathVariable UUID file) {
        var consultation = sheet.get(code, signedIn.required());
        return documents.serve(desk.file(consultation.id(), id, file).id());
    }

    @PostMapping("/{id}/faili/{file}/nonemt")
    String removeFile(
            @PathVariable String code,
            @PathVariable UUID id,
            @PathVariable UUID file,
            RedirectAttributes redirect,
            Locale locale) {
        var by = signedIn.required();
        var name = desk.removeFile(sheet.get(code, by).id(), id, file, by);
        redirect.addFlashAttribute(
                "flash", messages.getMessage("consultation.files.removed", new Object[] {name}, locale));
        redirect.addAttribute("code", code);
        redirect.addAttribute("id", id);
        return ONE;
    }

    private Consultation consultation(String code, Model model) {
        var consultation = sheet.get(code, signedIn.required());
        model.addAttribute("consultation", consultation);
        return consultation;
    }

    private String plan(
            MeetingForms.Plan form, @Nullable PublicMeeting meeting, Consultation consultation, Model model) {
        audience(consultation, model);
        model.addAttribute("form", form);
        model.addAttribute("meeting", meeting);
        model.addAttribute("formats", Arrays.asList(Details.Meeting.Format.values()));
        model.addAttribute("kinds", Arrays.asList(Details.Meeting.Kind.values()));
        return "consultation/meeting-form";
    }

    /** Whom a letter would reach; nobody before the consultation is announced. */
    private void audience(Consultation consultation, Model model) {
        if (MeetingDesk.mayAnnounce(consultation)) {
            model.addAttribute("audience", concerned.count(consultation));
        }
    }

    private String one(MeetingForms.Minutes form, Consultation consultation, PublicMeeting meeting, Model model) {
        model.addAttribute(
                "summaryDue",
                periods.meetingSummary(consultation, meeting.heldAt().toLocalDate()));
        model.addAttribute("form", form);
        model.addAttribute("meeting", meeting);
        model.addAttribute("kept", documents.of(MeetingDesk.minutesOf(meeting.id())));
        model.addAttribute("over", meeting.heldAt().toLocalDate().compareTo(Riga.today(clock)) <= 0);
        return "consultation/meeting";
    }

    private String said(
            MeetingForms.Said form,
            String key,
            Consultation consultation,
            PublicMeeting meeting,
            Model model,
            Locale locale) {
        Map<String, String> choices = new LinkedHashMap<>();
        consultation.hosts().stream()
                .filter(host -> places.lookUp(host).isPresent())
                .flatMap(host -> places.within(host).stream())
                .filter(place -> places.municipalityOf(place).isPresent())
                .forEach(place -> choices.put(place, places.fullName(place, locale)));
        model.addAttribute("form", form);
        model.addAttribute("key", key);
        model.addAttribute("meeting", meeting);
        model.addAttribute("places", choices);
        model.addAttribute("topics", Arrays.asList(Topic.values()));
        return "consultation/meeting-proposal";
    }

    private String done(String message, String code, @Nullable UUID id, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", messages.getMessage(message, null, locale));
        redirect.addAttribute("code", code);
        if (id == null) {
            return LIST;
        }
        redirect.addAttribute("id", id);
        return ONE;
    }
}
