package lv.varu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import biweekly.Biweekly;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.consultation.PublicExamples;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;

@VaruTest
class FeedPagesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    PublicExamples examples;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private final String mark = UUID.randomUUID().toString();

    @Test
    void tellsFeedReadersWhatIsNewAndNarrowsByPartnershipPlaceAndTopic() throws Exception {
        var open = examples.open("Plūsmas & ceļi <" + mark + ">", 300);
        examples.preparing("Klusais " + mark);

        var feed = new SyndFeedInput().build(new StringReader(body("/atom.xml")));
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getEntries())
                .extracting(SyndEntry::getTitle)
                .contains(open.title())
                .noneMatch(t -> t.contains("Klusais"));
        var entry = feed.getEntries().stream()
                .filter(one -> one.getTitle().equals(open.title()))
                .findFirst()
                .orElseThrow();
        assertThat(entry.getUri()).isEqualTo("urn:uuid:" + open.id());
        assertThat(entry.getLink()).endsWith("/apspriesanas/" + open.code());
        assertThat(body("/atom.xml?partneriba=PREILI&pasvaldiba=PREILI&tema=ROADS"))
                .contains(mark);
        assertThat(body("/atom.xml?partneriba=KRASLAVA")).doesNotContain(mark);
        assertThat(body("/atom.xml?pasvaldiba=LIVANI")).doesNotContain(mark);
        assertThat(body("/atom.xml?tema=SOCIAL")).doesNotContain(mark);
    }

    @Test
    void givesCalendarsTheWindowAndTheMeetings() throws Exception {
        var open = examples.withMeetings(examples.open("Kalendāra plāns " + mark, 300));
        mvc.perform(get("/apspriesanas/" + open.code() + "/kalendars.ics"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/calendar;charset=UTF-8"));
        var calendar = Biweekly.parse(body("/apspriesanas/" + open.code() + "/kalendars.ics"))
                .first();
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty()).isTrue();
        assertThat(calendar.getEvents()).hasSize(2);
        var window = calendar.getEvents().get(0);
        assertThat(window.getDateStart().getValue().hasTime()).isFalse();
        assertThat(window.getDateEnd().getValue().getRawComponents().getDate())
                .isEqualTo(open.closesOn().plusDays(1).getDayOfMonth());
        var meeting = calendar.getEvents().get(1);
        // Five in the afternoon in Riga, in winter.
        assertThat(meeting.getDateStart().getValue().toInstant()).isEqualTo("2021-11-25T15:00:00Z");
        assertThat(meeting.getDateEnd().getValue().toInstant()).isEqualTo("2021-11-25T17:00:00Z");
        assertThat(meeting.getLocation().getValue()).isEqualTo("Preiļu novada kultūras centrs");
        assertThat(body("/kalendars.ics?partneriba=PREILI")).contains(open.id().toString());
        assertThat(body("/kalendars.ics?partneriba=KRASLAVA"))
                .doesNotContain(open.id().toString());
    }

    @Test
    void letsOnlyTheListStandOnOtherSites() throws Exception {
        var open = examples.open("Iegultais " + mark, 3);
        mvc.perform(get("/iegult/apspriesanas?partneriba=PREILI"))
                .andExpect(status().isOk())
                .andExpect(has(open.title()))
                .andExpect(header().doesNotExist("X-Frame-Options"))
                .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'self' http")))
                .andExpect(hasNot("<script"));
        mvc.perform(get("/iegult/apspriesanas?partneriba=KRASLAVA")).andExpect(hasNot(open.title()));
        for (String page : new String[] {"/", "/iegult", "/apspriesanas/" + open.code(), "/dati"}) {
            mvc.perform(get(page))
                    .andExpect(header().string("X-Frame-Options", "SAMEORIGIN"))
                    .andExpect(header().string(
                                    "Content-Security-Policy", containsString("frame-ancestors 'self'; form-action")));
        }
        mvc.perform(get("/iegult?partneriba=PREILI&tema=ROADS"))
                .andExpect(has("/iegult/apspriesanas?partneriba=PREILI&amp;tema=ROADS"))
                .andExpect(has("/atom.xml?partneriba=PREILI"))
                .andExpect(hasNot("??"));
    }

    @Test
    void publishesDataWithoutPeople() throws Exception {
        var answered = examples.answered("Datu plāns " + mark);
        UUID id = examples.proposal(answered, "PUBLISHED", "=Datu ideja " + mark, "REJECTED");
        examples.proposal(answered, "RECEIVED", "Neizskatīta " + mark, null);
        jdbc.sql("insert into proposal_submitter (proposal_id, name, email, publish_name) values (?, ?, ?, true)")
                .params(id, "Jānis Datinieks", "datinieks@example.org")
                .update();

        String proposals = body("/dati/priekslikumi.csv");
        assertThat(proposals).startsWith("\uFEFFreceipt;number;consultation").contains("Datu ideja " + mark);
        assertThat(proposals).doesNotContain("Datinieks", "datinieks@", "Neizskatīta " + mark, ";=Datu", "\n=Datu");
        assertThat(body("/dati/atbildes.csv")).contains("REJECTED").contains("/apspriesanas/" + answered.code());
        assertThat(body("/dati/apspriesanas.csv")).contains(answered.code());

        JsonNode data = json.readTree(body("/dati/priekslikumi.json"));
        assertThat(data.get("licence").asText()).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(StreamSupport.stream(data.get("priekslikumi").spliterator(), false)
                        .filter(one -> one.get("title").asText().equals("=Datu ideja " + mark)))
                .singleElement()
                .satisfies(one -> assertThat(one.get("municipality").asText()).isEqualTo("PREILI"));
        assertThat(json.readTree(body("/dati/atbildes.json")).get("atbildes")).isNotEmpty();
        mvc.perform(get("/dati/priekslikumi.csv"))
                .andExpect(header().string("Link", containsString("rel=\"license\"")))
                .andExpect(header().string("Content-Disposition", containsString(".csv")));
    }

    @Test
    void tellsWhatBelongsTogetherAndWhereItLanded() throws Exception {
        var answered = examples.answered("Saistītais plāns " + mark);
        UUID speaker = examples.proposal(answered, "PUBLISHED", "Runā abu vārdā", "ACCEPTED");
        UUID merged = examples.proposal(answered, "MERGED", "Pievienotais", null);
        UUID whole = examples.proposal(answered, "SPLIT", "Sadalītais", null);
        UUID first = examples.proposal(answered, "SCREENED", "Pirmā daļa", null);
        UUID second = examples.proposal(answered, "SCREENED", "Otrā daļa", null);
        UUID unread = examples.proposal(answered, "RECEIVED", "Neizskatīta daļa", null);
        jdbc.sql("update proposal set merged_into = ?, set_aside_at = now() where id = ?")
                .params(speaker, merged)
                .update();
        jdbc.sql("update proposal set set_aside_at = now() where id = ?")
                .param(whole)
                .update();
        for (UUID part : new UUID[] {second, first, unread}) {
            jdbc.sql("update proposal set split_from = :whole, part = :part where id = :id")
                    .param("whole", whole)
                    .param("part", part.equals(first) ? 1 : part.equals(second) ? 2 : 3)
                    .param("id", part)
                    .update();
        }
        jdbc.sql("insert into proposal_landing (proposal_id, place, link, noted_at)"
                        + " values (?, 'Rīcības plāns, 41. lpp.', 'https://preili.example/plans', now())")
                .param(speaker)
                .update();

        List.of(speaker, merged, whole, first, second, unread).forEach(this::receipt);
        mvc.perform(get("/api/v1/proposals/" + receipt(speaker)))
                .andExpect(jsonPath("$.mergedHere[0]").value(receipt(merged)))
                .andExpect(jsonPath("$.landed.place").value("Rīcības plāns, 41. lpp."))
                .andExpect(jsonPath("$.landed.link").value("https://preili.example/plans"));
        mvc.perform(get("/api/v1/proposals/" + receipt(merged)))
                .andExpect(jsonPath("$.status").value("MERGED"))
                .andExpect(jsonPath("$.mergedInto").value(receipt(speaker)))
                .andExpect(jsonPath("$.landed").isEmpty());
        mvc.perform(get("/api/v1/proposals/" + receipt(whole)))
                .andExpect(jsonPath("$.parts.length()").value(2))
                .andExpect(jsonPath("$.parts[0]").value(receipt(first)))
                .andExpect(jsonPath("$.parts[1]").value(receipt(second)));
        mvc.perform(get("/api/v1/proposals/" + receipt(second)))
                .andExpect(jsonPath("$.splitFrom").value(receipt(whole)))
                .andExpect(jsonPath("$.part").value(2));
        mvc.perform(get("/api/v1/proposals/" + receipt(unread)))
                .andExpect(jsonPath("$.splitFrom").isEmpty());

        String rows = body("/dati/priekslikumi.csv");
        assertThat(rows)
                .contains(";" + receipt(speaker) + ";;;;;;;http")
                .contains(";" + receipt(first) + " " + receipt(second) + ";")
                .contains(";Rīcības plāns, 41. lpp.;https://preili.example/plans;")
                .contains("Pievienotais", "Sadalītais")
                .doesNotContain("Neizskatīta daļa", receipt(unread));
        assertThat(body("/dati/atbildes.csv")).contains(receipt(speaker)).doesNotContain(receipt(merged));

        var feed = new SyndFeedInput().build(new StringReader(body("/apspriesanas/" + answered.code() + "/atom.xml")));
        assertThat(feed.getEntries())
                .extracting(SyndEntry::getTitle)
                .contains("Runā abu vārdā", "Pirmā daļa")
                .doesNotContain("Neizskatīta daļa");
        assertThat(feed.getEntries()).extracting(SyndEntry::getAuthor).containsOnly("Preiļu novads");
        var spoken = feed.getEntries().stream()
                .filter(entry -> entry.getTitle().equals("Runā abu vārdā"))
                .findFirst()
                .orElseThrow();
        assertThat(spoken.getLink()).endsWith("/priekslikumi/" + receipt(speaker));
        assertThat(spoken.getDescription().getValue())
                .contains("Ņemts vērā", "Rīcības plāns, 41. lpp.", "https://preili.example/plans", receipt(merged));
        mvc.perform(get("/apspriesanas/" + answered.code()))
                .andExpect(has("/apspriesanas/" + answered.code() + "/atom.xml"));
    }

    /** As those that people get, so that the interface knows it. */
    private String receipt(UUID id) {
        jdbc.sql("update proposal set receipt = 'P-' || translate(upper(substr(md5(id::text), 1, 4) || '-'"
                        + " || substr(md5(id::text), 5, 4)), '01OILU', '7K7K7K') where id = ?")
                .param(id)
                .update();
        return jdbc.sql("select receipt from proposal where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    @Test
    void describesEveryFieldInBothLanguages() throws Exception {
        for (String language : new String[] {"lv", "en"}) {
            mvc.perform(get("/dati?lang=" + language))
                    .andExpect(status().isOk())
                    .andExpect(has("CC BY 4.0"))
                    .andExpect(has("answersPublishedOn"))
                    .andExpect(hasNot("??"));
        }
    }

    @Test
    void readsManyRowsWithFewStatements() throws Exception {
        var open = examples.open("Daudz datu " + mark, 3);
        for (int i = 0; i < 30; i++) {
            examples.proposal(open, "SCREENED", "Ideja " + i, null);
        }
        body("/dati/priekslikumi.csv");
        assertThat(Statements.of(() -> body("/dati/priekslikumi.csv"))).isLessThanOrEqualTo(6);
        assertThat(Statements.of(() -> body("/atom.xml"))).isLessThanOrEqualTo(4);
    }

    private String body(String address) throws Exception {
        return mvc.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static ResultMatcher has(String text) {
        return content().string(containsString(text));
    }

    private static ResultMatcher hasNot(String text) {
        Matcher<String> without = not(containsString(text));
        return content().string(without);
    }
}
