package lv.varu.broadcast;

/** Where a call stands; for people {@code broadcast.state.OPEN}. */
enum BroadcastState {
    SENDING,
    OPEN,
    CLOSED,
    THANKED
}
