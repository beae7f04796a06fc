package lv.varu.directory;

/** A place or a partnership was changed. */
record TerritoryChanged() {}
