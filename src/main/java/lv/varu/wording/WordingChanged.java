package lv.varu.wording;

/** What letters say has changed. */
record WordingChanged(String template) {}
