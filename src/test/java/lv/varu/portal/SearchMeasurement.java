package lv.varu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lv.varu.VaruTest;
import lv.varu.consultation.PublicExamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** How fast a search is among 100,000 proposals; run by name, not with the other tests. */
@VaruTest
class SearchMeasurement {
    private static final Logger log = LoggerFactory.getLogger(SearchMeasurement.class);
    private static final int MANY = Integer.getInteger("varu.rows", 100_000);
    private static final List<String> SEARCHED = List.of(
            "ceļš",
            "apgaismojums",
            "ceļš pie skolas",
            "bērnudārzs",
            "gājēju pāreja",
            "autobuss uz Rīgu",
            "kanalizācija",
            "tiltu remonts",
            "parks",
            "neesošs vārds",
            "apg",
            "atkritumu konteineri kapsētā");

    @Autowired
    PublicExamples examples;

    @Autowired
    Indexing indexing;

    @Autowired
    SearchDesk desk;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void fill() {
        var open = examples.open("Mērījums", 10);
        jdbc.sql("""
                insert into proposal (id, receipt, number, call_id, partnership, owners, status, channel, language, title,
                    text, topic, municipality, submitted_at, registered_at, screened_at, idempotency_digest,
                    request_digest, sealed_token)
                select gen_random_uuid(), 'M-' || n, nextval('proposal_number'), :call, 'PREILI', '{PREILI}', 'SCREENED',
                    'PORTAL', 'lv', w.words[1 + n % 40] || ' ' || w.words[1 + (n / 7) % 40] || ' ' || n,
                    (select string_agg(case when k > 0 and random() < 0.15 then w.words[1 + floor(40 * power(random(), 2))::int]
                         else 'vārds' || chr(97 + floor(26 * random())::int) || floor(3000 * power(random(), 3))::int end,
                         ' ')
                     from generate_series(1, 60) k where n > 0),
                    'ROADS', 'PREILI', now() - n * interval '1 minute', now() - n * interval '1 minute', now(),
                    convert_to('m' || n, 'UTF8'), '', ''
                from generate_series(1, :many) n,
                    (select array['ceļa', 'ceļš', 'apgaismojuma', 'skolai', 'skolas', 'bērnudārza', 'gājēju', 'pāreju',
                        'autobusu', 'Rīgu', 'kanalizācijas', 'tiltu', 'remontu', 'parkā', 'konteineru', 'kapsētas',
                        'ietves', 'laukuma', 'sporta', 'ezera', 'peldvietu', 'jauniešu', 'pensionāru', 'bibliotēkas',
                        'kultūras', 'nama', 'siltināšanu', 'jumta', 'ūdens', 'akas', 'grāvja', 'koku', 'soliņu',
                        'velosipēdu', 'celiņa', 'ātruma', 'zīmju', 'tirgus', 'stacijas', 'internetu'] as words) w""").param("call", open.id()).param("many", MANY).update();
    }

    @AfterEach
    void empty() {
        jdbc.sql("delete from proposal_words where proposal_id in (select id from proposal where receipt like 'M-%')")
                .update();
        jdbc.sql("delete from proposal where receipt like 'M-%'").update();
        jdbc.sql("truncate portal_changed, portal_found").update();
    }

    @Test
    void searchesAmongAHundredThousand() throws Exception {
        long started = System.nanoTime();
        int indexed = 0;
        int taken = indexing.catchUp();
        while (taken > 0) {
            indexed += taken;
            taken = indexing.catchUp();
        }
        log.info("indexed {} in {} s", indexed, (System.nanoTime() - started) / 1_000_000_000);
        jdbc.sql("analyze portal_found").update();
        var desk = new ArrayList<Long>();
        var page = new ArrayList<Long>();
        for (int i = 0; i < 40; i++) {
            for (String words : SEARCHED) {
                long deskTime = time(() -> this.desk.proposals(
                        SearchQuery.of(words, null, null, null), PageRequest.of(0, 20), Locale.forLanguageTag("lv")));
                long pageTime = time(() -> mvc.perform(get("/meklet").param("q", words)));
                if (i >= 10) {
                    desk.add(deskTime);
                    page.add(pageTime);
                }
            }
        }
        log.info("search p50 {} ms, p95 {} ms", at(desk, 50), at(desk, 95));
        log.info("page p50 {} ms, p95 {} ms", at(page, 50), at(page, 95));
        assertThat(at(page, 95)).isLessThan(500);
    }

    private static long time(Work work) throws Exception {
        long started = System.nanoTime();
        work.run();
        return (System.nanoTime() - started) / 1_000_000;
    }

    private static long at(List<Long> times, int percent) {
        return times.stream().sorted().toList().get(times.size() * percent / 100);
    }

    private interface Work {
        void run() throws Exception;
    }
}
