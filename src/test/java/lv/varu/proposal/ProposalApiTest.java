package lv.varu.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lv.varu.VaruTest;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.calendar.Riga;
import lv.varu.directory.Topic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@VaruTest
class ProposalApiTest {
    private static final String BODY = """
            {"title": "Gājēju pāreja pie skolas", "text": "Bērni šķērso ielu, kur pārejas nav.",
             "topic": "ROADS", "municipality": "LIVANI",
             "submitter": {"name": "Anna Bērziņa", "email": "anna@example.org", "address": "Skolas iela 1"},
             "consents": {"processing": true, "forwarding": true}, "language": "lv"}
            """;

    @Autowired
    MockMvc mvc;

    @Autowired
    ProposalExamples examples;

    @Autowired
    IntakeDesk intakeDesk;

    @Autowired
    ProposalDesk desk;

    @Autowired
    Links links;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    Call call;

    @BeforeEach
    void openConsultation() {
        call = examples.open();
    }

    @Test
    void takesAProposalAndGivesAReceiptAndALinkToFollowIt() throws Exception {
        var accepted = read(submit(ProposalExamples.key(), BODY).andExpect(status().isAccepted()));
        assertThat(accepted.get("receipt").asText()).matches("P-.{4}-.{4}");
        String token = accepted.get("trackingUrl").asText().replaceFirst(".*/priekslikums/", "");
        assertThat(links.open(token, Link.Purpose.FOLLOW_PROPOSAL).purpose()).isEqualTo(Link.Purpose.FOLLOW_PROPOSAL);
    }

