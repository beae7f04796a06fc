package lv.varu.proposal;

import org.springframework.modulith.NamedInterface;

/** The consultation takes no proposals now: not yet, or no more. */
@NamedInterface("shared")
public class CallClosed extends RuntimeException {
    private final transient Call call;

    public CallClosed(Call call) {
        super(call.code());
        this.call = call;
    }

    /** It names the person to whom people may write instead. */
    public Call call() {
        return call;
    }
}
