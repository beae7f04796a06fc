package lv.varu.proposal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By which way somebody came to the form.
 *
 * @param invitation whose personal link led here, when it was one
 */
record Sender(IntakeChannel channel, @Nullable UUID invitation) {

    static final Sender ANYBODY = new Sender(IntakeChannel.PORTAL, null);

    static Sender invited(UUID invitation) {
        return new Sender(IntakeChannel.INVITATION, invitation);
    }
}
