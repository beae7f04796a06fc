package lv.varu.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

@VaruTest
class ProposePagesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    Journey journey;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Test
    void offersTheTopicsAndPlacesOfTheConsultation() throws Exception {
        mvc.perform(get(address(journey.open("PREILI", "LIVANI"))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Iesniegt priekšlikumu")))
                .andExpect(content().string(containsString("<optgroup label=\"Preiļu novads\">")))
                .andExpect(content().string(containsString("Līvānu novads kopumā")))
                .andExpect(content().string(containsString("Aglonas pagasts")))
                .andExpect(content().string(containsString("Ceļi un ielas")));
        mvc.perform(get(address(journey.open("PREILI"))).param("lang", "en"))
                .andExpect(content().string(containsString("Make a proposal")))
                .andExpect(content().string(not(containsString("optgroup"))));
    }

    @Test
    void takesAProposalAndShowsTheReceiptWhatFollowsAndTheLink() throws Exception {
        var call = journey.open("PREILI");
        var sent = redirect(filled(call, UUID.randomUUID()).file(photo("laternas.txt", "Laternu vietas")));
        assertThat(sent).startsWith("/priekslikums/").endsWith("/nosutits");
        mvc.perform(get(sent))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Paldies! Priekšlikums ir nosūtīts")))
                .andExpect(content().string(containsString("data-forget-draft=\"priekslikums-" + call.code() + '"')))
                .andExpect(content().string(containsString("Jūs apstiprināt to e-pastā")))
                .andExpect(content().string(containsString("surogātpasta")))
                .andExpect(content().string(containsString(sent.replace("/nosutits", ""))))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("X-Robots-Tag", "noindex, nofollow"))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
        assertThat(jdbc.sql("select title, place, channel from proposal where call_id = ?")
                        .param(call.id())
                        .query()
                        .singleRow())
                .containsEntry("title", "Laternas pie pieturas")
                .containsEntry("place", "PREILI-AGLONA")
                .containsEntry("channel", "PORTAL");
        assertThat(count("proposal_consent c join proposal p on p.id = c.proposal_id", "p.call_id", call.id()))
                .isEqualTo(2);
    }

    @Test
    void leadsADoubleSubmitToTheSameConfirmation() throws Exception {
        var call = journey.open("PREILI");
        var key = UUID.randomUUID();
        assertThat(redirect(filled(call, key))).isEqualTo(redirect(filled(call, key)));
        assertThat(count("proposal", "call_id", call.id())).isEqualTo(1);
    }

    @Test
    void asksWhetherAChangedFormIsAnotherProposal() throws Exception {
        var call = journey.open("PREILI");
        var key = UUID.randomUUID();
        redirect(filled(call, key));
        var changed = filled(call, key);
        changed.param("ownContribution", "Stabi no mums.");
        mvc.perform(changed)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Šo veidlapu jau nosūtījāt")))
                .andExpect(content().string(not(containsString(key.toString()))))
                .andExpect(content().string(containsString("Stabi no mums.")));
        assertThat(count("proposal", "call_id", call.id())).isEqualTo(1);
    }

    @Test
    void saysBesideEachFieldWhatIsMissing() throws Exception {
        var call = journey.open("PREILI", "LIVANI");
        mvc.perform(multipart(address(call)).with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Jāizlabo 7 vietas")))
                .andExpect(content().string(containsString("href=\"#title\"")))
                .andExpect(content().string(containsString("href=\"#submitter-email\"")))
                .andExpect(content().string(containsString("href=\"#consents-processing\"")))
                .andExpect(content().string(containsString("Izvēlieties tematu.")))
                .andExpect(content().string(containsString("Izvēlieties vietu no saraksta.")))
                .andExpect(content().string(containsString("Ierakstiet savu vārdu un uzvārdu.")));
        assertThat(count("proposal", "call_id", call.id())).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "submitter.email  | anna(at)pasts | Pārbaudiet e-pasta adresi",
                "submitter.address|               | Ierakstiet adresi vai noņemiet piekrišanu",
                "submitter.name   |               | Ierakstiet savu vārdu un uzvārdu.",
                "place            | KRASLAVA-DAGDA| Izvēlieties vietu no saraksta.",
                "place            | NEKUR         | ",
                "topic            | KOSMOSS       | Izvēlieties tematu."
            })
    void keepsEverythingTypedWhenSomethingIsWrong(String field, String value, String sentence) throws Exception {
        var call = journey.open("PREILI", "LIVANI");
        var wrong = replaced(call, field, value == null ? "" : value);
        mvc.perform(wrong)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Jāizlabo 1 vieta")))
                .andExpect(content()
                        .string(containsString(sentence == null ? "Izvēlieties vietu no saraksta." : sentence)))
                .andExpect(content().string(containsString("value=\"Laternas pie pieturas\"")))
                .andExpect(content().string(containsString("Vakaros skolēni iet pa tumsu.")))
                .andExpect(content().string(containsString("laternas.txt")))
                .andExpect(content().string(containsString("checked=\"checked\"")));
        assertThat(count("proposal", "call_id", call.id())).isZero();
    }

    @Test
    void refusesAFileThatIsNotWhatItsNameSaysAndKeepsTheRest() throws Exception {
        var call = journey.open("PREILI");
        mvc.perform(filled(call, UUID.randomUUID()).file(photo("laternas.png", "nav attēls")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("laternas.png: Faila saturs neatbilst tā nosaukumam.")))
                .andExpect(content().string(containsString("Lūdzu, pievienojiet vēlreiz: laternas.png")))
                .andExpect(content().string(containsString("value=\"Laternas pie pieturas\"")));
        mvc.perform(filled(call, UUID.randomUUID())
                        .file(new MockMultipartFile("files", "liels.txt", "text/plain", new byte[10_485_761])))
                .andExpect(content().string(containsString("liels.txt: Fails ir par lielu.")));
        assertThat(count("proposal", "call_id", call.id())).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lv | laternas.txt: Pašlaik failus pieņemt nevar.",
                "en | laternas.txt: Files cannot be accepted at the moment."
            })
    void saysThatThereIsNoRoomForAFileAndKeepsTheRest(String language, String sentence) throws Exception {
        var call = journey.open("PREILI");
        var incoming = Path.of(environment.getRequiredProperty("varu.document.folder"), "incoming");
        var aside = incoming.resolveSibling("aside");
        Files.move(Files.createDirectories(incoming), aside);
        Files.createFile(incoming);
        try {
            mvc.perform(filled(call, UUID.randomUUID())
                            .file(photo("laternas.txt", "Laternu vietas"))
                            .param("lang", language))
                    .andExpect(status().isInsufficientStorage())
                    .andExpect(content().string(containsString(sentence)))
                    .andExpect(content().string(containsString("value=\"Laternas pie pieturas\"")))
                    .andExpect(content().string(containsString("Vakaros skolēni iet pa tumsu.")));
            assertThat(count("proposal", "call_id", call.id())).isZero();
            redirect(filled(call, UUID.randomUUID()));
        } finally {
            Files.delete(incoming);
            Files.move(aside, incoming);
        }
        redirect(filled(call, UUID.randomUUID()).file(photo("laternas.txt", "Laternu vietas")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lv | Šī apspriešana nav par šo tematu. Izvēlieties citu tematu no saraksta vai „Cits”.",
                "en | This consultation is not about this topic. Choose another one from the list or “Other”."
            })
    void refusesATopicThatTheConsultationDoesNotOffer(String language, String sentence) throws Exception {
        var call = journey.open("PREILI");
        jdbc.sql("update consultation set topics = '{BUILDINGS}' where id = ?")
                .param(call.id())
                .update();
        mvc.perform(filled(call, UUID.randomUUID()).param("lang", language))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"topic-error\"")))
                .andExpect(content().string(containsString(sentence)))
                .andExpect(content().string(containsString("Vakaros skolēni iet pa tumsu.")));
        assertThat(count("proposal", "call_id", call.id())).isZero();
        assertThat(mvc.perform(replaced(call, "topic", "OTHER"))
                        .andExpect(status().isFound())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .endsWith("/nosutits");
    }

    @Test
    void namesTheNextChannelWhenClosedAndGivesTheTextBack() throws Exception {
        var call = journey.open("PREILI");
        journey.close(call);
        mvc.perform(get(address(call)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Priekšlikumu pieņemšana ir beigusies")))
                .andExpect(content().string(containsString("Preiļu rajona partnerība")))
                .andExpect(content().string(containsString("Skatīt citas apspriešanas")));
        mvc.perform(filled(call, UUID.randomUUID()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Jūsu uzrakstītais nav zudis")))
                .andExpect(content().string(containsString("Vakaros skolēni iet pa tumsu.")));
        mvc.perform(multipart(address(call))
                        .param("text", "Īss teksts bez vārda.")
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Īss teksts bez vārda.")));
        mvc.perform(get(address(journey.coming("PREILI"))))
                .andExpect(content().string(containsString("Priekšlikumus vēl nepieņem")));
    }

    @Test
    void repeatsTheConfirmationEvenAfterClosing() throws Exception {
        var call = journey.open("PREILI");
        var key = UUID.randomUUID();
        var first = redirect(filled(call, key));
        journey.close(call);
        assertThat(redirect(filled(call, key))).isEqualTo(first);
    }

    @Test
    void knowsWhichInvitationAProposalAnswersAndIgnoresForeignOnes() throws Exception {
        var call = journey.open("PREILI");
        var invitation = UUID.randomUUID();
        var token = journey.link(Link.Purpose.INVITATION, call.id().toString(), invitation.toString());
        mvc.perform(get(address(call)).param("ielugums", token))
                .andExpect(content().string(containsString("value=\"" + token + '"')))
                .andExpect(header().string("Referrer-Policy", "no-referrer"));
        var invited = filled(call, UUID.randomUUID());
        invited.param("invitation", token);
        redirect(invited);
        assertThat(channel(call)).isEqualTo("INVITATION");

        var other = journey.open("PREILI");
        var foreign = filled(other, UUID.randomUUID());
        foreign.param("invitation", token);
        redirect(foreign);
        assertThat(channel(other)).isEqualTo("PORTAL");
    }

    @Test
    void showsNoFormForAnUnknownConsultation() throws Exception {
        mvc.perform(get("/apspriesanas/NAV-TADAS/priekslikums")).andExpect(status().isNotFound());
    }

    private MockMultipartHttpServletRequestBuilder replaced(Call call, String field, String value) {
        var request = multipart(address(call)).file(photo("laternas.txt", "Laternu vietas"));
        for (var entry : FIELDS) {
            request.param(entry.get(0), entry.get(0).equals(field) ? value : entry.get(1));
        }
        request.with(csrf());
        return request;
    }

    private static final List<List<String>> FIELDS = List.of(
            List.of("title", "Laternas pie pieturas"),
            List.of("text", "Vakaros skolēni iet pa tumsu."),
            List.of("topic", "ROADS"),
            List.of("place", "PREILI-AGLONA"),
            List.of("submitter.name", "Anna Ozoliņa"),
            List.of("submitter.email", "anna@epasts.example"),
            List.of("submitter.address", "Skolas iela 1, Aglona"),
            List.of("consents.processing", "true"),
            List.of("consents.forwarding", "true"));

    private static MockMultipartHttpServletRequestBuilder filled(Call call, UUID key) {
        var request = multipart(address(call));
        FIELDS.forEach(field -> request.param(field.get(0), field.get(1)));
        request.param("key", key.toString());
        request.with(csrf());
        return request;
    }

    private String redirect(MockMultipartHttpServletRequestBuilder request) throws Exception {
        var response = mvc.perform(request)
                .andExpect(status().isFound())
                .andExpect(header().string("Location", startsWith("/priekslikums/")))
                .andReturn()
                .getResponse();
        return Objects.requireNonNull(response.getRedirectedUrl());
    }

    private static MockMultipartFile photo(String name, String content) {
        return new MockMultipartFile("files", name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private String channel(Call call) {
        return jdbc.sql("select channel from proposal where call_id = ?")
                .param(call.id())
                .query(String.class)
                .single();
    }

    private long count(String table, String column, UUID id) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private static String address(Call call) {
        return "/apspriesanas/" + call.code() + "/priekslikums";
    }
}
