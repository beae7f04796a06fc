package lv.varu.directory;

import org.jspecify.annotations.Nullable;

/** What a list of municipal contacts is narrowed by; everything may be left out. */
record ContactSearch(
        @Nullable String q,
        @Nullable String municipality,
        @Nullable Department department,
        @Nullable Topic topic,
        boolean inactive) {

    ContactSearch {
        q = Entered.textOrNone(q);
        municipality = Entered.textOrNone(municipality);
    }

    boolean narrows() {
        return q != null || municipality != null || department != null || topic != null;
    }
}
