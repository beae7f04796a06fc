package lv.varu.account;

/** What a person with an account is; a manager can do all that staff can. */
public enum Role {
    STAFF,
    MANAGER,
    ADMINISTRATOR
}
