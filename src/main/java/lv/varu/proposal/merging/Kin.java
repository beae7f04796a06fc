package lv.varu.proposal.merging;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lv.varu.proposal.ProposalNotFound;
import lv.varu.proposal.ProposalRows;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.PublicProposals;
import lv.varu.proposal.PublicProposals.PublicProposal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The proposals that a proposal belongs together with: what speaks for it, what it speaks for, its whole or its parts. */
@Component
public class Kin {
    private final ProposalRows rows;
    private final PublicProposals publicProposals;

    Kin(ProposalRows rows, PublicProposals publicProposals) {
        this.rows = rows;
        this.publicProposals = publicProposals;
    }

    /** As anyone may read it. */
    public Related publicly(ProposalView proposal, Locale locale) {
        UUID into = proposal.mergedInto();
        return new Related(
                into == null
                        ? null
                        : publicProposals.find(speakerFor(into), locale).orElse(null),
                rows.mergedInto(proposal.id(), true),
                proposal.isSplit()
                        ? rows.partsOf(proposal.id(), true).stream()
                                .map(part -> publicProposals.show(part, locale))
                                .toList()
                        : List.of());
    }

    /** As staff read it. */
    public Family of(ProposalView proposal) {
        return new Family(
                find(proposal.mergedInto()),
                rows.mergedInto(proposal.id(), false),
                find(proposal.splitFrom()),
                proposal.isSplit() ? rows.partsOf(proposal.id(), false) : List.of());
    }

    private @Nullable ProposalView find(@Nullable UUID id) {
        return id == null ? null : rows.find(id).orElse(null);
    }

    /** The last in a row of merged ones. */
    private String speakerFor(UUID into) {
        ProposalView speaker = rows.find(into).orElseThrow(() -> new ProposalNotFound(into));
        UUID next = speaker.mergedInto();
        return next == null ? speaker.receipt() : speakerFor(next);
    }

    /**
     * @param speaker what speaks for it, if somebody has looked at that
     * @param merged what it speaks for
     */
    record Related(@Nullable PublicProposal speaker, List<ProposalView> merged, List<PublicProposal> parts) {}

    /** @param whole of which it is a part */
    record Family(
            @Nullable ProposalView speaker,
            List<ProposalView> merged,
            @Nullable ProposalView whole,
            List<ProposalView> parts) {}
}
