package lv.varu.account;

import java.util.Locale;
import java.util.UUID;
import lv.varu.account.Account.Identity;
import lv.varu.account.Account.Position;
import lv.varu.account.Link.Purpose;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.audit.Trail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with their own account. */
@Component
@Transactional
class OwnAccount {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Links links;
    private final AccountDesk desk;
    private final SignInThrottle throttle;
    private final PasswordEncoder encoder;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    OwnAccount(
            Accounts accounts,
            Sessions sessions,
            Links links,
            AccountDesk desk,
            SignInThrottle throttle,
            PasswordEncoder encoder,
            Trail trail,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.links = links;
        this.desk = desk;
        this.throttle = throttle;
        this.encoder = encoder;
        this.trail = trail;
        this.events = events;
    }

    Person call(UUID id, String name, Locale language) {
        Account account = get(id);
        var before = account.facts();
        var personalBefore = account.personalFacts();
        account.call(name, language);
        if (!before.equals(account.facts())) {
            trail.change(SignIns.chain(id), "account.changed", before, account.facts());
        }
        if (!personalBefore.equals(account.personalFacts())) {
            trail.changePersonal(SignIns.chain(id), "account.renamed", personalBefore, account.personalFacts());
        }
        return account.person();
    }

    /** Whoever knew the old password is signed out everywhere else. */
    void changePassword(UUID id, String password, String sessionKey) {
        Account account = get(id);
        account.choosePassword(encoder.encode(password));
        sessions.endOthers(id, sessionKey);
        trail.record(SignIns.chain(id), "account.password-changed");
        events.publishEvent(new PasswordReplaced(account.person()));
    }

    void chooseFirstPassword(Link link, String password) {
        UUID id = UUID.fromString(link.subject());
        Account account = get(id);
        boolean replaced = account.isSetUp();
        account.choosePassword(encoder.encode(password));
        throttle.forget(account.person().email());
        sessions.end(id);
        links.revoke(Purpose.SET_UP, link.subject());
        links.revoke(Purpose.RESET_PASSWORD, link.subject());
        Acting.as(
                Actor.account(id),
                Acting.origin().orElse(null),
                () -> trail.record(SignIns.chain(id), "account.password-chosen"));
        if (replaced) {
            events.publishEvent(new PasswordReplaced(account.person()));
        }
    }

    void becomeFirstAdministrator(Identity identity, String password, Locale language) {
        var position = new Position(Role.ADMINISTRATOR, null);
        // Whoever presses at the same moment waits here for the first, and finds the link used.
        if (links.revoke(Purpose.SET_UP, FirstAdministrator.SUBJECT) == 0) {
            throw new LinkGone(LinkGone.Reason.REVOKED);
        }
        desk.open(identity.name(), identity.email(), password, position.role(), null, language);
    }

    void endSession(UUID id, UUID session) {
        sessions.endOne(id, session);
        trail.record(SignIns.chain(id), "account.session-ended");
    }

    void leaveEverywhere(UUID id) {
        sessions.end(id);
        trail.record(SignIns.chain(id), "account.sessions-ended");
    }

    @Transactional(readOnly = true)
    Person person(UUID id) {
        return get(id).person();
    }

    private Account get(UUID id) {
        return accounts.findById(id).orElseThrow(() -> new AccountNotFound(id));
    }
}
