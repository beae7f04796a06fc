package lv.varu.proposal;

import java.util.Map;
import org.springframework.modulith.NamedInterface;

/**
 * Confirmed proposals of one consultation in numbers.
 *
 * @param late forwarded, past their time and still without an answer
 * @param parts of split proposals; each has a status and an outcome, but was not submitted by itself
 */
@NamedInterface("shared")
public record Tally(Map<ProposalStatus, Long> byStatus, Map<Outcome, Long> byOutcome, long late, long parts) {

    public static final Tally NONE = new Tally(Map.of(), Map.of(), 0, 0);

    public long in(ProposalStatus status) {
        return byStatus.getOrDefault(status, 0L);
    }

    public long with(Outcome outcome) {
        return byOutcome.getOrDefault(outcome, 0L);
    }

    /** What people have confirmed, whatever became of it: merged ones too, and a split one once. */
    public long received() {
        return byStatus.values().stream().mapToLong(Long::longValue).sum() - parts;
    }

    /** What goes no further: reviewed and declined, or taken back. */
    public long declined() {
        return in(ProposalStatus.DECLINED) + in(ProposalStatus.WITHDRAWN);
    }

    /** What another one speaks for. */
    public long merged() {
        return in(ProposalStatus.MERGED);
    }

    /** Those that the public list shows: what was merged or split stands there through another one or its parts. */
    public long published() {
        return ProposalStatus.PUBLIC.stream().mapToLong(this::in).sum()
                - in(ProposalStatus.MERGED)
                - in(ProposalStatus.SPLIT);
    }
}