    @Test
    void givesARepeatTheFirstReceiptAndChangesNothing() throws Exception {
        String key = ProposalExamples.key();
        var first = read(submit(key, BODY).andExpect(status().isAccepted()));
        assertThat(read(submit(key, BODY).andExpect(status().isAccepted()))).isEqualTo(first);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void answersWithWhatNoBrowserShowsAsAPage() throws Exception {
        mvc.perform(get("/api/v1/consultations/" + call.code() + "/proposals"))
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"api.json\""));
        submit(ProposalExamples.key(), "{}")
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"api.json\""));
    }

    @Test
    void takesJsonOnly() throws Exception {
        for (var type :
                List.of(MediaType.TEXT_PLAIN, MediaType.APPLICATION_XML, MediaType.APPLICATION_FORM_URLENCODED)) {
            mvc.perform(post("/api/v1/consultations/" + call.code() + "/proposals")
                            .contentType(type)
                            .header("Idempotency-Key", ProposalExamples.key())
                            .content(type.equals(MediaType.APPLICATION_FORM_URLENCODED) ? "title=Pāreja" : BODY))
                    .andExpect(status().isUnsupportedMediaType());
        }
    }

    @Test
    void refusesTheSameKeyForSomethingElse() throws Exception {
        String key = ProposalExamples.key();
        submit(key, BODY).andExpect(status().isAccepted());
        submit(key, BODY.replace("pāreja", "ietve"))
                .andExpect(status().isConflict())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(409))
                .andExpect(jsonPath("$.title").value("Šī atslēga jau ir izmantota"));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void makesOneProposalOfFiftyEqualRequestsAtOnce() throws Exception {
        int threads = 50;
        String key = ProposalExamples.key();
        var submission = ProposalExamples.submission(call.code(), "Viens priekšlikums", ProposalExamples.ANNA);
        var start = new CyclicBarrier(threads);
        var pool = Executors.newFixedThreadPool(threads);
        Set<String> receipts = ConcurrentHashMap.newKeySet();
        Callable<Boolean> request = () -> {
            start.await();
            Receipt receipt = intakeDesk.submit(submission, key);
            return receipts.add(receipt.receipt() + receipt.trackingUrl());
        };
        try {
            for (var done : pool.invokeAll(
                    IntStream.range(0, threads).mapToObj(i -> request).toList())) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(receipts).hasSize(1);
        assertThat(count()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from mail_letter where about = 'proposal:' || :id")
                        .param(
                                "id",
                                jdbc.sql("select id from proposal where call_id = ?")
                                        .param(call.id())
                                        .query(UUID.class)
                                        .single()
                                        .toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void namesEveryFieldThatIsWrong() throws Exception {
        String wrong = """
                {"text": " ", "topic": "MOON", "municipality": "DAUGAVPILS",
                 "submitter": {"email": "anna"}, "consents": {"processing": false}}
                """;
        submit("", wrong)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath(
                        "$.errors[*].field",
                        containsInAnyOrder(
                                "Idempotency-Key",
                                "title",
                                "text",
                                "topic",
                                "municipality",
                                "submitter.email",
                                "consents.processing")))
                .andExpect(jsonPath("$.errors[*].message", hasItem("Ierakstiet priekšlikuma virsrakstu.")));
        assertThat(count()).isZero();
    }

    @Test
    void refusesATopicThatTheConsultationDoesNotOffer() throws Exception {
        jdbc.sql("update consultation set topics = '{BUILDINGS}' where id = ?")
                .param(call.id())
                .update();
        submit(ProposalExamples.key(), BODY)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field", contains("topic")))
                .andExpect(jsonPath("$.errors[0].message", startsWith("Šī apspriešana nav par šo tematu.")));
        submit(ProposalExamples.key(), BODY.replace("ROADS", "OTHER")).andExpect(status().isAccepted());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void answersInTheLanguageOfTheRequest() throws Exception {
        mvc.perform(request(ProposalExamples.key(), "{}").header("Accept-Language", "en-GB,en;q=0.8"))
                .andExpect(jsonPath("$.errors[*].message", hasItem("Enter a title for the proposal.")));
        submit(ProposalExamples.key(), "{\"language\": \"en\"}")
                .andExpect(jsonPath("$.errors[*].message", hasItem("Enter a title for the proposal.")));
        mvc.perform(request(ProposalExamples.key(), "{}").header("Accept-Language", ";;;"))
                .andExpect(jsonPath("$.errors[*].message", hasItem("Ierakstiet priekšlikuma virsrakstu.")));
    }

    @Test
    void speaksJsonOnly() throws Exception {
        mvc.perform(get("/api/v1/consultations/{code}/proposals", call.code()).header("Accept", "text/html"))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_JSON));
        mvc.perform(get("/api/v1/proposals/{receipt}", "P-0000-0000").header("Accept", "application/xml"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        mvc.perform(request(ProposalExamples.key(), "<a/>").contentType(MediaType.APPLICATION_XML))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void namesAPageThatIsNoNumber() throws Exception {
        mvc.perform(get("/api/v1/consultations/{code}/proposals", call.code()).param("page", "abc"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("page"));
    }

    @Test
    void takesCharactersThatNoDatabaseTakesOutOfTheText() throws Exception {
        submit(ProposalExamples.key(), BODY.replace("Gājēju", "G\\u0000ājēju")).andExpect(status().isAccepted());
        assertThat(jdbc.sql("select title from proposal where call_id = ?")
                        .param(call.id())
                        .query(String.class)
                        .single())
                .isEqualTo("Gājēju pāreja pie skolas");
    }

    @Test
    void refusesABodyThatNoProposalFills() throws Exception {
        submit(ProposalExamples.key(), BODY.replace("Gājēju", "a".repeat(1_100_000)))
                .andExpect(status().isPayloadTooLarge());
    }

    @Test
    void saysWhatCannotBeRead() throws Exception {
        submit(ProposalExamples.key(), "not json")
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        submit(ProposalExamples.key(), "{\"consents\": {\"processing\": \"maybe\"}}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("consents.processing"));
        submit(ProposalExamples.key(), "{\"submitter\": [1]}").andExpect(status().isBadRequest());
        submit(ProposalExamples.key(), "null").andExpect(status().isBadRequest());
    }

    @Test
    void namesTheNextChannelAfterClosing() throws Exception {
        call = examples.closed();
        submit(ProposalExamples.key(), BODY)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.title").value("Priekšlikumus šajā apspriešanā nepieņem"))
                .andExpect(jsonPath("$.detail", containsString("@")));
        assertThat(count()).isZero();
    }

    @Test
    void knowsNoOtherConsultations() throws Exception {
        mvc.perform(get("/api/v1/consultations/NAV/proposals")).andExpect(status().isNotFound());
        call = examples.call(
                "PREPARING", LocalDate.now(Riga.ZONE), LocalDate.now(Riga.ZONE).plusDays(30));
        submit(ProposalExamples.key(), BODY)
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void needsAnAddressForTheConfirmation() throws Exception {
        submit(ProposalExamples.key(), BODY.replace("\"email\": \"anna@example.org\",", ""))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("submitter.email"));
    }

    @Test
    void listsOnlyWhatSomebodyHasLookedAt() throws Exception {
        String receipt =
                read(submit(ProposalExamples.key(), BODY)).get("receipt").asText();
        UUID id = jdbc.sql("select id from proposal where receipt = ?")
                .param(receipt)
                .query(UUID.class)
                .single();
        desk.confirm(examples.token("proposal:" + id, "/apstiprinat/"));
        list().andExpect(jsonPath("$.total").value(0));
        mvc.perform(get("/api/v1/proposals/{receipt}", receipt))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("RECEIVED"))
                .andExpect(jsonPath("$.whoseTurn").value("PARTNERSHIP"))
                .andExpect(jsonPath("$.title").isEmpty());

        desk.screen(id, new Screening(Topic.BUILDINGS, "LIVANI", null, null, null), ProposalExamples.ILZE.id());
        list().andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.page").value(0))
                .andExpect(jsonPath("$.size").value(20))
                .andExpect(jsonPath("$.items[0].receipt").value(receipt))
                .andExpect(jsonPath("$.items[0].title").value("Gājēju pāreja pie skolas"))
                .andExpect(jsonPath("$.items[0].topic").value("BUILDINGS"))
                .andExpect(jsonPath("$.items[0].status").value("SCREENED"))
                .andExpect(jsonPath("$.items[0].outcome").isEmpty())
                .andExpect(jsonPath("$.items[0].since", matchesPattern("\\d{4}-\\d{2}-\\d{2}")))
                .andExpect(jsonPath("$.items[0].nextDate").value(Objects.toString(call.closesOn())));
    }

    @Test
    void showsNoAnswerBeforeItIsPublished() throws Exception {
        String receipt =
                read(submit(ProposalExamples.key(), BODY)).get("receipt").asText();
        jdbc.sql("update proposal set status = 'ANSWERED', outcome = 'REJECTED', rationale = 'Nē', answered_at = now(),"
                        + " registered_at = now() where receipt = ?")
                .param(receipt)
                .update();
        mvc.perform(get("/api/v1/proposals/{receipt}", receipt))
                .andExpect(jsonPath("$.outcome").isEmpty())
                .andExpect(jsonPath("$.rationale").isEmpty());
        jdbc.sql("update proposal set status = 'PUBLISHED', published_at = now() where receipt = ?")
                .param(receipt)
                .update();
        mvc.perform(get("/api/v1/proposals/{receipt}", receipt))
                .andExpect(jsonPath("$.outcome").value("REJECTED"))
                .andExpect(jsonPath("$.rationale").value("Nē"));
    }

    @Test
    void knowsNoReceiptThatWasNeverGiven() throws Exception {
        for (String receipt : List.of("P-2222-2222", "nekas", "P-0000-0000")) {
            mvc.perform(get("/api/v1/proposals/{receipt}", receipt)).andExpect(status().isNotFound());
        }
    }

    private ResultActions list() throws Exception {
        return mvc.perform(get("/api/v1/consultations/{code}/proposals", call.code()))
                .andExpect(status().isOk());
    }

    private ResultActions submit(String key, String body) throws Exception {
        return mvc.perform(request(key, body));
    }

    private MockHttpServletRequestBuilder request(String key, String body) {
        return post("/api/v1/consultations/{code}/proposals", call.code())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private JsonNode read(ResultActions done) throws Exception {
        return json.readTree(done.andReturn().getResponse().getContentAsByteArray());
    }

    private long count() {
        return jdbc.sql("select count(*) from proposal where call_id = ?")
                .param(call.id())
                .query(Long.class)
                .single();
    }
}
