package lv.varu.portal;

/** What a search finds. */
enum FoundKind {
    CONSULTATION,
    PROPOSAL
}
