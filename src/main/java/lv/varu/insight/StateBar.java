package lv.varu.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.Tally;

/** Proposals of one consultation by what they wait for, as a bar of several colours. */
record StateBar(List<Segment> segments, long total) {

    static StateBar of(Tally tally) {
        long late = tally.late();
        var counts = new long[] {
            tally.in(ProposalStatus.RECEIVED) + tally.in(ProposalStatus.CLARIFYING),
            tally.in(ProposalStatus.SCREENED),
            Math.max(0, tally.in(ProposalStatus.FORWARDED) - late) + tally.in(ProposalStatus.ANSWERING),
            late,
            tally.in(ProposalStatus.ANSWERED),
            tally.in(ProposalStatus.PUBLISHED),
            tally.in(ProposalStatus.DECLINED) + tally.in(ProposalStatus.WITHDRAWN)
        };
        long total = tally.received();
        // Merged ones are not drawn, and parts are drawn each for itself.
        long drawn = Arrays.stream(counts).sum();
        var segments = new ArrayList<Segment>();
        double x = 0;
        for (var kind : Kind.values()) {
            long count = counts[kind.ordinal()];
            if (count > 0) {
                double width = 100.0 * count / drawn;
                segments.add(new Segment(kind, count, x, width));
                x += width;
            }
        }
        return new StateBar(List.copyOf(segments), total);
    }

    /** In the order of a proposal's life; named by {@code insight.state.UNSCREENED}. */
    enum Kind {
        UNSCREENED("wait"),
        SCREENED("info"),
        ASKED("accent"),
        LATE("bad"),
        ANSWERED("answered"),
        PUBLISHED("good"),
        DECLINED("quiet");

        private final String tone;

        Kind(String tone) {
            this.tone = tone;
        }
    }

    /** @param x percent from the left, as is the width */
    record Segment(Kind kind, long count, double x, double width) {
        public String tone() {
            return kind.tone;
        }
    }
}
