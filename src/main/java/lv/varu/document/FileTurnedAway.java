package lv.varu.document;

/** A good file could not be taken, because of us. */
public record FileTurnedAway(DocumentRefused.Reason reason) {}
