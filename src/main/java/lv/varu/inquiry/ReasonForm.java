package lv.varu.inquiry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why the office refuses or needs longer; the person reads it. */
record ReasonForm(
        @NotBlank(message = "{inquiry.reason.missing}") @Size(max = 2000, message = "{inquiry.reason.long}") @Nullable
        String reason) {
    static final ReasonForm BLANK = new ReasonForm(null);

    String text() {
        return reason == null ? "" : reason.strip();
    }
}
