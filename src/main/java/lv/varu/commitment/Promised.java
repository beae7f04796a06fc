package lv.varu.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was promised, as staff read it out of the answer, the budget and the council's decisions.
 *
 * @param amount in euros
 * @param year in which it is to be done
 * @param councilOn when the council decides or decided about it
 */
record Promised(
        String what,
        @Nullable BigDecimal amount,
        @Nullable Integer year,
        @Nullable String budgetLine,
        @Nullable LocalDate councilOn,
        @Nullable String link) {}
