package lv.varu.proposal;

/** Something about a proposal that stops what was asked; carries what identifies it, never prose. */
public abstract class ProposalFact extends RuntimeException {
    public ProposalFact(String what) {
        super(what);
    }
}
