package lv.varu.proposal.support;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lv.varu.proposal.IntakeRules;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The addresses of people whom an author asks for support, as typed: apart by lines, commas or blanks. */
record InviteForm(String addresses) {
    static final InviteForm EMPTY = new InviteForm("");

    InviteForm(@Nullable String addresses) {
        this.addresses = addresses == null ? "" : addresses.strip();
    }

    List<String> emails() {
        return Arrays.stream(addresses.split("[\\s,;]+"))
                .filter(one -> !one.isEmpty())
                .map(one -> one.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    void check(Errors errors) {
        if (emails().isEmpty()) {
            errors.rejectValue("addresses", "proposal.support.invite.missing");
        }
        emails().stream()
                .filter(one -> !IntakeRules.isEmail(one))
                .findFirst()
                .ifPresent(wrong ->
                        errors.rejectValue("addresses", "proposal.support.invite.wrong", new Object[] {wrong}, null));
    }
}
