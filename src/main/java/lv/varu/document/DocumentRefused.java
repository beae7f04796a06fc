package lv.varu.document;

/** The file cannot be taken, and why; the text for the reader is {@code document.refused.<reason>}. */
public class DocumentRefused extends RuntimeException {
    public enum Reason {
        EMPTY,
        TOO_LARGE,
        TYPE_NOT_ALLOWED,
        CONTENT_MISMATCH,
        UNREADABLE,
        NO_SPACE,
        HARMFUL,
        NOT_SCANNED
    }

    private final Reason reason;
    private final String fileName;

    DocumentRefused(Reason reason, String fileName) {
        super(reason + " " + fileName);
        this.reason = reason;
        this.fileName = fileName;
    }

    public Reason reason() {
        return reason;
    }

    public String fileName() {
        return fileName;
    }

    /** Nothing is wrong with the file. */
    boolean isOurs() {
        return reason == Reason.NO_SPACE || reason == Reason.NOT_SCANNED;
    }

    /** Key of the sentence that tells the reader how to mend it. */
    public String messageKey() {
        return "document.refused." + reason;
    }
}
