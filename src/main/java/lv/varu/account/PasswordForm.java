package lv.varu.account;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A new password, typed twice. */
record PasswordForm(
        @Size(min = MIN, max = MAX, message = "{account.password.length}")
        String password,

        String again) {
    static final int MIN = 12;
    static final int MAX = 128;
    static final PasswordForm EMPTY = new PasswordForm("", "");

    PasswordForm(@Nullable String password, @Nullable String again) {
        this.password = password == null ? "" : password;
        this.again = again == null ? "" : again;
    }

    void check(Person person, Errors errors) {
        Guessable.reject(password, person.name(), person.email(), errors);
        if (!password.equals(again)) {
            errors.rejectValue("again", "account.password.differs");
        }
    }
}
