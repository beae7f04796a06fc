package lv.varu.wording;

import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.varu.account.People;
import lv.varu.account.Person;
import lv.varu.account.SignedIn;
import lv.varu.directory.Partnerships;
import lv.varu.mail.Wording;
import lv.varu.wording.EditedTexts.Edited;
import lv.varu.wording.EditedTexts.Key;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
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
import org.springframework.web.util.HtmlUtils;

/** Where letters are worded. */
@Controller
@RequestMapping("/darbs/vestulu-teksti")
class WordingController {
    private static final int PAGE_SIZE = 25;
    /** A letter shown for a look opens nothing at all. */
    private static final String FRAME_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'self'; sandbox";

    private static final String ONE = "redirect:/darbs/vestulu-teksti/{template}";

    private final StandardTexts standard;
    private final EditedTexts edited;
    private final WordingDesk desk;
    private final Partnerships partnerships;
    private final People people;
    private final SignedIn signedIn;
    private final MessageSource messages;

    WordingController(
            StandardTexts standard,
            EditedTexts edited,
            WordingDesk desk,
            Partnerships partnerships,
            People people,
            SignedIn signedIn,
            MessageSource messages) {
        this.standard = standard;
        this.edited = edited;
        this.desk = desk;
        this.partnerships = partnerships;
        this.people = people;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "laboti", defaultValue = "false") boolean onlyEdited,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale locale) {
        var scope = WordingDesk.scopeOf(person());
        var texts = edited.recent();
        var language = locale.getLanguage();
        var found = standard.templates().stream()
                .filter(template -> scope.isEmpty() || standard.isOfPartnership(template))
                .map(template -> row(template, language, scope, texts))
                .filter(row -> !onlyEdited || row.changed())
                .filter(row -> row.matches(q.strip().toLowerCase(locale)))
                .toList();
        var request = PageRequest.of(Math.max(0, page), PAGE_SIZE);
        int from = (int) Math.min(request.getOffset(), found.size());
        model.addAttribute("q", q);
        model.addAttribute("onlyEdited", onlyEdited);
        model.addAttribute(
                "letters",
                new PageImpl<>(
                        found.subList(from, Math.min(found.size(), from + PAGE_SIZE)).stream()
                                .map(row -> shown(row, language))
                                .toList(),
                        request,
                        found.size()));
        model.addAttribute("scope", nameOf(scope, locale));
        return "wording/list";
    }

    /** As a reader sees it, for placeholders tell nothing in a list. */
    private Shown shown(Row row, String language) {
        var preview = desk.preview(row.template(), language, row.wording(), person());
        return new Shown(row.template(), preview.subject(), preview.text(), row.changed());
    }

    private Row row(String template, String language, String scope, Map<Key, Edited> texts) {
        var own = texts.get(new Key(template, language, scope));
        var all = texts.get(new Key(template, language, EditedTexts.ALL));
        var wording = own != null ? own.wording() : all != null ? all.wording() : standard.of(template, language);
        boolean changed =
                StandardTexts.LANGUAGES.stream().anyMatch(one -> texts.containsKey(new Key(template, one, scope)));
        return new Row(template, wording, changed);
    }

    @GetMapping("/{template}")
    String show(
            @PathVariable String template,
            @RequestParam(name = "valoda", defaultValue = "lv") String language,
            Model model,
            Locale locale) {
        var current = known(template, language).map(Edited::version).orElse(0);
        var wording = desk.current(template, language, person())
                .map(Edited::wording)
                .orElseGet(() -> desk.inherited(template, language, person()));
        return page(template, language, WordingForm.of(wording, current), wording, model, locale);
    }

    private Optional<Edited> known(String template, String language) {
        WordingDesk.scopeOf(person());
        if (!standard.knows(template) || !StandardTexts.LANGUAGES.contains(language)) {
            throw new UnknownLetter(template);
        }
        return desk.current(template, language, person());
    }

    @PostMapping("/{template}")
    String act(
            @PathVariable String template,
            @RequestParam(name = "valoda", defaultValue = "lv") String language,
            @RequestParam(name = "darbiba", defaultValue = "saglabat") String act,
            @Valid @ModelAttribute("form") WordingForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        known(template, language);
        var own = standard.of(template, language);
        form.check(own, errors);
        if (errors.hasErrors()) {
            return page(template, language, form, null, model, locale);
        }
        var wording = form.wording(own.action() != null);
        if (act.equals("izmeginat")) {
            desk.sendTest(template, language, wording, person());
            model.addAttribute("flash", text("wording.tested", locale, person().email()));
            return page(template, language, form, wording, model, locale);
        }
        try {
            desk.save(template, language, wording, form.version() == null ? 0 : form.version(), person());
        } catch (OptimisticLockingFailureException collision) {
            errors.reject("wording.collision");
            return page(template, language, form, wording, model, locale);
        }
        return done(template, language, "wording.saved", redirect, locale);
    }

    /** The letter as it goes out now, for the frame on its page. */
    @GetMapping("/{template}/paraugs")
    ResponseEntity<String> preview(
            @PathVariable String template, @RequestParam(name = "valoda", defaultValue = "lv") String language) {
        var wording = known(template, language)
                .map(Edited::wording)
                .orElseGet(() -> desk.inherited(template, language, person()));
        return framed(desk.preview(template, language, wording, person()).html());
    }

    /** The letter as it is typed, into the same frame; nothing is stored. */
    @PostMapping("/{template}/paraugs")
    ResponseEntity<String> preview(
            @PathVariable String template,
            @RequestParam(name = "valoda", defaultValue = "lv") String language,
            @Valid @ModelAttribute("form") WordingForm form,
            BindingResult errors,
            Locale locale) {
        known(template, language);
        var own = standard.of(template, language);
        form.check(own, errors);
        if (errors.hasErrors()) {
            var list = errors.getAllErrors().stream()
                    .map(error -> "<li>" + HtmlUtils.htmlEscape(messages.getMessage(error, locale), "UTF-8") + "</li>")
                    .collect(Collectors.joining());
            return framed("<!DOCTYPE html><html lang=\"" + locale.getLanguage() + "\"><title>Varu</title><ul>" + list
                    + "</ul></html>");
        }
        return framed(desk.preview(template, language, form.wording(own.action() != null), person())
                .html());
    }

    private static ResponseEntity<String> framed(String html) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", FRAME_POLICY)
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(html);
    }

    @GetMapping("/{template}/atjaunot")
    String confirm(
            @PathVariable String template,
            @RequestParam(name = "valoda", defaultValue = "lv") String language,
            Model model,
            Locale locale) {
        known(template, language);
        model.addAttribute("template", template);
        model.addAttribute("language", language);
        model.addAttribute("standard", desk.inherited(template, language, person()));
        model.addAttribute("scope", nameOf(WordingDesk.scopeOf(person()), locale));
        return "wording/reset";
    }

    @PostMapping("/{template}/atjaunot")
    String reset(
            @PathVariable String template,
            @RequestParam(name = "valoda", defaultValue = "lv") String language,
            RedirectAttributes redirect,
            Locale locale) {
        known(template, language);
        boolean was = desk.reset(template, language, person());
        return done(template, language, was ? "wording.reset.done" : "wording.reset.nothing", redirect, locale);
    }

    private String page(
            String template, String language, WordingForm form, @Nullable Wording shown, Model model, Locale locale) {
        var own = standard.of(template, language);
        var current = desk.current(template, language, person());
        model.addAttribute("template", template);
        model.addAttribute(
                "title", desk.preview(template, language, own, person()).subject());
        model.addAttribute("language", language);
        model.addAttribute("languages", StandardTexts.LANGUAGES);
        model.addAttribute("form", form);
        model.addAttribute("standard", own);
        model.addAttribute("current", current.orElse(null));
        model.addAttribute(
                "changedBy",
                current.map(Edited::changedBy)
                        .flatMap(people::find)
                        .map(Person::name)
                        .orElse(null));
        model.addAttribute("scope", nameOf(WordingDesk.scopeOf(person()), locale));
        model.addAttribute("placeholders", placeholders(own, Locale.forLanguageTag(language)));
        if (shown != null) {
            model.addAttribute("preview", desk.preview(template, language, shown, person()));
            model.addAttribute("missing", WordingForm.braced(desk.warnings(template, language, shown)));
        }
        return "wording/edit";
    }

    private List<Placeholder> placeholders(Wording own, Locale language) {
        return Placeholders.of(own).names().stream()
                .map(name -> new Placeholder("{" + name + "}", desk.words(name, language)))
                .toList();
    }

    private String nameOf(String scope, Locale locale) {
        return scope.isEmpty() ? "" : partnerships.find(scope).name(locale);
    }

    private Person person() {
        return signedIn.required();
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    private String done(String template, String language, String message, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", text(message, locale));
        redirect.addAttribute("template", template);
        redirect.addAttribute("valoda", language);
        return ONE;
    }

    record Placeholder(String name, String example) {}

    record Row(String template, Wording wording, boolean changed) {
        boolean matches(String words) {
            return Stream.of(wording.subject(), wording.body())
                    .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words));
        }
    }

    record Shown(String template, String subject, String text, boolean changed) {}
}
