package lv.varu.proposal.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.account.SignedIn;
import lv.varu.calendar.Riga;
import lv.varu.directory.Topic;
import lv.varu.document.DocumentRefused;
import lv.varu.document.FileRefusals;
import lv.varu.proposal.Call;
import lv.varu.proposal.CallClosed;
import lv.varu.proposal.Calls;
import lv.varu.proposal.IntakeChannel;
import lv.varu.proposal.KeyReused;
import lv.varu.proposal.PlaceChoices;
import lv.varu.proposal.ProposeForm;
import lv.varu.proposal.Receipt;
import lv.varu.proposal.Reference;
import lv.varu.proposal.References;
import lv.varu.proposal.Section;
import lv.varu.proposal.SubmissionRefused;
import lv.varu.proposal.entry.EntrySitting.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff enter a pile of paper, one sheet after the other, with the keyboard alone. */
@Controller
@RequestMapping("/darbs/apspriesanas/{code}/ievade")
class EntryController {
    // Paper does not say in which language its author reads letters; nearly all read Latvian.
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private final StaffIntake intake;
    private final EntrySitting sitting;
    private final References references;
    private final Calls calls;
    private final PlaceChoices places;
    private final SignedIn signedIn;
    private final MessageSource messages;
    private final Clock clock;
    private final FileRefusals fileRefusals;

    EntryController(
            StaffIntake intake,
            EntrySitting sitting,
            References references,
            Calls calls,
            PlaceChoices places,
            SignedIn signedIn,
            MessageSource messages,
            Clock clock,
            FileRefusals fileRefusals) {
        this.intake = intake;
        this.sitting = sitting;
        this.references = references;
        this.calls = calls;
        this.places = places;
        this.signedIn = signedIn;
        this.messages = messages;
        this.clock = clock;
        this.fileRefusals = fileRefusals;
    }

    @GetMapping
    String blank(
            @PathVariable String code,
            @RequestParam(name = "ka", required = false) @Nullable IntakeChannel channel,
            @RequestParam(name = "sanemts", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate receivedOn,
            Model model,
            Locale locale) {
        Call call = intake.permitted(code, signedIn.required());
        LocalDate received = receivedOn == null ? Riga.today(clock) : receivedOn;
        model.addAttribute("form", EntryForm.next(channel, received));
        return form(call, fresh(), model, locale);
    }

    @PostMapping
    String enter(
            @PathVariable String code,
            @ModelAttribute("form") EntryForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Person by = signedIn.required();
        Call call = intake.permitted(code, by);
        LocalDate received = form.receivedOn();
        String once = key == null || key.isBlank() ? fresh() : key;
        StaffEntry entry = form.entry(
                code,
                places.municipalityOf(form.place()).orElse(null),
                received == null ? Riga.today(clock) : received,
                LATVIAN);
        List<Section> sections = calls.sections(call.id());
        check(form, entry, sections, errors);
        if (!errors.hasErrors()) {
            try {
                Receipt receipt = register(entry, Reference.of(form.section(), form.draftPage(), sections), once, by);
                said(redirect, "proposal.entry.flash", sitting.numberOf(receipt.proposalId()), locale);
                redirect.addAttribute("ka", entry.submission().channel());
                redirect.addAttribute("sanemts", entry.receivedOn().toString());
                return "redirect:/darbs/apspriesanas/" + code + "/ievade";
            } catch (CallClosed e) {
                errors.reject("proposal.import.fault.closed");
            } catch (KeyReused e) {
                once = fresh();
                errors.reject("proposal.page.propose.again");
            } catch (DocumentRefused refused) {
                fileRefusals.tell(refused, "files", errors);
            }
        }
        return form(call, once, model, locale);
    }

    private Receipt register(StaffEntry entry, Reference reference, String key, Person by) {
        return references.keep(reference, () -> intake.register(entry, key, by));
    }

    private void check(EntryForm form, StaffEntry entry, List<Section> sections, BindingResult errors) {
        Map<String, String> faults = new LinkedHashMap<>(Reference.faults(form.section(), form.draftPage(), sections));
        if (form.receivedOn() == null && !errors.hasFieldErrors("receivedOn")) {
            faults.put("receivedOn", "proposal.fault.received.missing");
        }
        for (SubmissionRefused.Fault fault : intake.faultsOf(entry)) {
            boolean fromText =
                    fault.field().equals("title") && entry.submission().title().isEmpty();
            if (fault.field().equals("municipality")) {
                faults.putIfAbsent("place", "proposal.page.propose.place.missing");
            } else if (!fromText) {
                faults.putIfAbsent(fault.field(), fault.messageKey());
            }
        }
        EntryForm.ORDER.stream()
                .filter(faults::containsKey)
                .forEach(field -> errors.rejectValue(field, Objects.requireNonNull(faults.get(field))));
        form.allFiles().stream()
                .filter(ProposeForm::isLarge)
                .map(MultipartFile::getOriginalFilename)
                .forEach(name -> FileRefusals.tellTooLarge(name, "files", errors));
    }

    /** Asks before a mistake is taken back. */
    @GetMapping("/{id}/atsaukt")
    String askUndo(@PathVariable String code, @PathVariable UUID id, Model model) {
        Call call = intake.permitted(code, signedIn.required());
        model.addAttribute("call", call);
        model.addAttribute("sheet", sitting.sheet(call.id(), id));
        return "proposal/entry-undo";
    }

    @PostMapping("/{id}/atsaukt")
    String undo(@PathVariable String code, @PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        Person by = signedIn.required();
        Call call = intake.permitted(code, by);
        Sheet sheet = sitting.sheet(call.id(), id);
        boolean undone = intake.undo(sheet.id(), by);
        said(redirect, undone ? "proposal.entry.undone" : "proposal.entry.undone.late", sheet.number(), locale);
        return "redirect:/darbs/apspriesanas/" + code + "/ievade";
    }

    private void said(RedirectAttributes redirect, String key, long number, Locale locale) {
        redirect.addFlashAttribute("flash", messages.getMessage(key, new Object[] {number}, locale));
    }

    private String form(Call call, String key, Model model, Locale locale) {
        List<Sheet> sheets = sitting.latest(call.id(), signedIn.required().id());
        model.addAttribute("call", call);
        model.addAttribute("partnership", call.lead());
        model.addAttribute("room", intake.hasRoom(call));
        model.addAttribute("alone", !call.standing() && !calls.awaitsPosition(call.id()));
        model.addAttribute("key", key);
        model.addAttribute("channels", IntakeChannel.BY_STAFF);
        model.addAttribute("topics", Topic.values());
        model.addAttribute("places", places.of(call, locale));
        model.addAttribute("sections", calls.sections(call.id()));
        model.addAttribute("sheets", sheets);
        model.addAttribute(
                "entered", sitting.count(call.id(), signedIn.required().id()));
        model.addAttribute("script", "similar.js");
        return "proposal/entry";
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
