package lv.varu.account;

/** A signed-in person asked for something that their role or partnership does not open. */
public class NotAllowed extends RuntimeException {
    public NotAllowed() {
        super("not allowed");
    }
}
