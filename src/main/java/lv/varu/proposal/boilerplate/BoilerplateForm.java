package lv.varu.proposal.boilerplate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What staff enter of a text for answers.
 *
 * @param owner {@code P:} and the code of a partnership, or {@code M:} and the code of a municipality
 * @param version of the text when the form was opened
 */
record BoilerplateForm(
        @NotBlank(message = "{proposal.boilerplate.owner.missing}") @Nullable
        String owner,

        @Nullable String department,

        @NotBlank(message = "{proposal.boilerplate.title.missing}") @Size(max = 200) @Nullable
        String title,

        @NotBlank(message = "{proposal.boilerplate.text.missing}") @Size(max = 10_000) @Nullable
        String text,

        @Nullable Integer version) {
    private static final String PARTNERSHIP = "P:";
    private static final String MUNICIPALITY = "M:";

    static BoilerplateForm of(Boilerplate boilerplate) {
        return new BoilerplateForm(
                boilerplate.partnership() == null
                        ? MUNICIPALITY + boilerplate.municipality()
                        : PARTNERSHIP + boilerplate.partnership(),
                boilerplate.department(),
                boilerplate.title(),
                boilerplate.text(),
                boilerplate.version());
    }

    static String partnership(String code) {
        return PARTNERSHIP + code;
    }

    static String municipality(String code) {
        return MUNICIPALITY + code;
    }

    BoilerplateDesk.Entry entry() {
        String whose = Objects.requireNonNullElse(owner, "");
        boolean municipal = whose.startsWith(MUNICIPALITY);
        String code = whose.length() < 2 ? "" : whose.substring(2);
        return new BoilerplateDesk.Entry(
                municipal ? null : code,
                municipal ? code : null,
                municipal && department != null && !department.isBlank() ? department : null,
                Objects.requireNonNullElse(title, "").strip(),
                Objects.requireNonNullElse(text, "").replace("\r\n", "\n").strip());
    }
}
