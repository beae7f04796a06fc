package lv.varu.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import lv.varu.VaruTest;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.web.servlet.MockMvc;

/** Bodies that are nearly proposals: taken with a receipt, or refused with a reason, and nothing else. */
@VaruTest
class ProposalApiFuzzTest {
    private static final byte[] PROPOSAL = """
            {"title": "Gājēju pāreja pie skolas", "text": "Bērni šķērso ielu.", "topic": "ROADS", "municipality": "LIVANI",
             "submitter": {"name": "Anna Bērziņa", "email": "anna@example.org", "address": "Skolas iela 1"},
             "consents": {"processing": true, "forwarding": true}, "language": "lv", "draftPage": 3}
            """.getBytes(StandardCharsets.UTF_8);

    @Autowired
    MockMvc mvc;

    @Autowired
    ProposalExamples examples;

    @Autowired
    ObjectMapper json;

    private final Call call;

    ProposalApiFuzzTest() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
        call = examples.open();
    }

    @Property
    void takesOrRefusesAnyBytes(@ForAll @Size(max = 300) byte[] body) throws Exception {
        takenOrRefused(body);
    }

    @Property
    void takesOrRefusesADamagedProposal(@ForAll("damages") int[] damage) throws Exception {
        byte[] body = PROPOSAL.clone();
        for (int i = 0; i + 1 < damage.length; i += 2) {
            body[Math.floorMod(damage[i], body.length)] = (byte) damage[i + 1];
        }
        takenOrRefused(body);
    }

    @Property
    void takesOrRefusesAnyJson(@ForAll("bodies") Map<String, Object> body) throws Exception {
        takenOrRefused(bytes(body));
    }

    private byte[] bytes(Object body) throws JsonProcessingException {
        return json.writeValueAsBytes(body);
    }

    private void takenOrRefused(byte[] body) throws Exception {
        MockHttpServletResponse answer = mvc.perform(post("/api/v1/consultations/" + call.code() + "/proposals")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Idempotency-Key", ProposalExamples.key())
                        .content(body))
                .andReturn()
                .getResponse();
        String said = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(said).isIn(202, 400, 413);
        if (answer.getStatus() == 202) {
            assertThat(json.readTree(said).get("receipt").asText()).matches("P-.{4}-.{4}");
        } else {
            assertThat(answer.getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            assertThat(said).doesNotContain("Exception", "java.", "lv.varu", "fasterxml");
        }
    }

    @Provide
    Arbitrary<int[]> damages() {
        return Arbitraries.integers().array(int[].class).ofMinSize(2).ofMaxSize(20);
    }

    /** Fields that there are and others, with values of their own kind and of every other. */
    @Provide
    Arbitrary<Map<String, Object>> bodies() {
        Arbitrary<Object> plain = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60).map(text -> (Object) text),
                Arbitraries.of("ROADS", "LIVANI", "lv", "anna@example.org", "a@b\r\nBcc: x@y", "${7*7}", "\u0000", ""),
                Arbitraries.of(true, false, 0, -1, 3, 1e308, Long.MAX_VALUE),
                Arbitraries.strings().ofMinLength(9_000).ofMaxLength(12_000));
        Arbitrary<Object> deep = Arbitraries.lazyOf(
                () -> plain,
                () -> plain,
                () -> plain.list().ofMaxSize(3).map(List::copyOf),
                () -> Arbitraries.maps(names(), plain).ofMaxSize(6).map(Map::copyOf));
        return Arbitraries.maps(names(), deep).ofMaxSize(10);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(
                        9,
                        Arbitraries.of(
                                "title",
                                "text",
                                "topic",
                                "municipality",
                                "place",
                                "submitter",
                                "consents",
                                "language",
                                "section",
                                "draftPage",
                                "name",
                                "email",
                                "phone",
                                "address",
                                "processing",
                                "id",
                                "status",
                                "version")),
                net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(12)));
    }
}
