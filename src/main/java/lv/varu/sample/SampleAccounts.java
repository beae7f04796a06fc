package lv.varu.sample;

import java.util.List;
import lv.varu.account.AccountDesk;
import lv.varu.account.KnownAccounts;
import lv.varu.account.People;
import lv.varu.account.Person;
import lv.varu.account.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Accounts that anybody may use, and their one password; they exist in the profile {@code demo} alone. */
@Component
@ConditionalOnProperty("varu.demo")
class SampleAccounts implements KnownAccounts {
    private static final Logger log = LoggerFactory.getLogger(SampleAccounts.class);
    private static final String PASSWORD = "varu-paraugs";

    private final AccountDesk desk;
    private final People people;

    SampleAccounts(AccountDesk desk, People people) {
        this.desk = desk;
        this.people = people;
    }

    void open() {
        SampleFiles.accounts()
                .forEach(entry -> desk.open(
                        entry.name(), entry.email(), PASSWORD, entry.role(), entry.partnership(), entry.language()));
    }

    void tell() {
        shown().forEach(account -> log.info("Known account: {}, password {}", account.email(), account.password()));
    }

    @Override
    public List<KnownAccount> shown() {
        return SampleFiles.accounts().stream()
                .map(entry -> new KnownAccount(entry.name(), entry.email(), PASSWORD))
                .toList();
    }

    Person staff(String partnership) {
        return people.of(partnership, Role.STAFF).get(0);
    }

    Person manager(String partnership) {
        return people.of(partnership, Role.MANAGER).get(0);
    }
}
