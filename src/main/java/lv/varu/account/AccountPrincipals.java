package lv.varu.account;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;

/** Makes a signed-in session know its person anew. */
class AccountPrincipals {
    private AccountPrincipals() {}

    static Authentication renewed(Authentication signedIn, Person person) {
        var authorities = Authorities.of(person.role());
        if (signedIn instanceof OAuth2AuthenticationToken token
                && token.getPrincipal() instanceof OidcPrincipal principal) {
            return new OAuth2AuthenticationToken(
                    new OidcPrincipal(person, principal.getIdToken()),
                    authorities,
                    token.getAuthorizedClientRegistrationId());
        }
        return UsernamePasswordAuthenticationToken.authenticated(new PasswordPrincipal(person), null, authorities);
    }
}
