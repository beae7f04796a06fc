package lv.varu.audit;

import org.jspecify.annotations.Nullable;

/** Where a request came from. Both are personal data, so the trail keeps them where they can be erased. */
public record Origin(@Nullable String address, @Nullable String userAgent) {}
