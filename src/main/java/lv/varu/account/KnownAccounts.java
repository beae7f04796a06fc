package lv.varu.account;

import java.util.List;

/** Accounts that the sign-in page shows, so that anybody can try the program; only sample data brings any. */
public interface KnownAccounts {
    List<KnownAccount> shown();

    /** An account with the password that everybody may know. */
    record KnownAccount(String name, String email, String password) {}
}
