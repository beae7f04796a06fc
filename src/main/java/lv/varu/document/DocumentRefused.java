package lv.varu.document;

import org.springframework.http.HttpStatus;

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

    /** Of the page that comes back with the form: where nothing is wrong with the file, the failure is ours. */
    public HttpStatus status() {
        return switch (reason) {
            case NO_SPACE -> HttpStatus.INSUFFICIENT_STORAGE;
            case NOT_SCANNED -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.OK;
        };
    }

    /** Key of the sentence that tells the reader how to mend it. */
    public String messageKey() {
        return "document.refused." + reason;
    }
}
