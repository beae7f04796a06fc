package lv.varu.account;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts as administrators see them. */
@Component
@Transactional(readOnly = true)
class AccountList {
    private static final int PAGE_SIZE = 25;

    private final Accounts accounts;

    AccountList(Accounts accounts) {
        this.accounts = accounts;
    }

    Page<Row> search(String words, int page) {
        String pattern = "%" + words.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
        return accounts.search(pattern, PageRequest.of(Math.max(page, 0), PAGE_SIZE, Sort.by("name", "id")))
                .map(AccountList::row);
    }

    Row get(UUID id) {
        return accounts.findById(id).map(AccountList::row).orElseThrow(() -> new AccountNotFound(id));
    }

    private static Row row(Account account) {
        State state = account.isActive() ? account.isSetUp() ? State.ACTIVE : State.INVITED : State.DISABLED;
        return new Row(account.person(), state, account.lastSignIn().orElse(null));
    }

    record Row(Person person, State state, @Nullable Instant lastSignIn) {}

    enum State {
        INVITED,
        ACTIVE,
        DISABLED
    }
}
