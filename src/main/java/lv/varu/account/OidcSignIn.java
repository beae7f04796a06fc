package lv.varu.account;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Signs in whom a provider knows by an e-mail address that it has verified; it opens no new accounts. */
@Component
class OidcSignIn implements OAuth2UserService<OidcUserRequest, OidcUser> {
    private final OidcUserService provider = new OidcUserService();
    private final Accounts accounts;
    private final SignIns signIns;

    OidcSignIn(Accounts accounts, SignIns signIns) {
        this.accounts = accounts;
        this.signIns = signIns;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        return admit(provider.loadUser(request), request.getClientRegistration().getRegistrationId());
    }

    OidcUser admit(OidcUser known, String way) {
        String email = known.getEmail();
        if (email == null || !Boolean.TRUE.equals(known.getEmailVerified())) {
            throw new OAuth2AuthenticationException("email_not_verified");
        }
        Account account = accounts.findByEmail(Account.canonical(email))
                .filter(Account::isActive)
                .orElseThrow(() -> new OAuth2AuthenticationException("no_account"));
        return new OidcPrincipal(signIns.succeeded(account.getId(), way), known.getIdToken());
    }
}
