package lv.varu.wording;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.account.PublicAddress;
import lv.varu.account.Role;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.mail.Letter;
import lv.varu.mail.LetterPreview;
import lv.varu.mail.Outbox;
import lv.varu.mail.Wording;
import lv.varu.wording.EditedTexts.Edited;
import lv.varu.wording.EditedTexts.Key;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Words letters anew: administrators for all partnerships, managers for their own. */
@Service
@Transactional
class WordingDesk {
    static final String KIND = "wording";
    private static final int SAMPLE_NUMBER = 3;

    private final StandardTexts standard;
    private final EditedTexts edited;
    private final LetterPreview previews;
    private final Outbox outbox;
    private final PublicAddress address;
    private final MessageSource messages;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WordingDesk(
            StandardTexts standard,
            EditedTexts edited,
            LetterPreview previews,
            Outbox outbox,
            PublicAddress address,
            MessageSource messages,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.standard = standard;
        this.edited = edited;
        this.previews = previews;
        this.outbox = outbox;
        this.address = address;
        this.messages = messages;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** Empty for all partnerships, else the code of the one whose letters the person may word. */
    static String scopeOf(Person person) {
        if (person.role() == Role.STAFF) {
            throw new NotAllowed();
        }
        return person.partnership() == null ? EditedTexts.ALL : person.partnership();
    }

    @Transactional(readOnly = true)
    Optional<Edited> current(String template, String language, Person by) {
        return edited.get(key(template, language, by));
    }

    /** What goes out now where the person's scope has no text of its own. */
    @Transactional(readOnly = true)
    Wording inherited(String template, String language, Person by) {
        Wording own = standard.of(template, language);
        return scopeOf(by).isEmpty()
                ? own
                : edited.get(new Key(template, language, EditedTexts.ALL))
                        .map(Edited::wording)
                        .orElse(own);
    }

    void save(String template, String language, Wording wording, int version, Person by) {
        var key = key(template, language, by);
        var before = edited.get(key).map(Edited::wording).orElseGet(() -> inherited(template, language, by));
        edited.save(key, wording, version, by.id(), clock.instant());
        trail.change(caseOf(template), "wording.changed", facts(key, before), facts(key, wording));
        events.publishEvent(new WordingChanged(template));
    }

    /** @return false when it was the standard already */
    boolean reset(String template, String language, Person by) {
        var key = key(template, language, by);
        var before = edited.get(key).map(Edited::wording);
        if (before.isEmpty() || !edited.remove(key)) {
            return false;
        }
        trail.change(
                caseOf(template),
                "wording.reset",
                facts(key, before.get()),
                facts(key, inherited(template, language, by)));
        events.publishEvent(new WordingChanged(template));
        return true;
    }

    private static Map<String, Object> facts(Key key, Wording wording) {
        var facts = new HashMap<String, Object>();
        facts.put("wordingSubject." + key.language(), wording.subject());
        facts.put("wordingBody." + key.language(), wording.body());
        facts.put("wordingAction." + key.language(), wording.action() == null ? "" : wording.action());
        return facts;
    }

    @Transactional(readOnly = true)
    LetterPreview.Preview preview(String template, String language, Wording wording, Person by) {
        return previews.of(sample(template, language, wording, by).seal());
    }

    /** To oneself, with sample values. */
    void sendTest(String template, String language, Wording wording, Person by) {
        key(template, language, by);
        outbox.post(sample(template, language, wording, by).seal());
        trail.record(caseOf(template), "wording.tested", Map.of("language", language));
    }

    private Letter.Draft sample(String template, String language, Wording wording, Person by) {
        Locale locale = Locale.forLanguageTag(language);
        var draft = Letter.about(caseOf(template), template, by.email(), by.name())
                .in(locale)
                .worded(wording);
        var placeholders = Placeholders.of(standard.of(template, language)).and(Placeholders.of(wording));
        placeholders.uses().forEach((name, uses) -> draft.with(name, sample(name, uses, placeholders, locale)));
        if (wording.action() != null) {
            draft.action(URI.create(address.of("/")));
        }
        return draft;
    }

    private Object sample(String name, Set<Placeholders.Use> uses, Placeholders placeholders, Locale locale) {
        if (uses.contains(Placeholders.Use.CHOSEN)) {
            return new Chosen(placeholders
                    .forms()
                    .getOrDefault(name, Set.of("other"))
                    .iterator()
                    .next());
        }
        if (uses.contains(Placeholders.Use.NUMBER)) {
            return SAMPLE_NUMBER;
        }
        return words(name, locale);
    }

    String words(String name, Locale locale) {
        String text = messages.getMessage("wording.sample." + name, null, "", locale);
        return text == null || text.isEmpty() ? "{" + name + "}" : text;
    }

    List<String> warnings(String template, String language, Wording wording) {
        return List.copyOf(Placeholders.of(wording).missingFrom(Placeholders.of(standard.of(template, language))));
    }

    private Key key(String template, String language, Person by) {
        if (!standard.knows(template) || !StandardTexts.LANGUAGES.contains(language)) {
            throw new UnknownLetter(template);
        }
        String scope = scopeOf(by);
        if (!scope.isEmpty() && !standard.isOfPartnership(template)) {
            throw new NotAllowed();
        }
        return new Key(template, language, scope);
    }

    static CaseKey caseOf(String template) {
        return CaseKey.of(KIND, template);
    }

    /** A form that a text chooses by; no text, so that it is compared as it is. */
    private record Chosen(String form) {
        @Override
        public String toString() {
            return form;
        }
    }
}
