package lv.varu.proposal;

/** Something about a proposal that stops what was asked; carries what identifies it, never prose. */
abstract class ProposalFact extends RuntimeException {
    ProposalFact(String what) {
        super(what);
    }
}
