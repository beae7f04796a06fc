package lv.varu.proposal;

/** The consultation takes no proposals now: not yet, or no more. */
public class CallClosed extends RuntimeException {
    private final transient Call call;

    CallClosed(Call call) {
        super(call.code());
        this.call = call;
    }

    /** It names the person to whom people may write instead. */
    public Call call() {
        return call;
    }
}
