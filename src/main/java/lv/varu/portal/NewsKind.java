package lv.varu.portal;

import java.util.List;

/** What subscribers are told of; named by {@code portal.news.OPENED}. */
public enum NewsKind {
    OPENED,
    EXTENDED,
    CLOSING,
    ANSWERED,
    WITHDRAWN;

    /** What people choose; a withdrawal is told to those who were told of the opening. */
    static final List<NewsKind> CHOICES = List.of(OPENED, EXTENDED, CLOSING, ANSWERED);

    NewsKind chosenAs() {
        return this == WITHDRAWN ? OPENED : this;
    }
}
