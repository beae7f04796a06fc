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
 * What somebody enters about an organisation.
 *
 * @param id made with the empty form, so that a double submit registers one organisation
 * @param version of the entry that was shown
 * @param seenDoubts signature of the doubts that were shown
 */
record OrganisationForm(
        @NotNull UUID id,
        @Nullable Integer version,

        @NotBlank(message = "{directory.name.missing}") @Size(max = 200, message = "{directory.long}") @Nullable
        String name,

        @NotNull(message = "{directory.kind.missing}") @Nullable
        OrganisationKind kind,

        @NotBlank(message = "{directory.partnership.missing}") @Nullable
        String partnership,

        @NotBlank(message = "{directory.place.missing}") @Nullable
        String place,

        @Nullable List<Topic> topics,

        @Nullable String registrationNumber,

        @Size(max = 200, message = "{directory.long}") @Nullable
        String contactPerson,

        @Size(max = 254, message = "{directory.long}") @Nullable
        String email,

        @Nullable String phone,

        @NotBlank(message = "{directory.language.missing}")
        @Pattern(regexp = "lv|en|", message = "{directory.language.missing}")
        @Nullable
        String language,

        @Nullable String seenDoubts) {

    static OrganisationForm empty(@Nullable String partnership) {
        return new OrganisationForm(
                UUID.randomUUID(), 0, null, null, partnership, null, null, null, null, null, null, "lv", null);
    }

    static OrganisationForm of(Organisation organisation) {
        var details = organisation.details();
        return new OrganisationForm(
                organisation.id(),
                organisation.version(),
                details.name(),
                details.kind(),
                details.partnership(),
                details.place(),
                List.copyOf(organisation.topics()),
                details.registrationNumber(),
                details.contactPerson(),
                details.email(),
                details.phone(),
                details.language().getLanguage(),
                null);
    }

    int versionShown() {
        return version == null ? -1 : version;
    }

    void check(Places places, Partnerships partnerships, Errors errors) {
        if (Entered.textOrNone(place) != null && places.lookUp(place).isEmpty()) {
            errors.rejectValue("place", "directory.place.missing");
        }
        if (Entered.textOrNone(partnership) != null
                && partnerships.lookUp(partnership).isEmpty()) {
            errors.rejectValue("partnership", "directory.partnership.missing");
        }
        var number = Entered.digits(Entered.text(registrationNumber));
        if (!number.isEmpty() && !RegistrationNumber.isWellFormed(number)) {
            errors.rejectValue("registrationNumber", "directory.registrationNumber.wrong");
        }
        Entered.checkEmail(email, errors);
        Entered.checkPhone(phone, errors);
    }

    /** Only for a form without errors. */
    OrganisationDetails details() {
        return new OrganisationDetails(
                requireNonNull(name),
                requireNonNull(kind),
                requireNonNull(partnership),
                requireNonNull(place),
                Set.copyOf(requireNonNullElse(topics, List.of())),
                registrationNumber,
                contactPerson,
                email,
                phone,
                Locale.forLanguageTag(requireNonNull(language)));
    }
}
