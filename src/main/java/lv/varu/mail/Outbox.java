package lv.varu.mail;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes letters in the transaction of the fact that they tell. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Outbox {
    /** Whether the letter was new; one with a known once-key is not written again. */
    public boolean post(Letter letter) {
        return postAll(List.of(letter)) == 1;
    }

    /** How many were new; cheap for thousands. */
    public int postAll(Collection<Letter> letters) {
        return 0;
    }
}
