package lv.varu.suggestion;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.account.SignedIn;
import lv.varu.directory.Partnership;
import lv.varu.directory.Partnerships;
import lv.varu.directory.Place;
import lv.varu.directory.Places;
import lv.varu.document.Document;
import lv.varu.document.DocumentRefused;
import lv.varu.document.Documents;
import lv.varu.document.FileRefusals;
import lv.varu.suggestion.RoundDesk.Opened;
import lv.varu.task.TaskDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
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

/** The register of boxes, their rounds, and the sheets that staff enter themselves. */
@Controller
@RequestMapping("/darbs/kastites")
class BoxController {
    private static final int PAGE = 25;
    private static final int ROUNDS = 20;

    private final SuggestionBoxes boxes;
    private final CollectionRounds rounds;
    private final Sheets sheets;
    private final BoxDesk desk;
    private final RoundDesk roundDesk;
    private final Places places;
    private final Partnerships partnerships;
    private final Documents documents;
    private final TaskDesk tasks;
    private final SignedIn signedIn;
    private final MessageSource messages;
    private final FileRefusals fileRefusals;

    BoxController(
            SuggestionBoxes boxes,
            CollectionRounds rounds,
            Sheets sheets,
            BoxDesk desk,
            RoundDesk roundDesk,
            Places places,
            Partnerships partnerships,
            Documents documents,
            TaskDesk tasks,
            SignedIn signedIn,
            MessageSource messages,
            FileRefusals fileRefusals) {
        this.boxes = boxes;
        this.rounds = rounds;
        this.sheets = sheets;
        this.desk = desk;
        this.roundDesk = roundDesk;
        this.places = places;
        this.partnerships = partnerships;
        this.documents = documents;
        this.tasks = tasks;
        this.signedIn = signedIn;
        this.messages = messages;
        this.fileRefusals = fileRefusals;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale locale) {
        Person person = signedIn.required();
        String words = q == null ? "" : q.strip();
        Page<SuggestionBox> found = boxes.search(
                person.partnership(),
                "%" + words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%",
                named(words, locale),
                PageRequest.of(Math.max(page, 0), PAGE));
        Set<UUID> open =
                rounds.findByBoxIdInAndState(found.map(SuggestionBox::id).getContent(), RoundState.OPEN).stream()
                        .map(CollectionRound::boxId)
                        .collect(Collectors.toSet());
        model.addAttribute("q", q);
        model.addAttribute(
                "found",
                found.map(box -> new Row(
                        box.id(),
                        places.fullName(box.place(), locale),
                        box.spot(),
                        box.active(),
                        open.contains(box.id()),
                        box.nextOn())));
        model.addAttribute("writes", person.partnership() != null);
        return "suggestion/list";
    }

