package lv.varu.broadcast;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.audit.CaseKey;
import lv.varu.calendar.Riga;
import lv.varu.directory.OrganisationKind;
import lv.varu.directory.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An urgent call to organisations. */
@Entity
class Broadcast {
    static final String KIND = "broadcast";

    @Id
    private UUID id;

    @Version
    private int version;

    private String partnership;

    @Enumerated(EnumType.STRING)
    private BroadcastState state;

    private String title;
    private String text;
    private String[] options;
    private @Nullable String titleEn;
    private @Nullable String textEn;
    private String @Nullable [] optionsEn;
    private boolean everywhere;
    private String[] topics;
    private String[] kinds;
    private String[] places;
    private LocalDate answerBy;
    private UUID writtenBy;
    private Instant writtenAt;
    private @Nullable Instant openedAt;
    private @Nullable Instant closedAt;
    private @Nullable String thanks;
    private @Nullable String thanksEn;
    private @Nullable Instant thankedAt;

    protected Broadcast() {}

    Broadcast(UUID id, String partnership, CallText words, Called called, LocalDate answerBy, UUID by, Instant now) {
        this.id = id;
        this.partnership = partnership;
        state = BroadcastState.SENDING;
        title = words.title();
        text = words.text();
        options = words.options().toArray(String[]::new);
        CallText english = words.english();
        if (english != null) {
            titleEn = english.title();
            textEn = english.text();
            optionsEn = english.options().toArray(String[]::new);
        }
        everywhere = called.everywhere();
        topics = called.topics().stream().map(Enum::name).sorted().toArray(String[]::new);
        kinds = called.kinds().stream().map(Enum::name).sorted().toArray(String[]::new);
        places = called.places().stream().sorted().toArray(String[]::new);
        this.answerBy = answerBy;
        writtenBy = by;
        writtenAt = now;
    }

    void open(Instant now) {
        require(BroadcastState.SENDING);
        state = BroadcastState.OPEN;
        openedAt = now;
    }

    void close(Instant now) {
        require(BroadcastState.OPEN);
        state = BroadcastState.CLOSED;
        closedAt = now;
    }

    void write(String thanks, @Nullable String thanksEn) {
        require(BroadcastState.CLOSED);
        this.thanks = thanks;
        this.thanksEn = thanksEn;
    }

    void thank(Instant now) {
        require(BroadcastState.CLOSED);
        state = BroadcastState.THANKED;
        thankedAt = now;
    }

    void requireOpen() {
        require(BroadcastState.OPEN);
    }

    private void require(BroadcastState expected) {
        if (state != expected) {
            throw new OutOfTurn(id, state);
        }
    }

    /** Letters still going out are answered too; after the last day nothing is taken. */
    boolean takesAnswers(Instant now) {
        return (state == BroadcastState.SENDING || state == BroadcastState.OPEN) && now.isBefore(closesAt());
    }

    Instant closesAt() {
        return Riga.endOf(answerBy);
    }

    CaseKey key() {
        return keyOf(id);
    }

    static CaseKey keyOf(UUID id) {
        return CaseKey.of(KIND, id);
    }

    public UUID id() {
        return id;
    }

    public String partnership() {
        return partnership;
    }

    public BroadcastState state() {
        return state;
    }

    public String title() {
        return title;
    }

    public String text() {
        return text;
    }

    public List<String> options() {
        return List.of(options);
    }

    /** Everything in English, when somebody has translated it. */
    public @Nullable CallText english() {
        return titleEn == null || textEn == null || optionsEn == null
                ? null
                : new CallText(titleEn, textEn, List.of(optionsEn));
    }

    /** In the language of the reader; Latvian when there is nothing else. */
    public CallText words(Locale language) {
        CallText english = english();
        return english != null && language.getLanguage().equals("en") ? english : new CallText(title, text, options());
    }

    public Called called() {
        return new Called(
                everywhere,
                Arrays.stream(topics).map(Topic::valueOf).collect(Collectors.toSet()),
                Arrays.stream(kinds).map(OrganisationKind::valueOf).collect(Collectors.toSet()),
                Set.of(places));
    }

    public LocalDate answerBy() {
        return answerBy;
    }

    public UUID writtenBy() {
        return writtenBy;
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public @Nullable String thanks() {
        return thanks;
    }

    public @Nullable String thanksEn() {
        return thanksEn;
    }

    /** As {@link #words}. */
    public @Nullable String thanks(Locale language) {
        return thanksEn != null && language.getLanguage().equals("en") ? thanksEn : thanks;
    }

    /** This is not the step that follows. */
    @ResponseStatus(HttpStatus.CONFLICT)
    static class OutOfTurn extends RuntimeException {
        OutOfTurn(UUID id, BroadcastState state) {
            super(id + " " + state);
        }
    }
}
