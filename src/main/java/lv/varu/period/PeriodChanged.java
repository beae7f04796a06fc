package lv.varu.period;

/** A dated change was added or removed; published inside its own transaction. */
record PeriodChanged(String rule) {}
