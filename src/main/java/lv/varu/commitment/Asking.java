package lv.varu.commitment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask for news, and when.
 *
 * @param contact nobody in the municipality, so the partnership asks by itself, when there is none
 * @param nextOn computed when there is none
 */
record Asking(
        @Nullable UUID contact, int everyMonths, @Nullable LocalDate nextOn) {}
