package lv.varu.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.account.SignedIn;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationStatus;
import lv.varu.consultation.PublicExamples;
import lv.varu.engine.CaseDiagram;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@VaruTest
class StatusPagesTest {
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");

    @Autowired
    MockMvc mvc;

    @Autowired
    PublicExamples examples;

    @Autowired
    StatusBoard board;

    @Autowired
    JdbcClient jdbc;

    private final Person manager = person(Role.MANAGER, "PREILI");
    private final Person administrator = person(Role.ADMINISTRATOR, null);

    @Test
    void countsProposalsByWhatTheyWaitForAndNamesWhatIsLate() {
        var delivered = examples.delivered("Statusa programma");
        examples.proposal(delivered, "RECEIVED", "Viens", null);
        examples.proposal(delivered, "SCREENED", "Divi", null);
        examples.proposal(delivered, "FORWARDED", "Kavētais", null);
        examples.proposal(delivered, "PUBLISHED", "Četri", "ACCEPTED");

        var row = row(delivered);

        assertThat(row.proposals().total()).isEqualTo(4);
        assertThat(row.proposals().segments())
                .extracting(segment -> segment.kind() + " " + segment.count() + " " + segment.x())
                .containsExactly("UNSCREENED 1 0.0", "SCREENED 1 25.0", "LATE 1 50.0", "PUBLISHED 1 75.0");
        assertThat(row.isLate()).isTrue();
        assertThat(row.lateAnswers()).singleElement().satisfies(late -> {
            assertThat(late.title()).isEqualTo("Kavētais");
            assertThat(late.municipality()).isEqualTo("Preiļu novads");
            assertThat(late.daysLate()).isEqualTo(9);
        });
        assertThat(lateOnes()).contains(delivered.code());
        assertThat(lateOnes()).doesNotContain(examples.coming("Laikā").code());
    }

    @Test
    void marksWhereARunningConsultationStands() throws Exception {
        var open = examples.running("Rit pēc shēmas", 9);
        var one = board.one(open.code(), manager, LATVIAN);

        var course = Objects.requireNonNull(one.course());
        assertThat(course.current())
                .extracting(CaseDiagram.Element::id)
                .contains("publishInChannel")
                .containsAnyOf("reminderDue", "closing");
        assertThat(course.flows()).contains("windowOpen_to_publishInChannel");
        assertThat(one.duties("publishInChannel")).hasSize(1);

        page("/darbs/statuss/" + open.code(), manager)
                .andExpect(content().string(containsString("Publicēt paziņojumu")))
                .andExpect(content().string(containsString("neviens vēl nav uzņēmies")))
                .andExpect(content().string(containsString("publishInChannel 1 0")))
                .andExpect(content().string(containsString("&lt;bpmn:definitions")));
    }

    @Test
    void saysWhenProposalsInTheirThousandsWereCounted() throws Exception {
        var open = examples.running("Tūkstošu programma", 9);
        propose(open);
        page("/darbs/statuss/" + open.code(), manager)
                .andExpect(content().string(containsString("awaitConfirmation 1 0")))
                .andExpect(content().string(not(containsString("Saskaitīts"))));

        thousand(open);
        page("/darbs/statuss/" + open.code(), manager)
                .andExpect(content().string(containsString("awaitConfirmation 1 0")))
                .andExpect(content().string(containsString("Saskaitīts")))
                .andExpect(content().string(containsString("Visi kavētie: 1\u00a0000")))
                .andExpect(content().string(containsString("apspriesana=" + open.id() + "&amp;kave=true")));
        propose(open);
        page("/darbs/statuss/" + open.code(), manager)
                .andExpect(content().string(containsString("awaitConfirmation 1 0")));
    }

    /** Other tests read all that there is. */
    @AfterEach
    void removeTheThousand() {
        jdbc.sql("delete from proposal where receipt like 'S-%'").update();
    }

    private void propose(Consultation open) throws Exception {
        mvc.perform(post("/api/v1/consultations/" + open.code() + "/proposals")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .content("""
                                {"title": "Gājēju pāreja pie skolas", "text": "Lūdzam ierīkot gājēju pāreju pie skolas.",
                                 "topic": "ROADS", "municipality": "PREILI",
                                 "submitter": {"name": "Anna Bērziņa", "email": "anna@example.lv", "address": "Skolas iela 1"},
                                 "consents": {"processing": true, "forwarding": true}, "language": "lv"}"""))
                .andExpect(status().isAccepted());
    }

