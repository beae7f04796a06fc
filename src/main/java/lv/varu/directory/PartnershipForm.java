package lv.varu.directory;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * How a partnership is reached.
 *
 * @param version of the entry that was shown
 */
record PartnershipForm(
        @Nullable Integer version,

        @NotBlank(message = "{directory.site.missing}") @Size(max = 500, message = "{directory.long}") @Nullable
        String site,

        @NotBlank(message = "{directory.email.missing}") @Size(max = 254, message = "{directory.long}") @Nullable
        String email,

        @NotBlank(message = "{directory.phone.missing}") @Nullable
        String phone) {

    static PartnershipForm of(Partnership partnership) {
        return new PartnershipForm(partnership.version(), partnership.site(), partnership.email(), partnership.phone());
    }

    int versionShown() {
        return version == null ? -1 : version;
    }

    void check(Errors errors) {
        if (!errors.hasFieldErrors("site") && !isWebAddress(Entered.text(site))) {
            errors.rejectValue("site", "directory.site.wrong");
        }
        Entered.checkEmail(email, errors);
        Entered.checkPhone(phone, errors);
    }

    String enteredSite() {
        return Entered.text(site);
    }

    String enteredEmail() {
        return requireNonNull(Entered.email(email));
    }

    String enteredPhone() {
        return requireNonNull(Entered.phone(phone));
    }

    private static boolean isWebAddress(String text) {
        try {
            var address = URI.create(text);
            return address.getHost() != null && Set.of("http", "https").contains(String.valueOf(address.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
