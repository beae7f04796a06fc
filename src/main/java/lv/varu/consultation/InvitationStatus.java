package lv.varu.consultation;

/** How far an invitation has come; named by {@code consultation.invitation.status.QUEUED}. */
public enum InvitationStatus {
    /** The letter is not delivered yet. */
    QUEUED("wait"),
    /** The recipient's server refused the letter, or it could not be delivered for days. */
    FAILED("bad"),
    SENT("quiet"),
    OPENED("info"),
    /** A proposal is begun and kept, but not sent. */
    DRAFTED("accent"),
    ANSWERED("good"),
    /** The organisation said that it has no proposals. */
    NIL("answered"),
    /** Not a word until the window closed. */
    SILENT("bad");

    private final String tone;

    InvitationStatus(String tone) {
        this.tone = tone;
    }

    /** Colour in a bar. */
    public String tone() {
        return tone;
    }
}
