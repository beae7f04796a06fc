package lv.varu.consultation.invitation;

/** How far an invitation has come; named by {@code consultation.invitation.status.QUEUED}. */
public enum InvitationStatus {
    /** The letter is not delivered yet. */
    QUEUED("wait"),
    /** The recipient's server refused the letter, or it could not be delivered for days. */
    FAILED("bad"),
    SENT("quiet"),
    OPENED("info"),
    /** Something is written, but no proposal has come. */
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