    private void thousand(Consultation open) {
        jdbc.sql("""
                insert into proposal (id, receipt, number, call_id, partnership, owners, status, channel, language, title,
                    text, topic, municipality, submitted_at, registered_at, due_on, late_since, idempotency_digest,
                    request_digest, sealed_token)
                select gen_random_uuid(), 'S-' || n, null, :call, 'PREILI', '{PREILI}', 'FORWARDED',
                    'PORTAL', 'lv', 'Virsraksts', 'Teksts', 'ROADS', 'PREILI', now(), now(), date '2020-01-01',
                    date '2020-01-02', decode(md5('status' || n), 'hex'), 'x', 'x'
                from generate_series(1, 1000) as n""").param("call", open.id()).update();
    }

    @Test
    void drawsATimeLineAndFiltersIt() throws Exception {
        var open = examples.open("Laika līnijas programma", 14);
        page("/darbs/statuss?statuss=OPEN", manager)
                .andExpect(content().string(containsString("Laika līnija")))
                .andExpect(content().string(containsString("Šodien")));
        assertThat(board.timeLine(board.rows(filter(manager, false), PageRequest.of(0, 400), LATVIAN))
                        .rows())
                .anySatisfy(line -> {
                    assertThat(line.consultation().id()).isEqualTo(open.id());
                    assertThat(line.bars())
                            .extracting(TimeLine.Bar::part)
                            .containsExactly(TimeLine.Part.ANNOUNCED, TimeLine.Part.WINDOW);
                    assertThat(line.bars())
                            .allSatisfy(bar -> assertThat(bar.x() + bar.width()).isBetween(0.0, 100.0));
                });
        page("/darbs/statuss?kave=true&partneriba=KRASLAVA", administrator);
        page("/darbs/statuss?statuss=WITHDRAWN&partneriba=KRASLAVA&lang=en", administrator)
                .andExpect(content().string(containsString("Nothing here")));
    }

    @Test
    void showsAPartnershipOnlyItsOwn() throws Exception {
        var open = examples.open("Preiļu noslēpums", 14);
        var stranger = person(Role.MANAGER, "KRASLAVA");
        page("/darbs/statuss?partneriba=PREILI", stranger)
                .andExpect(content().string(not(containsString("Preiļu noslēpums"))));
        mvc.perform(get("/darbs/statuss/" + open.code()).with(authentication(as(stranger))))
                .andExpect(status().isForbidden());
        mvc.perform(get("/darbs/statuss")).andExpect(status().is3xxRedirection());
    }

    @Test
    void asksOneQuestionForAllConsultations() throws Exception {
        examples.running("Skaitlis", 1);
        long few = Statements.of(() -> board.rows(filter(manager, false), PageRequest.of(0, 1), LATVIAN));
        long many = Statements.of(() -> board.rows(filter(manager, false), PageRequest.of(0, 12), LATVIAN));
        assertThat(many).isLessThanOrEqualTo(few + 2).isLessThanOrEqualTo(9);
    }

    private StatusRow row(Consultation consultation) {
        return board.rows(filter(manager, false), PageRequest.of(0, 400), LATVIAN).stream()
                .filter(row -> row.consultation().id().equals(consultation.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> lateOnes() {
        return board.rows(filter(manager, true), PageRequest.of(0, 400), LATVIAN).stream()
                .map(row -> row.consultation().code())
                .toList();
    }

    private static StatusFilter filter(Person person, boolean late) {
        return StatusFilter.of(person, (ConsultationStatus) null, null, late);
    }

    private ResultActions page(String address, Person person) throws Exception {
        return mvc.perform(get(address).with(authentication(as(person))))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
    }

    private static Person person(Role role, @Nullable String partnership) {
        return new Person(UUID.randomUUID(), "Māra Kalniņa", "mara@example.lv", role, partnership, LATVIAN);
    }

    private static TestingAuthenticationToken as(Person person) {
        var token = new TestingAuthenticationToken((SignedIn.PersonHolder) () -> person, null, "ROLE_" + person.role());
        token.setAuthenticated(true);
        return token;
    }
}
