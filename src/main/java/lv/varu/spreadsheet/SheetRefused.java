package lv.varu.spreadsheet;

/** The file cannot be read as a table; the sentence for the reader is {@code spreadsheet.refused.<reason>}. */
public class SheetRefused extends RuntimeException {
    public enum Reason {
        TYPE,
        EMPTY,
        BROKEN,
        TOO_LARGE,
        OLD_EXCEL
    }

    private final Reason reason;

    SheetRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    SheetRefused(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public String messageKey() {
        return "spreadsheet.refused." + reason;
    }
}
