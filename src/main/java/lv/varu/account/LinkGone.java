package lv.varu.account;

/** A link that opens nothing: unknown or for something else, past its end, or revoked. */
public class LinkGone extends RuntimeException {
    private final Reason reason;

    public LinkGone(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why; a stranger learns only that the link is unknown. */
    public enum Reason {
        UNKNOWN,
        EXPIRED,
        REVOKED
    }
}
