package lv.varu.importing;

/** How far an import has come. */
enum State {
    /** The rows are being read. */
    CHECKING,
    /** The file as a whole cannot be taken. */
    REFUSED,
    /** A person has seen what will happen, or will. */
    CHECKED,
    CANCELLED,
    RUNNING,
    /** A person has halted it; it can go on from there. */
    STOPPED,
    /** It has failed too often; a person can let it go on from there. */
    FAILED,
    DONE,
    UNDOING,
    UNDONE;

    boolean isWork() {
        return this == CHECKING || this == RUNNING || this == UNDOING;
    }
}
