package lv.varu.account;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A new password, typed twice. */
record PasswordForm(
        @Size(min = MIN, max = MAX, message = "{account.password.length}")
        String password,

        String again) {
    static final int MIN = 10;
    static final int MAX = 200;
    static final PasswordForm EMPTY = new PasswordForm("", "");

    PasswordForm(@Nullable String password, @Nullable String again) {
        this.password = password == null ? "" : password;
        this.again = again == null ? "" : again;
    }

    void check(Errors errors) {
        if (!password.equals(again)) {
            errors.rejectValue("again", "account.password.differs");
        }
    }
}
