package lv.varu.consultation;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a consultation is to a visitor; named by {@code consultation.portal.stage.OPEN}. */
enum Stage {
    OPEN("atvertas", "good", ConsultationStatus.OPEN),
    COMING("gaidamas", "info", ConsultationStatus.ANNOUNCED),
    CLOSED("slegtas", "wait", ConsultationStatus.CLOSED),
    ANSWERED("atbildetas", "quiet", ConsultationStatus.ANSWERED, ConsultationStatus.REPORTED),
    WITHDRAWN("atsauktas", "bad", ConsultationStatus.WITHDRAWN);

    private final String word;
    private final String tone;
    private final Set<ConsultationStatus> statuses;

    Stage(String word, String tone, ConsultationStatus first, ConsultationStatus... more) {
        this.word = word;
        this.tone = tone;
        this.statuses = EnumSet.of(first, more);
    }

    // By the dates, not by the status: a timer that runs a minute late must not offer a form that refuses.
    static Stage of(Consultation consultation, Instant now) {
        return switch (consultation.status()) {
            case PREPARING, ANNOUNCED, OPEN ->
                now.isBefore(consultation.opensAt()) ? COMING : now.isBefore(consultation.closesAt()) ? OPEN : CLOSED;
            case CLOSED -> CLOSED;
            case ANSWERED, REPORTED -> ANSWERED;
            case WITHDRAWN -> WITHDRAWN;
        };
    }

    /** Nothing for a word that is no stage: then nothing narrows. */
    static @Nullable Stage named(@Nullable String word) {
        return Arrays.stream(values())
                .filter(stage -> stage.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    /** In addresses. */
    public String word() {
        return word;
    }

    public String tone() {
        return tone;
    }

    Set<ConsultationStatus> statuses() {
        return statuses;
    }
}
