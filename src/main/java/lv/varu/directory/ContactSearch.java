package lv.varu.directory;

import org.jspecify.annotations.Nullable;

/** What a list of municipal contacts is narrowed by; everything may be left out. */
record ContactSearch(
        @Nullable String q,
        @Nullable String municipality,
        @Nullable Department department,
        @Nullable Topic topic,
        boolean inactive) {}
