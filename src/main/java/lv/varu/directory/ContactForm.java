package lv.varu.directory;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What somebody enters about a municipal contact.
 *
 * @param id made with the empty form, so that a double submit adds one contact
 * @param version of the entry that was shown
 * @param seenDoubts signature of the doubts that were shown
 */
record ContactForm(
        @NotNull UUID id,
        @Nullable Integer version,

        @NotBlank(message = "{directory.municipality.missing}") @Nullable
        String municipality,

        @NotNull(message = "{directory.department.missing}") @Nullable
        Department department,

        @NotBlank(message = "{directory.person.missing}") @Size(max = 200, message = "{directory.long}") @Nullable
        String name,

        @Size(max = 200, message = "{directory.long}") @Nullable
        String position,

        @NotBlank(message = "{directory.email.missing}") @Size(max = 254, message = "{directory.long}") @Nullable
        String email,

        @Nullable String phone,
        @Nullable List<Topic> topics,
        @Nullable UUID manager,

        @NotBlank(message = "{directory.language.missing}")
        @Pattern(regexp = "lv|en|", message = "{directory.language.missing}")
        @Nullable
        String language,

        @Nullable String seenDoubts) {

    static ContactForm empty(@Nullable String municipality) {
        return new ContactForm(
                UUID.randomUUID(), 0, municipality, null, null, null, null, null, null, null, "lv", null);
    }

    static ContactForm of(MunicipalContact contact) {
        var details = contact.details();
        return new ContactForm(
                contact.id(),
                contact.version(),
                details.municipality(),
                details.department(),
                details.name(),
                details.position(),
                details.email(),
                details.phone(),
                List.copyOf(contact.topics()),
                details.manager(),
                details.language().getLanguage(),
                null);
    }

    int versionShown() {
        return version == null ? -1 : version;
    }

    void check(Places places, DirectoryDesk desk, Errors errors) {
        var code = Entered.textOrNone(municipality);
        if (code != null
                && !places.lookUp(code)
                        .map(Place::kind)
                        .map(PlaceKind::mayHoldContacts)
                        .orElse(false)) {
            errors.rejectValue("municipality", "directory.municipality.missing");
        } else if (code != null && !desk.fitsAsManager(manager, id, code)) {
            errors.rejectValue("manager", "directory.manager.wrong");
        }
        Entered.checkEmail(email, errors);
        Entered.checkPhone(phone, errors);
    }

    /** Only for a form without errors. */
    ContactDetails details() {
        return new ContactDetails(
                requireNonNull(municipality),
                requireNonNull(department),
                requireNonNull(name),
                position,
                requireNonNull(email),
                phone,
                Set.copyOf(requireNonNullElse(topics, List.of())),
                manager,
                Locale.forLanguageTag(requireNonNull(language)));
    }
}
