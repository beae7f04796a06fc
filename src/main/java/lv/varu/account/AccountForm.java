package lv.varu.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import lv.varu.account.Account.Position;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

record AccountForm(
        @NotBlank(message = "{account.name.missing}") @Size(max = 200, message = "{account.name.long}")
        String name,

        @NotBlank(message = "{account.email.missing}")
        @Email(message = "{account.email.wrong}")
        @Size(max = 254, message = "{account.email.wrong}")
        String email,

        @NotNull(message = "{account.role.missing}") @Nullable
        Role role,

        String partnership,

        @Pattern(regexp = "lv|en", message = "{account.language.missing}")
        String language) {
    static final AccountForm EMPTY = new AccountForm(null, null, null, null, "lv");

    AccountForm(
            @Nullable String name,
            @Nullable String email,
            @Nullable Role role,
            @Nullable String partnership,
            @Nullable String language) {
        this.name = name == null ? "" : name;
        this.email = email == null ? "" : email;
        this.role = role;
        this.partnership = partnership == null ? "" : partnership;
        this.language = language == null ? "" : language;
    }

    static AccountForm of(Person person) {
        return new AccountForm(
                person.name(),
                person.email(),
                person.role(),
                person.partnership(),
                person.language().getLanguage());
    }

    void check(Collection<String> partnerships, Errors errors) {
        if (role != null && role != Role.ADMINISTRATOR && !partnerships.contains(partnership)) {
            errors.rejectValue("partnership", "account.partnership.missing");
        }
    }

    Position position() {
        Role chosen = Objects.requireNonNull(role);
        return new Position(chosen, chosen == Role.ADMINISTRATOR ? null : partnership);
    }

    Locale locale() {
        return Locale.forLanguageTag(language);
    }
}
