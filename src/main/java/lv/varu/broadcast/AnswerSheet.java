package lv.varu.broadcast;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import lv.varu.spreadsheet.SheetWriter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All answers to a call as a table to take away. */
@Component
@Transactional(readOnly = true)
class AnswerSheet {
    private static final List<String> COLUMNS =
            List.of("organisation", "person", "email", "state", "options", "amount", "comment", "answered");

    private final Recipients recipients;
    private final MessageSource messages;

    AnswerSheet(Recipients recipients, MessageSource messages) {
        this.recipients = recipients;
        this.messages = messages;
    }

    void write(Broadcast broadcast, String format, OutputStream target, Locale locale) throws IOException {
        try (SheetWriter sheet = format.equals("csv")
                ? SheetWriter.csv(target)
                : SheetWriter.xlsx(target, text("broadcast.export.sheet", locale))) {
            sheet.row(COLUMNS.stream()
                    .map(column -> text("broadcast.export." + column, locale))
                    .toList());
            recipients.each(broadcast.id(), recipient -> write(sheet, broadcast, recipient, locale));
        }
    }

    private void write(SheetWriter sheet, Broadcast broadcast, Recipient recipient, Locale locale) {
        String state = recipient.helps() == null ? "SILENT" : recipient.helps() ? "HELPING" : "NOT_HELPING";
        try {
            sheet.row(Arrays.asList(
                    recipient.name(),
                    Objects.requireNonNullElse(recipient.person(), ""),
                    recipient.email(),
                    text("broadcast.view." + state, locale),
                    recipient.options().stream()
                            .filter(option -> option < broadcast.options().size())
                            .map(broadcast.options()::get)
                            .collect(Collectors.joining("; ")),
                    recipient.amount(),
                    Objects.requireNonNullElse(recipient.comment(), ""),
                    recipient.answeredAt()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
