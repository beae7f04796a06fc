package lv.varu.suggestion;

import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import lv.varu.suggestion.RoundDesk.EnteredSheet;
import lv.varu.suggestion.RoundDesk.Photo;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** One sheet, as it is typed from the paper; everything but its text or photograph may be missing. */
record SheetForm(
        @Nullable UUID id,
        @Nullable String text,
        @Nullable String author,
        @Nullable String contact,
        @Nullable MultipartFile photo) {
    private static final int LONGEST = 10_000;
    private static final int LONGEST_NAME = 200;

    static SheetForm blank() {
        return new SheetForm(UUID.randomUUID(), null, null, null, null);
    }

    void check(Errors errors) {
        if (BoxForm.text(text) == null && !hasPhoto()) {
            errors.rejectValue("text", "suggestion.fault.sheet.missing");
        } else if (text != null && text.length() > LONGEST) {
            errors.rejectValue("text", "suggestion.fault.long");
        }
        if (author != null && author.length() > LONGEST_NAME) {
            errors.rejectValue("author", "suggestion.fault.long");
        }
        if (contact != null && contact.length() > LONGEST_NAME) {
            errors.rejectValue("contact", "suggestion.fault.long");
        }
    }

    EnteredSheet entered() throws IOException {
        return new EnteredSheet(
                id == null ? UUID.randomUUID() : id,
                Objects.requireNonNullElse(BoxForm.text(text), ""),
                BoxForm.text(author),
                BoxForm.text(contact),
                photo != null && !photo.isEmpty()
                        ? new Photo(String.valueOf(photo.getOriginalFilename()), photo.getBytes())
                        : null);
    }

    private boolean hasPhoto() {
        return photo != null && !photo.isEmpty();
    }
}
