package lv.varu.portal;

import java.util.List;

/** What subscribers are told of; named by {@code portal.news.OPENED}. */
public enum NewsKind {
    OPENED,
    EXTENDED,
    CLOSING,
    ANSWERED,
    WITHDRAWN,
    MEETING;

    /** What people choose; a withdrawal and meetings are told to those who are told of the opening. */
    static final List<NewsKind> CHOICES = List.of(OPENED, EXTENDED, CLOSING, ANSWERED);

    NewsKind chosenAs() {
        return this == WITHDRAWN || this == MEETING ? OPENED : this;
    }
}
