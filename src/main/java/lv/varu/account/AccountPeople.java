package lv.varu.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lv.varu.audit.Trail;
import lv.varu.privacy.Finding;
import lv.varu.privacy.PersonalData;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The account behind an address. */
@Component
@Transactional
class AccountPeople implements PersonalData {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Trail trail;
    private final Clock clock;

    AccountPeople(Accounts accounts, Sessions sessions, Trail trail, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> find(String email) {
        return accounts.findByEmail(email).map(this::finding).stream().toList();
    }

    private Finding finding(Account account) {
        Person person = account.person();
        Instant since = account.openedAt();
        var found = Finding.of("account", person.id(), SignIns.chain(person.id()), since)
                .with("name", person.name())
                .with("email", person.email())
                .with("role", new DefaultMessageSourceResolvable("account.role." + person.role()))
                .with("partnership", person.partnership())
                .with("lastSignIn", account.lastSignIn().orElse(null));
        return (account.isActive() ? found.stays("account-open") : found.losesPerson("account-acted")).done();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String email, List<Finding> findings) {
        for (var found : findings) {
            UUID id = UUID.fromString(found.id());
            accounts.findById(id).filter(account -> !account.isActive()).ifPresent(account -> {
                account.forget(clock.instant());
                sessions.end(id);
                trail.erasePersonal(SignIns.chain(id));
            });
        }
    }
}
