package lv.varu.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

record FirstAdministratorForm(
        @NotBlank(message = "{account.name.missing}") @Size(max = 200, message = "{account.name.long}")
        String name,

        @NotBlank(message = "{account.email.missing}")
        @Email(message = "{account.email.wrong}")
        @Size(max = 254, message = "{account.email.wrong}")
        String email,

        @Size(min = PasswordForm.MIN, max = PasswordForm.MAX, message = "{account.password.length}")
        String password,

        String again) {
    static final FirstAdministratorForm EMPTY = new FirstAdministratorForm(null, null, null, null);

    FirstAdministratorForm(
            @Nullable String name, @Nullable String email, @Nullable String password, @Nullable String again) {
        this.name = name == null ? "" : name;
        this.email = email == null ? "" : email;
        this.password = password == null ? "" : password;
        this.again = again == null ? "" : again;
    }

    void check(Errors errors) {
        Guessable.reject(password, name, email, errors);
        if (!password.equals(again)) {
            errors.rejectValue("again", "account.password.differs");
        }
    }
}
