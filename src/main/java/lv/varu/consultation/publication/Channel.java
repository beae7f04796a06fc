package lv.varu.consultation.publication;

import org.springframework.modulith.NamedInterface;

/** Where the partnership tells people about a consultation (the source's five ways to inform, and its websites). */
@NamedInterface("shared")
public enum Channel {
    WEBSITE,
    FACEBOOK,
    INSTAGRAM,
    TIKTOK,
    MUNICIPAL_WEBSITE,
    MUNICIPAL_BULLETIN,
    PRESS,
    MEETING,
    NGO_NETWORK,
    INDIVIDUAL_TALK,
    NOTICE_BOARD,
    OTHER
}