    /** Codes of the places whose name has the words in it. */
    private List<String> named(String words, Locale locale) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return places.all().stream()
                .filter(place -> place.name(locale).toLowerCase(Locale.ROOT).contains(wanted))
                .map(Place::code)
                .toList();
    }

    @GetMapping("/jauna")
    String blank(Model model, Locale locale) {
        requireWriter();
        return form(BoxForm.blank(), null, model, locale);
    }

    @PostMapping("/jauna")
    String register(
            @ModelAttribute("form") BoxForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Person person = requireWriter();
        form.check(places, errors);
        if (errors.hasErrors() || form.id() == null) {
            return form(form, null, model, locale);
        }
        return done(
                desk.register(Objects.requireNonNull(form.id()), form.details(), person),
                "suggestion.registered",
                redirect,
                locale);
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page, Model model, Locale locale) {
        SuggestionBox box = desk.permitted(id, signedIn.required());
        Page<CollectionRound> found =
                rounds.findByBoxIdInOrderByBegunOnDescIdAsc(List.of(id), PageRequest.of(Math.max(page, 0), ROUNDS));
        model.addAttribute("boxId", id);
        model.addAttribute("code", box.code());
        model.addAttribute("details", box.details());
        model.addAttribute("active", box.active());
        model.addAttribute("nextOn", box.nextOn());
        model.addAttribute("placeName", places.fullName(box.place(), locale));
        model.addAttribute("partnership", box.partnership());
        model.addAttribute("found", found);
        model.addAttribute("sheets", sheets.of(found.map(CollectionRound::id).getContent()));
        model.addAttribute(
                "tasks",
                tasks.open(found.map(CollectionRound::key).getContent()).values().stream()
                        .flatMap(List::stream)
                        .toList());
        return "suggestion/show";
    }

    @GetMapping("/{id}/labot")
    String edit(@PathVariable UUID id, Model model, Locale locale) {
        return form(BoxForm.of(desk.permitted(id, signedIn.required())), id, model, locale);
    }

    @PostMapping("/{id}/labot")
    String change(
            @PathVariable UUID id,
            @ModelAttribute("form") BoxForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        desk.permitted(id, signedIn.required());
        form.check(places, errors);
        if (errors.hasErrors()) {
            return form(form, id, model, locale);
        }
        desk.change(id, form.version() == null ? -1 : form.version(), form.details(), signedIn.required());
        return done(id, "suggestion.changed", redirect, locale);
    }

    @PostMapping("/{id}/aktivizet")
    String activate(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        desk.activate(id, true, signedIn.required());
        return done(id, "suggestion.activated", redirect, locale);
    }

    @PostMapping("/{id}/deaktivizet")
    String deactivate(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        desk.activate(id, false, signedIn.required());
        return done(id, "suggestion.deactivated", redirect, locale);
    }

    @PostMapping("/{id}/iztuksot")
    String collect(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        desk.collectNow(id, signedIn.required());
        return done(id, "suggestion.collecting", redirect, locale);
    }

    @GetMapping("/lapas/{id}")
    String enter(@PathVariable UUID id, Model model, Locale locale) {
        model.addAttribute("form", SheetForm.blank());
        return sheets(permitted(id), model, locale);
    }

    @PostMapping("/lapas/{id}")
    String add(
            @PathVariable UUID id,
            @ModelAttribute("form") SheetForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale)
            throws IOException {
        Opened opened = permitted(id);
        if (!add(id, form, errors)) {
            return sheets(opened, model, locale);
        }
        redirect.addFlashAttribute("flash", messages.getMessage("suggestion.sheet.added", null, locale));
        return "redirect:/darbs/kastites/lapas/" + id;
    }

    /** Whether it is entered now or was before; otherwise what is wrong stands beside its field. */
    boolean add(UUID round, SheetForm form, BindingResult errors) throws IOException {
        form.check(errors);
        if (errors.hasErrors()) {
            return false;
        }
        if (form.id() != null && roundDesk.knows(form.id())) {
            return true;
        }
        try {
            roundDesk.enter(round, form.entered());
            return true;
        } catch (DocumentRefused refused) {
            fileRefusals.tell(refused, "photo", errors);
            return false;
        } catch (DuplicateKeyException twice) {
            // Two clicks at once: the sheet of the first is what the second wanted.
            return form.id() != null && roundDesk.knows(form.id());
        }
    }

    @PostMapping("/lapas/{id}/{sheet}/nonemt")
    String remove(@PathVariable UUID id, @PathVariable UUID sheet, RedirectAttributes redirect, Locale locale) {
        permitted(id);
        roundDesk.remove(id, sheet);
        redirect.addFlashAttribute("flash", messages.getMessage("suggestion.sheet.removed", null, locale));
        return "redirect:/darbs/kastites/lapas/" + id;
    }

    @GetMapping("/lapas/{id}/foto/{file}")
    ResponseEntity<Resource> photo(@PathVariable UUID id, @PathVariable UUID file) {
        permitted(id);
        Document document = documents.get(file);
        if (!document.owner().equals(CollectionRound.keyOf(id))) {
            throw new BoxNotFound(file);
        }
        return documents.serve(file);
    }

    private Opened permitted(UUID round) {
        Opened opened = roundDesk.opened(round);
        if (!signedIn.required().worksFor(opened.box().partnership())) {
            throw new NotAllowed();
        }
        return opened;
    }

    private String sheets(Opened opened, Model model, Locale locale) {
        model.addAttribute("opened", opened);
        model.addAttribute("boxId", opened.box().id());
        model.addAttribute("spot", opened.box().spot());
        model.addAttribute("placeName", places.fullName(opened.box().place(), locale));
        model.addAttribute("base", "/darbs/kastites/lapas/" + opened.roundId());
        model.addAttribute("tasks", tasks.open(opened.round().key()));
        return "suggestion/sheets";
    }

    private String form(BoxForm form, @Nullable UUID stored, Model model, Locale locale) {
        model.addAttribute("form", form);
        model.addAttribute("stored", stored);
        model.addAttribute("parishes", parishes(locale));
        model.addAttribute("units", Schedule.Unit.values());
        model.addAttribute("weekdays", DayOfWeek.values());
        model.addAttribute("languages", List.of("lv", "en"));
        return "suggestion/form";
    }

    /** Parishes and towns of the own territory. */
    private Map<String, String> parishes(Locale locale) {
        Person person = signedIn.required();
        Map<String, String> names = new LinkedHashMap<>();
        partnerships.all().stream()
                .filter(partnership -> person.worksFor(partnership.code()))
                .map(Partnership::territory)
                .flatMap(List::stream)
                .forEach(municipality -> places.parishesOf(municipality)
                        .forEach(place -> names.put(place.code(), places.fullName(place.code(), locale))));
        return names;
    }

    private Person requireWriter() {
        Person person = signedIn.required();
        if (person.partnership() == null) {
            throw new NotAllowed();
        }
        return person;
    }

    private String done(UUID id, String message, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", messages.getMessage(message, null, locale));
        redirect.addAttribute("id", id);
        return "redirect:/darbs/kastites/{id}";
    }

    /** @param open it is being emptied now */
    record Row(UUID id, String place, String spot, boolean active, boolean open, LocalDate nextOn) {}
}
