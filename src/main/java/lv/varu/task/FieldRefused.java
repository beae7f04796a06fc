package lv.varu.task;

/** What a screen finds wrong with a field only when it does what the form says. */
public class FieldRefused extends RuntimeException {
    private final String field;
    private final String messageKey;
    private final transient Object[] values;

    public FieldRefused(String field, String messageKey, Object... values) {
        super(field + " " + messageKey);
        this.field = field;
        this.messageKey = messageKey;
        this.values = values.clone();
    }

    String field() {
        return field;
    }

    String messageKey() {
        return messageKey;
    }

    Object[] values() {
        return values.clone();
    }
}
