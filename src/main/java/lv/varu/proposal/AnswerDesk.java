package lv.varu.proposal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a municipal contact does by link. */
@Service
@Transactional
public class AnswerDesk {

    /** Everything that waits for the holder of the link; the opening is in the trail of each. */
    public AnswerSheet open(String token) {
        throw new UnsupportedOperationException();
    }

    /** Keeps what was typed, finished or not. */
    public void save(String token, Map<UUID, Reply> drafts) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sends several answers at once, all or none.
     *
     * @throws RepliesIncomplete naming each one that lacks an outcome or a rationale
     */
    public void send(String token, Map<UUID, Reply> replies) {
        throw new UnsupportedOperationException();
    }

    /** @param contactName who is asked; nobody in particular when the answer was routed to the partnership itself */
    public record AnswerSheet(@Nullable String contactName, List<Waiting> waiting, List<ProposalView> sent) {}

    /** A proposal that waits, with what was typed before. */
    public record Waiting(
            ProposalView proposal,
            Call call,
            Reply draft,
            @Nullable Submitter submitter) {}

    /** Message keys by proposal. */
    public static class RepliesIncomplete extends RuntimeException {
        private final transient Map<UUID, String> faults;

        RepliesIncomplete(Map<UUID, String> faults) {
            super(faults.toString());
            this.faults = Map.copyOf(faults);
        }

        public Map<UUID, String> faults() {
            return faults;
        }
    }
}
