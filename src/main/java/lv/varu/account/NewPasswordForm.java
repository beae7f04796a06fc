package lv.varu.account;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A new password in place of the present one. */
record NewPasswordForm(
        String current,

        @Size(min = PasswordForm.MIN, max = PasswordForm.MAX, message = "{account.password.length}")
        String password,

        String again) {
    static final NewPasswordForm EMPTY = new NewPasswordForm(null, null, null);

    NewPasswordForm(@Nullable String current, @Nullable String password, @Nullable String again) {
        this.current = current == null ? "" : current;
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
