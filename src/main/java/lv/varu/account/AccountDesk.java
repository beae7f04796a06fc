package lv.varu.account;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.Account.Identity;
import lv.varu.account.Account.Position;
import lv.varu.account.Link.Purpose;
import lv.varu.audit.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with accounts. */
@Component
@Transactional
public class AccountDesk {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Links links;
    private final SignInSettings settings;
    private final PublicAddress address;
    private final PasswordEncoder encoder;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountDesk(
            Accounts accounts,
            Sessions sessions,
            Links links,
            SignInSettings settings,
            PublicAddress address,
            PasswordEncoder encoder,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.links = links;
        this.settings = settings;
        this.address = address;
        this.encoder = encoder;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** An account that can sign in at once, because its password is already chosen. */
    public Person open(
            String name, String email, String password, Role role, @Nullable String partnership, Locale language) {
        Account account = add(new Identity(name, email), new Position(role, partnership), language);
        account.choosePassword(encoder.encode(password));
        return account.person();
    }

    /** An account whose owner gets a link to choose a password. */
    UUID invite(Identity identity, Position position, Locale language) {
        Account account = add(identity, position, language);
        sendLink(account);
        return account.getId();
    }

    void change(UUID id, String name, Position position, Locale language) {
        Account account = get(id);
        if (account.position().role() == Role.ADMINISTRATOR && position.role() != Role.ADMINISTRATOR) {
            refuseIfLast(account);
        }
        Map<String, Object> before = account.facts();
        Map<String, Object> personalBefore = account.personalFacts();
        account.call(name, language);
        account.appoint(position);
        if (!before.equals(account.facts())) {
            trail.change(SignIns.chain(id), "account.changed", before, account.facts());
        }
        if (!personalBefore.equals(account.personalFacts())) {
            trail.changePersonal(SignIns.chain(id), "account.renamed", personalBefore, account.personalFacts());
        }
        // A session remembers the person as they were when it began.
        sessions.end(id);
    }

    void disable(UUID id) {
        Account account = get(id);
        refuseIfLast(account);
        account.disable(clock.instant());
        sessions.end(id);
        revokeLinks(id);
        trail.record(SignIns.chain(id), "account.disabled");
    }

    void enable(UUID id) {
        get(id).enable();
        trail.record(SignIns.chain(id), "account.enabled");
    }

    /** A fresh link replaces those sent before. */
    void sendLink(UUID id) {
        revokeLinks(id);
        sendLink(get(id));
    }

    private Account add(Identity identity, Position position, Locale language) {
        if (accounts.existsByEmail(identity.email())) {
            throw new EmailTaken();
        }
        Account account = accounts.save(new Account(UUID.randomUUID(), identity, position, language, clock.instant()));
        trail.record(SignIns.chain(account.getId()), "account.opened", account.facts(), account.personalFacts());
        return account;
    }

    private void sendLink(Account account) {
        Purpose purpose = account.isSetUp() ? Purpose.RESET_PASSWORD : Purpose.SET_UP;
        Instant end = clock.instant().plus(account.isSetUp() ? settings.resetLink() : settings.setUpLink());
        String subject = account.getId().toString();
        String token = links.issue(purpose, subject, subject, end);
        trail.record(SignIns.chain(account.getId()), "account.link-sent", Map.of("purpose", purpose.name()));
        events.publishEvent(
                new AccountLinkIssued(account.person(), purpose, URI.create(address.of("/iestatit/" + token)), end));
    }

    private void revokeLinks(UUID id) {
        links.revoke(Purpose.SET_UP, id.toString());
        links.revoke(Purpose.RESET_PASSWORD, id.toString());
    }

    /** Locks them all, so that two administrators cannot remove each other at the same moment. */
    private void refuseIfLast(Account account) {
        var administrators = accounts.lockActive(Role.ADMINISTRATOR);
        if (administrators.contains(account) && administrators.size() == 1) {
            throw new LastAdministrator();
        }
    }

    private Account get(UUID id) {
        return accounts.findById(id).orElseThrow(() -> new AccountNotFound(id));
    }
}
