package lv.varu.inquiry;

/** What a person wants. */
public enum Wish {
    COPY,
    ERASURE
}
