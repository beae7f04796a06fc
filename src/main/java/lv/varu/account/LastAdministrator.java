package lv.varu.account;

/** Without this account nobody could administer any more. */
class LastAdministrator extends RuntimeException {
    LastAdministrator() {
        super("last administrator");
    }
}
