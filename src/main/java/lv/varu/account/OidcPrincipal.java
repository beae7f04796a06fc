package lv.varu.account;

import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody for whom another provider vouches. Its name, by which sessions are found, is the account's id. */
class OidcPrincipal extends DefaultOidcUser implements SignedIn.PersonHolder {
    private final Person person;

    OidcPrincipal(Person person, OidcIdToken token) {
        super(Authorities.of(person.role()), token);
        this.person = person;
    }

    @Override
    public Person person() {
        return person;
    }

    @Override
    public String getName() {
        return person.id().toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OidcPrincipal principal && principal.person.equals(person);
    }

    @Override
    public int hashCode() {
        return person.hashCode();
    }
}
