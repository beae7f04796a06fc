package lv.varu.inquiry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a person enters on the public page. */
record AskForm(
        @NotBlank(message = "{inquiry.form.wish.missing}") @Nullable
        String wish,

        @Size(max = 254, message = "{inquiry.form.email.long}") @Nullable
        String email,

        @Size(max = 200, message = "{inquiry.form.name.long}") @Nullable
        String name) {
    static final AskForm BLANK = new AskForm(null, null, null);
}
