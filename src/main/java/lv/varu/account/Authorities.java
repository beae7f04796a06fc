package lv.varu.account;

import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** What a role opens in terms of Spring Security. */
class Authorities {
    private Authorities() {}

    static List<GrantedAuthority> of(Role role) {
        return switch (role) {
            case STAFF -> AuthorityUtils.createAuthorityList("ROLE_STAFF");
            case MANAGER -> AuthorityUtils.createAuthorityList("ROLE_STAFF", "ROLE_MANAGER");
            case ADMINISTRATOR -> AuthorityUtils.createAuthorityList("ROLE_ADMINISTRATOR");
        };
    }
}
