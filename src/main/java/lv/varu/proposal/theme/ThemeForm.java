package lv.varu.proposal.theme;

import java.util.UUID;
import lv.varu.proposal.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What staff enter about a theme. */
record ThemeForm(String name, String about) {
    static final int LONGEST_NAME = 120;
    private static final int LONGEST_ABOUT = 600;
    static final ThemeForm EMPTY = new ThemeForm("", "");

    ThemeForm(@Nullable String name, @Nullable String about) {
        this.name = name == null ? "" : name.strip();
        this.about = about == null ? "" : about.strip();
    }

    static ThemeForm of(Theme theme) {
        return new ThemeForm(theme.name(), theme.about());
    }

    @Nullable
    String aboutOrNothing() {
        return about.isEmpty() ? null : about;
    }

    void check(Call call, @Nullable UUID id, Themes themes, Errors errors) {
        if (name.isEmpty()) {
            errors.rejectValue("name", "proposal.theme.name.missing");
        } else if (name.length() > LONGEST_NAME) {
            errors.rejectValue("name", "proposal.theme.name.long", new Object[] {LONGEST_NAME}, null);
        } else if (themes.isTaken(call.id(), name, id)) {
            errors.rejectValue("name", "proposal.theme.name.taken");
        }
        if (about.length() > LONGEST_ABOUT) {
            errors.rejectValue("about", "proposal.theme.about.long", new Object[] {LONGEST_ABOUT}, null);
        }
    }
}
