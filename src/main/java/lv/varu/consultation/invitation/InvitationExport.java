package lv.varu.consultation.invitation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lv.varu.account.SignedIn;
import lv.varu.consultation.ConsultationSheet;
import lv.varu.spreadsheet.SheetWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The invitations of a consultation as a table for a spreadsheet. */
@Controller
class InvitationExport {
    private final ConsultationSheet sheet;
    private final InvitationRows rows;
    private final SignedIn signedIn;
    private final MessageSource messages;

    InvitationExport(ConsultationSheet sheet, InvitationRows rows, SignedIn signedIn, MessageSource messages) {
        this.sheet = sheet;
        this.rows = rows;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @GetMapping("/darbs/apspriesanas/{code}/uzaicinatie.csv")
    void csv(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(name = "statuss", required = false) @Nullable InvitationStatus status,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        var consultation = sheet.get(code, signedIn.required());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("uzaicinatie-" + consultation.code() + ".csv")
                        .build()
                        .toString());
        try (var table = SheetWriter.csv(response.getOutputStream())) {
            table.row(Stream.of(
                            "organisation",
                            "email",
                            "status",
                            "invited",
                            "delivered",
                            "reminded",
                            "opened",
                            "drafted",
                            "answered",
                            "nothing",
                            "comment")
                    .map(column -> text("consultation.inviting.column." + column, locale))
                    .toList());
            rows.each(consultation.id(), status, q, row -> write(table, cells(row, locale)));
        }
    }

    private List<@Nullable Object> cells(InvitationRows.Row row, Locale locale) {
        return Arrays.asList(
                row.name(),
                row.email(),
                text("consultation.invitation.status." + row.status(), locale),
                row.invitedAt(),
                row.deliveredAt(),
                row.remindedAt(),
                row.openedAt(),
                row.draftedAt(),
                row.answeredAt(),
                row.nilAt(),
                row.nilComment());
    }

    private static void write(SheetWriter table, List<@Nullable Object> cells) {
        try {
            table.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
