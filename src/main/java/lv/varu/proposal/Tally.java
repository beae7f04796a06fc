package lv.varu.proposal;

import java.util.Map;

/**
 * Proposals of one consultation in numbers.
 *
 * @param late forwarded, past their time and still without an answer
 * @param submitters different people and organisations
 */
public record Tally(Map<ProposalStatus, Long> byStatus, Map<Outcome, Long> byOutcome, long late, long submitters) {

    public static final Tally NONE = new Tally(Map.of(), Map.of(), 0, 0);

    public long in(ProposalStatus status) {
        return byStatus.getOrDefault(status, 0L);
    }

    public long with(Outcome outcome) {
        return byOutcome.getOrDefault(outcome, 0L);
    }

    /** Confirmed ones, whatever became of them. */
    public long received() {
        return byStatus.entrySet().stream()
                .filter(entry ->
                        entry.getKey() != ProposalStatus.UNCONFIRMED && entry.getKey() != ProposalStatus.EXPIRED)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Those that anyone may read. */
    public long published() {
        return ProposalStatus.PUBLIC.stream().mapToLong(this::in).sum();
    }
}
