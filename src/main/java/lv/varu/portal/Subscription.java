package lv.varu.portal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lv.varu.audit.CaseKey;
import lv.varu.directory.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants news of consultations by e-mail.
 *
 * @param confirmedAt when the holder of the address agreed; until then nothing but the request to confirm is sent
 */
public record Subscription(
        UUID id,
        String email,
        Locale language,
        Choices choices,
        Instant requestedAt,
        @Nullable Instant confirmedAt) {

    static final String CASE = "subscription";

    CaseKey key() {
        return key(id);
    }

    static CaseKey key(UUID id) {
        return CaseKey.of(CASE, id);
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    /**
     * What the news are to be about.
     *
     * @param topics none means every topic
     * @param places municipalities; none means every one
     */
    public record Choices(List<Topic> topics, List<String> places, List<NewsKind> news) {
        public Choices {
            topics = List.copyOf(topics);
            places = List.copyOf(places);
            news = List.copyOf(news);
        }
    }
}
