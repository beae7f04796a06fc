package lv.varu.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

record ProfileForm(
        @NotBlank(message = "{account.name.missing}") @Size(max = 200, message = "{account.name.long}")
        String name,

        @Pattern(regexp = "lv|en", message = "{account.language.missing}")
        String language) {

    ProfileForm(@Nullable String name, @Nullable String language) {
        this.name = name == null ? "" : name;
        this.language = language == null ? "" : language;
    }

    static ProfileForm of(Person person) {
        return new ProfileForm(person.name(), person.language().getLanguage());
    }

    Locale locale() {
        return Locale.forLanguageTag(language);
    }
}
