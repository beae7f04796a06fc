package lv.varu.proposal.support;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import lv.varu.proposal.IntakeRules;
import lv.varu.proposal.support.SupportDesk.Support;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What somebody enters who supports a proposal. */
record SupportForm(
        @NotBlank(message = "{proposal.page.propose.name.missing}")
        @Size(max = IntakeRules.SHORT, message = "{proposal.fault.long}")
        String name,

        @NotBlank(message = "{proposal.support.email.missing}")
        String email,

        @Size(max = IntakeRules.SHORT, message = "{proposal.fault.long}")
        String organisation,

        @Nullable Boolean processing,
        @Nullable Boolean publishName) {
    static final SupportForm EMPTY = new SupportForm("", "", "", null, null);

    SupportForm(
            @Nullable String name,
            @Nullable String email,
            @Nullable String organisation,
            @Nullable Boolean processing,
            @Nullable Boolean publishName) {
        this.name = clean(name);
        this.email = clean(email);
        this.organisation = clean(organisation);
        this.processing = processing;
        this.publishName = publishName;
    }

    void check(Errors errors) {
        if (!email.isEmpty() && !IntakeRules.isEmail(email)) {
            errors.rejectValue("email", "proposal.fault.email");
        }
        if (!Boolean.TRUE.equals(processing)) {
            errors.rejectValue("processing", "proposal.support.processing.missing");
        }
    }

    Support support(Locale language) {
        return new Support(
                name, email, organisation.isEmpty() ? null : organisation, language, Boolean.TRUE.equals(publishName));
    }

    private static String clean(@Nullable String entered) {
        return entered == null ? "" : entered.strip();
    }
}
