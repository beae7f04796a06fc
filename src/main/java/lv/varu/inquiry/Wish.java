package lv.varu.inquiry;

/** What a person wants. */
enum Wish {
    COPY,
    ERASURE
}
