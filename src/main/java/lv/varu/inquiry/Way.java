package lv.varu.inquiry;

import java.util.List;

/** How the wish reached the office. */
public enum Way {
    /** Through the page, proved by the link in a letter to the address. */
    ONLINE,
    LETTER,
    IN_PERSON,
    E_SIGNED,
    E_ADDRESS;

    /** Those that somebody in the office enters. */
    static final List<Way> OFFICE = List.of(LETTER, IN_PERSON, E_SIGNED, E_ADDRESS);
}
