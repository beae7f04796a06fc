package lv.varu.portal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.directory.Topic;
import lv.varu.portal.Subscription.Choices;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lists are given as texts with commas: none of the codes has one. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Subscriptions {
    private final JdbcClient jdbc;

    Subscriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two requests for one address at once wait for each other; the second one finds the first one's row. */
    boolean add(Subscription subscription) {
        return jdbc.sql("""
                insert into portal_subscription (id, email, language, topics, places, news, requested_at)
                values (:id, :email, :language, string_to_array(:topics, ','), string_to_array(:places, ','),
                        string_to_array(:news, ','), :requested)
                on conflict (email) do nothing""")
                        .param("id", subscription.id())
                        .param("email", subscription.email())
                        .param("language", subscription.language().getLanguage())
                        .param("topics", joined(subscription.choices().topics()))
                        .param("places", String.join(",", subscription.choices().places()))
                        .param("news", joined(subscription.choices().news()))
                        .param("requested", utc(subscription.requestedAt()))
                        .update()
                == 1;
    }

    void choose(UUID id, Choices choices, Locale language) {
        jdbc.sql("""
                update portal_subscription set topics = string_to_array(:topics, ','),
                    places = string_to_array(:places, ','), news = string_to_array(:news, ','), language = :language
                where id = :id""")
                .param("id", id)
                .param("topics", joined(choices.topics()))
                .param("places", String.join(",", choices.places()))
                .param("news", joined(choices.news()))
                .param("language", language.getLanguage())
                .update();
    }

    void confirm(UUID id, Instant now) {
        jdbc.sql("update portal_subscription set confirmed_at = :now where id = :id and confirmed_at is null")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from portal_subscription where id = ?").param(id).update();
    }

    Optional<Subscription> find(UUID id) {
        return jdbc.sql("select * from portal_subscription where id = ?")
                .param(id)
                .query(Subscriptions::read)
                .optional();
    }

    Optional<Subscription> find(String email) {
        return jdbc.sql("select * from portal_subscription where email = ?")
                .param(email)
                .query(Subscriptions::read)
                .optional();
    }

    List<Subscription> unconfirmedBefore(Instant before) {
        return jdbc.sql("select * from portal_subscription where confirmed_at is null and requested_at < ? limit 1000")
                .param(utc(before))
                .query(Subscriptions::read)
                .list();
    }

    /**
     * The next ones who want to know, in the order of their ids.
     *
     * @param topics of the document; none concerns everybody
     * @param confirmedBefore who came later has not asked for this
     */
    List<Subscription> wanting(
            NewsKind kind,
            Collection<Topic> topics,
            Collection<String> places,
            Instant confirmedBefore,
            @Nullable UUID after,
            int limit) {
        return jdbc.sql("""
                select * from portal_subscription
                where id > :after and confirmed_at <= :before and :kind = any (news)
                  and (topics = '{}' or :topics = '' or topics && string_to_array(:topics, ','))
                  and (places = '{}' or places && string_to_array(:places, ','))
                order by id limit :limit""")
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("before", utc(confirmedBefore))
                .param("kind", kind.name())
                .param("topics", joined(topics))
                .param("places", String.join(",", places))
                .param("limit", limit)
                .query(Subscriptions::read)
                .list();
    }

    private static String joined(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static Subscription read(ResultSet row, int number) throws SQLException {
        OffsetDateTime confirmed = row.getObject("confirmed_at", OffsetDateTime.class);
        return new Subscription(
                row.getObject("id", UUID.class),
                row.getString("email"),
                Locale.forLanguageTag(row.getString("language")),
                new Choices(
                        texts(row.getArray("topics")).stream()
                                .map(Topic::valueOf)
                                .toList(),
                        texts(row.getArray("places")),
                        texts(row.getArray("news")).stream()
                                .map(NewsKind::valueOf)
                                .toList()),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                confirmed == null ? null : confirmed.toInstant());
    }

    private static List<String> texts(Array column) throws SQLException {
        return Arrays.asList((String[]) column.getArray());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
