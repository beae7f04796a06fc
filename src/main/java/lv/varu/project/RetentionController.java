package lv.varu.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.varu.account.NotAllowed;
import lv.varu.account.People;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.account.SignedIn;
import lv.varu.directory.Partnership;
import lv.varu.directory.Partnerships;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a manager sees what has had its time, and decides. */
@Controller
@RequestMapping("/darbs/glabasana")
class RetentionController {
    private static final int PAGE_SIZE = 25;
    private static final String LIST = "redirect:/darbs/glabasana";
    private static final String ONE = LIST + "/{id}";

    private final RetentionDesk desk;
    private final RetentionRounds rounds;
    private final Partnerships partnerships;
    private final People people;
    private final RetentionSettings settings;
    private final SignedIn signedIn;
    private final MessageSource messages;

    RetentionController(
            RetentionDesk desk,
            RetentionRounds rounds,
            Partnerships partnerships,
            People people,
            RetentionSettings settings,
            SignedIn signedIn,
            MessageSource messages) {
        this.desk = desk;
        this.rounds = rounds;
        this.partnerships = partnerships;
        this.people = people;
        this.settings = settings;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        var names = visible();
        model.addAttribute("names", names);
        model.addAttribute("own", signedIn.required().partnership());
        model.addAttribute(
                "proposeOn",
                settings.proposeOn().substring(3) + "." + settings.proposeOn().substring(0, 2) + ".");
        model.addAttribute("rounds", rounds.of(names.keySet(), PageRequest.of(Math.max(0, page), PAGE_SIZE)));
        return "project/rounds";
    }

    @PostMapping
    String propose(RedirectAttributes redirect, Locale locale) {
        Person person = signedIn.required();
        String own = person.partnership();
        if (own == null) {
            throw new NotAllowed();
        }
        var round = desk.propose(own, person);
        if (round.isEmpty()) {
            return done("retention.nothing", LIST, redirect, locale);
        }
        redirect.addAttribute("id", round.get());
        return done("retention.proposed.done", ONE, redirect, locale);
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        return page(id, Set.of(), model);
    }

    private String page(UUID id, Set<UUID> kept, Model model) {
        var sheet = desk.sheet(id, signedIn.required());
        var round = sheet.round();
        model.addAttribute("round", round);
        model.addAttribute("items", sheet.items());
        model.addAttribute("kept", kept);
        model.addAttribute("script", round.isRunning() ? "importing.js" : null);
        model.addAttribute(
                "kinds",
                sheet.items().stream()
                        .flatMap(item -> item.counts().keySet().stream())
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute("name", partnerships.find(round.partnership()).shortName());
        model.addAttribute("mayDecide", signedIn.required().manages(round.partnership()));
        model.addAttribute("people", namesOf(round));
        return "project/round";
    }

    private Map<UUID, String> namesOf(RetentionRound round) {
        var ids = Stream.of(round.proposedBy(), round.decidedBy())
                .filter(Objects::nonNull)
                .toList();
        return people.find(ids).values().stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    @PostMapping("/{id}/apstiprinat")
    String approve(
            @PathVariable UUID id,
            @RequestParam(name = "paturet", required = false) @Nullable List<UUID> kept,
            @RequestParam(name = "sure", defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Set<UUID> stay = kept == null ? Set.of() : Set.copyOf(kept);
        if (!sure) {
            model.addAttribute("sureError", messages.getMessage("retention.sure.missing", null, locale));
            return page(id, stay, model);
        }
        redirect.addAttribute("id", id);
        return done(
                desk.approve(id, stay, signedIn.required()) ? "retention.approved.done" : "retention.too-late",
                ONE,
                redirect,
                locale);
    }

    @PostMapping("/{id}/noraidit")
    String dismiss(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        redirect.addAttribute("id", id);
        return done(
                desk.dismiss(id, signedIn.required()) ? "retention.dismissed.done" : "retention.too-late",
                ONE,
                redirect,
                locale);
    }

    private Map<String, String> visible() {
        Person person = signedIn.required();
        if (person.role() == Role.STAFF) {
            throw new NotAllowed();
        }
        var names = new LinkedHashMap<String, String>();
        for (Partnership partnership : partnerships.all()) {
            if (person.worksFor(partnership.code())) {
                names.put(partnership.code(), partnership.shortName());
            }
        }
        return names;
    }

    private String done(String message, String target, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", messages.getMessage(message, null, locale));
        return target;
    }
}
