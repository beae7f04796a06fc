package lv.varu.proposal;

import org.springframework.modulith.NamedInterface;

/** Whose property a proposal is about, for a municipality cannot decide about a state road. */
@NamedInterface("shared")
public enum Asset {
    MUNICIPAL,
    STATE,
    OTHER
}
