package lv.varu.consultation;

/** The five parts of the model, as its picture names them. */
public enum Phase {
    NOTICE,
    WINDOW,
    POSITION,
    ANSWERS,
    REPORT
}
