package lv.varu.broadcast;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.task.OpenTask;
import lv.varu.task.TaskScreen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Where staff thank those who answered. */
@Component
class ThanksScreen implements TaskScreen<ThanksScreen.Form> {
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private final BroadcastDesk desk;
    private final MessageSource messages;

    ThanksScreen(BroadcastDesk desk, MessageSource messages) {
        this.desk = desk;
        this.messages = messages;
    }

    /** The words; the figures are added by the letter. */
    record Form(
            @NotBlank(message = "{broadcast.fault.thanks.missing}")
            @Size(max = 4000, message = "{broadcast.fault.long}")
            @Nullable
            String thanks,

            @Size(max = 4000, message = "{broadcast.fault.long}") @Nullable
            String thanksEn) {}

    @Override
    public String formKey() {
        return "broadcast/thanks";
    }

    @Override
    public String template() {
        return "broadcast/thanks";
    }

    @Override
    public Form form(OpenTask task) {
        // Without an English call there is nobody who expects English thanks.
        boolean translated = desk.isTranslated(UUID.fromString(task.caseKey().id()));
        return new Form(usual(LATVIAN), translated ? usual(Locale.ENGLISH) : null);
    }

    private String usual(Locale language) {
        return messages.getMessage("broadcast.thanks.usual", null, language);
    }

    @Override
    public Map<String, @Nullable Object> complete(OpenTask task, Form form, Person by) {
        String thanks = form.thanks() == null ? "" : form.thanks().strip();
        String english = form.thanksEn();
        desk.writeThanks(
                UUID.fromString(task.caseKey().id()),
                thanks,
                english == null || english.isBlank() ? null : english.strip(),
                by);
        return Map.of();
    }
}
