package lv.varu.suggestion;

/** Where the emptying of a box stands; for people {@code suggestion.round.OPEN}. */
enum RoundState {
    OPEN,
    EMPTY,
    EMPTIED,
    SORTED
}
