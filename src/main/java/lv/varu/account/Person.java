package lv.varu.account;

import java.io.Serializable;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone with an account.
 *
 * @param partnership code of the partnership that the person works for; none for an administrator
 */
public record Person(
        UUID id,
        String name,
        String email,
        Role role,
        @Nullable String partnership,
        Locale language) implements Serializable {

    /** Staff and manager of the partnership, and administrators. */
    public boolean worksFor(String code) {
        return isAdministrator() || code.equals(partnership);
    }

    /** The manager of the partnership. */
    public boolean manages(String code) {
        return role == Role.MANAGER && code.equals(partnership);
    }

    public boolean isAdministrator() {
        return role == Role.ADMINISTRATOR;
    }
}
