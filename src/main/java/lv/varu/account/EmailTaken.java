package lv.varu.account;

/** Somebody has an account with this e-mail address already. */
class EmailTaken extends RuntimeException {
    EmailTaken() {
        super("e-mail taken");
    }
}
