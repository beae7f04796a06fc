package lv.varu.proposal;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What submitters and staff do with a proposal until it goes to the municipality. */
@Service
@Transactional
public class ProposalDesk {

    /**
     * Takes a proposal in; a repeat with the same key gives back the first receipt and changes nothing.
     *
     * @param key chosen by the sender: the header {@code Idempotency-Key} or the hidden field of the form
     * @throws CallClosed outside the consultation's window
     * @throws SubmissionRefused when something is missing or does not fit
     * @throws KeyReused when the same key came with something else
     */
    public Receipt submit(Submission submission, String key) {
        throw new UnsupportedOperationException();
    }

    /**
     * The submitter opened the link of the confirmation letter.
     *
     * @return the proposal's id; a second confirmation changes nothing
     */
    public UUID confirm(String token) {
        throw new UnsupportedOperationException();
    }

    /** Staff decide whether the proposal goes on. */
    public void screen(UUID id, Screening screening, UUID by) {
        throw new UnsupportedOperationException();
    }
}
