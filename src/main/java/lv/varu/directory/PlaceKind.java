package lv.varu.directory;

/** Named by {@code directory.place-kind.PARISH}. */
public enum PlaceKind {
    STATE,
    PLANNING_REGION,
    MUNICIPALITY,
    STATE_CITY,
    TOWN,
    PARISH;

    /** Whether it has a council of its own that answers proposals. */
    public boolean isMunicipality() {
        return this == MUNICIPALITY || this == STATE_CITY;
    }

    boolean mayHoldContacts() {
        return this != TOWN && this != PARISH;
    }
}
