package lv.varu.proposal.similar;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts of all proposals as numbers. */
@Repository
class ProposalTexts {
    private static final int MOST_CANDIDATES = 1_000;
    private static final int[] NO_SKETCH = {};
    // Dimensions, whether there are nulls, the type, the length and the lower bound come first; each value has a
    // length.
    private static final int HEADER = 5 * Integer.BYTES;
    private static final int VALUE = 2 * Integer.BYTES;
    private static final int MOST_WORDS = 40;
    private static final int MOST_PAIRS = 12;
    private static final String STATISTICS = "statistics";

    private static final int AT_ONCE = 500;
    private static final String SAVE = "insert into proposal_words (proposal_id, call_id, words, sketch)"
            + " values (?, ?, ?, ?)"
            + " on conflict (proposal_id) do update set words = excluded.words, sketch = excluded.sketch";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final LoadingCache<String, Frequencies> frequencies;

    ProposalTexts(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
        frequencies =
                Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).build(name -> read());
    }

    void save(UUID proposalId, UUID callId, TextSketch text) {
        jdbc.sql(SAVE).params(proposalId, callId, text.words(), text.sketch()).update();
    }

    /** As {@link #save} for thousands of one consultation. */
    void saveAll(UUID callId, Map<UUID, TextSketch> texts) {
        List<Map.Entry<UUID, TextSketch>> rows = List.copyOf(texts.entrySet());
        batches.batchUpdate(SAVE, rows, AT_ONCE, (statement, row) -> {
            statement.setObject(1, row.getKey());
            statement.setObject(2, callId);
            statement.setObject(3, row.getValue().words());
            statement.setObject(4, row.getValue().sketch());
        });
    }

    /** Proposals of the consultation that use the telling words of the text. */
    List<Known> candidates(UUID callId, int[] words) {
        List<Integer> rarest = Arrays.stream(words)
                .boxed()
                .sorted(Comparator.comparingDouble(counted()::of))
                .limit(MOST_WORDS)
                .toList();
        Search search = search(rarest);
        return jdbc.sql("select proposal_id, array_send(words) as words from proposal_words where call_id = :call and ("
                        + search.condition + ") limit " + MOST_CANDIDATES)
                .param("call", callId)
                .params(search.parameters)
                .query((row, number) ->
                        new Known(row.getObject("proposal_id", UUID.class), sent(row.getBytes("words")), NO_SKETCH))
                .list();
    }

    private Frequencies counted() {
        return frequencies.get(STATISTICS);
    }

    /** As many rare words as bring no more rows than can be compared at once; common ones only in pairs. */
    private Search search(List<Integer> rarest) {
        Frequencies known = counted();
        List<Integer> single = new ArrayList<>();
        double expected = 0;
        for (int word : rarest) {
            double more = known.of(word) * known.rows;
            if (!single.isEmpty() && expected + more > MOST_CANDIDATES) {
                break;
            }
            expected += more;
            single.add(word);
        }
        if (expected > MOST_CANDIDATES) {
            single.clear();
        }
        List<Integer> common = rarest.subList(single.size(), rarest.size());
        return Search.of(single, pairs(common, known, single.isEmpty() ? MOST_CANDIDATES : MOST_CANDIDATES - expected));
    }

    private static List<int[]> pairs(List<Integer> common, Frequencies known, double room) {
        List<int[]> pairs = new ArrayList<>();
        double left = room;
        for (int i = 0; i < common.size() && pairs.size() < MOST_PAIRS; i++) {
            for (int j = i + 1; j < common.size() && pairs.size() < MOST_PAIRS; j++) {
                double more = known.of(common.get(i)) * known.of(common.get(j)) * known.rows;
                if (more > left) {
                    break;
                }
                left -= more;
                pairs.add(new int[] {common.get(i), common.get(j)});
            }
        }
        return pairs;
    }

    /** All of the consultation. */
    List<Known> of(UUID callId) {
        return jdbc.sql("select proposal_id, words, sketch from proposal_words where call_id = ?")
                .param(callId)
                .query(ProposalTexts::known)
                .list();
    }

    /** Letters of the consultation that can be merged and are long enough to be told apart; the most supported first. */
    List<Letter> mergeable(UUID callId) {
        return jdbc.sql("select p.id, p.municipality, array_send(w.sketch) as sketch from proposal_words w"
                        + " join proposal p on p.id = w.proposal_id where w.call_id = ? and cardinality(w.sketch) > 0"
                        + " and p.status in ('RECEIVED', 'SCREENED') and p.left_out_reason is null"
                        + " and p.split_from is null order by p.supporters desc, p.number, p.id")
                .param(callId)
                .query((row, number) -> new Letter(
                        row.getObject("id", UUID.class), row.getString("municipality"), sent(row.getBytes("sketch"))))
                .list();
    }

    /** Proposals of the consultation that have these words in a row, in whatever case. */
    Set<UUID> saying(String words, UUID callId) {
        return new HashSet<>(
                jdbc.sql("select id from proposal where call_id = :call and (title ilike :words or text ilike :words)")
                        .param("call", callId)
                        .param("words", "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                        .query(UUID.class)
                        .list());
    }

    /** Proposals whose text nobody has read yet, by their ids, those after this one. */
    List<Unread> unread(UUID after, int limit) {
        return jdbc.sql("select id, call_id, title, text from proposal p where status not in ('UNCONFIRMED', 'EXPIRED')"
                        + " and id > ? and not exists (select from proposal_words w where w.proposal_id = p.id)"
                        + " order by id limit ?")
                .params(after, limit)
                .query((row, number) -> new Unread(
                        row.getObject("id", UUID.class),
                        row.getObject("call_id", UUID.class),
                        row.getString("title"),
                        row.getString("text")))
                .list();
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        return new Known(row.getObject("proposal_id", UUID.class), numbers(row, "words"), numbers(row, "sketch"));
    }

    /** An array as the database sends it; reading it as text takes ten times as long. */
    private static int[] sent(byte[] array) {
        var bytes = ByteBuffer.wrap(array);
        int[] numbers = new int[Math.max(0, (array.length - HEADER) / VALUE)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = bytes.getInt(HEADER + i * VALUE + Integer.BYTES);
        }
        return numbers;
    }

    private static int[] numbers(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Integer[]) row.getArray(column).getArray())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** How many use each word, as the database has counted for its planner. */
    private Frequencies read() {
        double rows = jdbc.sql("select greatest(reltuples, 0) from pg_class where oid = 'proposal_words'::regclass")
                .query(Double.class)
                .single();
        return jdbc.sql("select most_common_elems::text::int[] as words, most_common_elem_freqs as shares from pg_stats"
                        + " where tablename = 'proposal_words' and attname = 'words'"
                        + " and schemaname = current_schema() and most_common_elems is not null")
                .query((row, number) ->
                        frequencies(rows, (Integer[]) row.getArray("words").getArray(), (Float[])
                                row.getArray("shares").getArray()))
                .optional()
                .orElseGet(() -> new Frequencies(rows, Map.of(), 0));
    }

    private static Frequencies frequencies(double rows, Integer[] words, Float[] shares) {
        Map<Integer, Double> found = new HashMap<>();
        IntStream.range(0, words.length).forEach(i -> found.put(words[i], (double) shares[i]));
        double rarest =
                found.values().stream().mapToDouble(share -> share).min().orElse(0);
        return new Frequencies(rows, found, rarest);
    }

    record Known(UUID proposalId, int[] words, int[] sketch) {}

    record Letter(UUID proposalId, String municipality, int[] sketch) {}

    record Unread(UUID id, UUID callId, String title, String text) {}

    /** @param rarest share of the rarest word that was counted; any other is rarer */
    private record Frequencies(double rows, Map<Integer, Double> shares, double rarest) {

        double of(int word) {
            return shares.getOrDefault(word, rarest / 2);
        }
    }

    private record Search(String condition, Map<String, Object> parameters) {

        static Search of(List<Integer> single, List<int[]> pairs) {
            List<String> either = new ArrayList<>();
            Map<String, Object> parameters = new HashMap<>();
            if (!single.isEmpty()) {
                either.add("words && :single");
                parameters.put("single", single.stream().mapToInt(word -> word).toArray());
            }
            for (int i = 0; i < pairs.size(); i++) {
                either.add("words @> :pair" + i);
                parameters.put("pair" + i, pairs.get(i));
            }
            return new Search(either.isEmpty() ? "false" : String.join(" or ", either), parameters);
        }
    }
}
