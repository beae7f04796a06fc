package lv.varu.account;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the other features who has an account. */
@Component
@Transactional(readOnly = true)
public class People {
    private final Accounts accounts;

    People(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Also somebody whose account is disabled: what they did keeps their name. */
    public Optional<Person> find(UUID id) {
        return accounts.findById(id).map(Account::person);
    }

    public Map<UUID, Person> find(Collection<UUID> ids) {
        return accounts.findAllById(Set.copyOf(ids)).stream()
                .map(Account::person)
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** Everybody who can work for the partnership now, by name. */
    public List<Person> of(String partnership) {
        return active(partnership, EnumSet.of(Role.STAFF, Role.MANAGER));
    }

    /** Those with exactly this role. */
    public List<Person> of(String partnership, Role role) {
        return active(partnership, EnumSet.of(role));
    }

    /** Everybody who can administer the program now, by name. */
    public List<Person> administrators() {
        return accounts.activeWith(EnumSet.of(Role.ADMINISTRATOR)).stream()
                .map(Account::person)
                .toList();
    }

    /** The managers of all partnerships. */
    public List<Person> managers() {
        return accounts.activeWith(EnumSet.of(Role.MANAGER)).stream()
                .map(Account::person)
                .toList();
    }

    private List<Person> active(String partnership, Set<Role> roles) {
        return accounts.activeOf(partnership, roles).stream()
                .map(Account::person)
                .toList();
    }
}
