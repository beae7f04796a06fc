package lv.varu.consultation.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.calendar.Riga;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.ConsultationExamples;
import lv.varu.consultation.Consultations;
import lv.varu.consultation.Details;
import lv.varu.consultation.PublicExamples;
import lv.varu.document.Documents;
import lv.varu.mail.PostedLetters;
import lv.varu.mail.PostedLetters.Posted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Public meetings: announced, held, written down, and remembered when they were not. */
@VaruTest
class MeetingPagesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    ConsultationExamples people;

    @Autowired
    PublicExamples examples;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Consultations consultations;

    @Autowired
    PublicMeetings meetings;

    @Autowired
    MeetingDesk meetingDesk;

    @Autowired
    MeetingReminder reminder;

    @Autowired
    Documents documents;

    @Autowired
    PostedLetters letters;

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Person elina;

    @BeforeEach
    void people() {
        elina = people.staff();
    }

    @Test
    void readsManyMeetingsWithAsManyStatementsAsOne() throws Exception {
        var few = examples.open("Ar vienu sanāksmi", 9);
        var many = examples.open("Ar daudzām sanāksmēm", 9);
        hold(few, 1);
        hold(many, 8);
        see(page(few));
        assertThat(Statements.of(() -> see(page(many)))).isEqualTo(Statements.of(() -> see(page(few))));
        assertThat(Statements.of(() -> see("/apspriesanas/" + many.code())))
                .isEqualTo(Statements.of(() -> see("/apspriesanas/" + few.code())));
    }

    private void hold(Consultation consultation, int count) {
        for (int i = 1; i <= count; i++) {
            var told = new Details.Meeting(
                    Riga.today(clock).plusDays(i).atTime(18, 0),
                    Details.Meeting.Format.IN_PERSON,
                    "Tautas nams " + i,
                    "");
            transaction.executeWithoutResult(status -> meetingDesk.add(consultation.id(), told, false, elina));
        }
    }

    @Test
    void takesTheMeetingsOfARegistrationOver() {
        var id = desk.register(people.coming(), elina);

        assertThat(meetings.findByConsultationIdOrderByHeldAtAscIdAsc(id))
                .extracting(PublicMeeting::told)
                .isEqualTo(consultations.get(id).details().meetings());
    }

    @Test
    void showsAMeetingAddedLaterToEverybodyUntilItIsDeleted() throws Exception {
        var open = examples.open("Vēlāk pievienota", 9);
        send(plan(page(open) + "/jauna", day(2), "18:00", "Aglonas tautas nams"))
                .andExpect(redirectedUrl(page(open)));
        see("/apspriesanas/" + open.code()).andExpect(content().string(containsString("Aglonas tautas nams")));
        var meeting = latest(open);
        send(plan(page(open) + "/" + meeting.id() + "/labot", day(3), "18:30", "Aglonas bibliotēka"))
                .andExpect(redirectedUrl(page(open) + "/" + meeting.id()));
        see("/apspriesanas/" + open.code())
                .andExpect(content()
                        .string(allOf(
                                containsString("Aglonas bibliotēka"), not(containsString("Aglonas tautas nams")))));
        see(page(open) + "/" + meeting.id() + "/dzest");
        send(post(page(open) + "/" + meeting.id() + "/dzest")).andExpect(redirectedUrl(page(open)));
        see("/apspriesanas/" + open.code()).andExpect(content().string(not(containsString("Aglonas bibliotēka"))));

        assertThat(actions(open.id()))
                .contains("consultation.meeting-added", "consultation.meeting-changed", "consultation.meeting-deleted");
        send(plan(page(open) + "/jauna", "", "", ""))
                .andExpect(content()
                        .string(allOf(
                                containsString("Ierakstiet sanāksmes dienu."),
                                containsString("Ierakstiet, kur sanāksme notiks."))));
        mvc.perform(get(page(open)).with(ConsultationExamples.as(people.stranger())))
                .andExpect(status().isForbidden());
    }

    @Test
    void tellsCalendarsOfEveryChangeAndOfTheCancelling() throws Exception {
        var open = examples.open("Kalendāros", 9);
        send(plan(page(open) + "/jauna", day(2), "18:00", "Aglonas tautas nams").param("until", "17:00"))
                .andExpect(content().string(containsString("Ierakstiet laiku, kas ir pēc sākuma")));
        send(plan(page(open) + "/jauna", day(2), "18:00", "Aglonas tautas nams"));
        var added = event(open);
        assertThat(length(added)).isEqualTo(Duration.ofHours(2));
        assertThat(added.getSequence().getValue()).isZero();
        assertThat(added.getStatus()).isNull();

        String one = page(open) + "/" + latest(open).id();
        send(plan(one + "/labot", day(2), "18:00", "Aglonas tautas nams").param("until", "21:30"));
        var moved = event(open);
        assertThat(length(moved)).isEqualTo(Duration.ofMinutes(210));
        assertThat(moved.getUid().getValue()).isEqualTo(added.getUid().getValue());
        assertThat(moved.getSequence().getValue()).isEqualTo(1);
        see("/apspriesanas/" + open.code()).andExpect(content().string(containsString("18:00–21:30")));
        see(one + "/labot").andExpect(content().string(containsString("value=\"21:30\"")));

        send(post(one + "/dzest"));
        var cancelled = event(open);
        assertThat(cancelled.getUid().getValue()).isEqualTo(added.getUid().getValue());
        assertThat(cancelled.getStatus().isCancelled()).isTrue();
        assertThat(cancelled.getSequence().getValue()).isEqualTo(2);
        assertThat(cancelled.getSummary().getValue()).startsWith("Atcelta: ");
        see("/apspriesanas/" + open.code()).andExpect(content().string(not(containsString("Aglonas tautas nams"))));
    }

    /** The only meeting in the calendar; the window stands before it. */
    private VEvent event(Consultation consultation) throws Exception {
        var events = Biweekly.parse(mvc.perform(get("/apspriesanas/" + consultation.code() + "/kalendars.ics"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .first()
                .getEvents();
        assertThat(events).hasSize(2);
        return events.get(1);
    }

    private static Duration length(VEvent event) {
        return Duration.between(
                event.getDateStart().getValue().toInstant(),
                event.getDateEnd().getValue().toInstant());
    }

    @Test
    void keepsMinutesAttendanceAndWhatWasProposedThere() throws Exception {
        var open = examples.running("Sanāksme ar protokolu", 9);
        var id = add(open, 1);
        var one = page(open) + "/" + id;
        mvc.perform(multipart(one).param("attendance", "daudz").with(csrf()).with(ConsultationExamples.as(elina)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Uzrakstiet, kas notika, vai pievienojiet failu."),
                                containsString("Ierakstiet veselu skaitli, piemēram, 24."))));
        mvc.perform(multipart(one)
                        .file(new MockMultipartFile(
                                "files", "protokols.txt", "text/plain", "Teksts".getBytes(StandardCharsets.UTF_8)))
                        .param("minutes", "Runāja par ceļu uz Aglonu.")
                        .param("attendance", "24")
                        .param("atLeast", "true")
                        .param("forEverybody", "true")
                        .with(csrf())
                        .with(ConsultationExamples.as(elina)))
                .andExpect(redirectedUrl(one));
        see("/apspriesanas/" + open.code())
                .andExpect(content()
                        .string(allOf(
                                containsString("Runāja par ceļu uz Aglonu."), containsString("vismaz 24 cilvēki"))));
        var file = documents.of(MeetingDesk.minutesOf(id)).get(0).id();
        mvc.perform(get("/apspriesanas/" + open.code() + "/sanaksmes/" + id + "/faili/" + file))
                .andExpect(status().isOk());

        send(post(one + "/priekslikums")
                        .param("title", "Soliņi pie ezera")
                        .param("text", "Vajag soliņus, kur apsēsties.")
                        .param("topic", "SURROUNDINGS")
                        .param("place", "PREILI")
                        .param("key", UUID.randomUUID().toString()))
                .andExpect(redirectedUrl(one + "/priekslikums"));
        assertThat(jdbc.sql("select channel from proposal where call_id = ? and title = 'Soliņi pie ezera'")
                        .param(open.id())
                        .query(String.class)
                        .list())
                .containsExactly("MEETING");
        send(post(one + "/priekslikums").param("text", "Bez virsraksta"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Bez virsraksta")));
        assertThat(actions(open.id())).contains("consultation.meeting-minutes");
    }

    @Test
    void tellsEverybodyConcernedOfAMeetingWhenStaffWantIt() throws Exception {
        var running = examples.running("Sanāksmes vēstulē", 9);
        var receivers = List.of(invited(running, "lv"), invited(running, "en"));
        see(page(running) + "/jauna").andExpect(content().string(containsString("Paziņot vēstulē visiem")));
        send(plan(page(running) + "/jauna", day(1), "18:00", "Aglonas tautas nams"));
        assertThat(told(receivers)).isEmpty();

        send(plan(page(running) + "/jauna", day(4), "17:00", "Preiļu novada dome")
                .param("kind", "COUNCIL_MEETING")
                .param("announced", "true"));
        assertThat(told(receivers))
                .hasSize(2)
                .anySatisfy(letter -> assertThat(letter)
                        .contains(
                                "Domes sēde",
                                "būs domes sēde. Aicinām piedalīties.",
                                "- Preiļu novada dome",
                                "jo Jūsu organizācija ir uzaicināta"))
                .anySatisfy(letter -> assertThat(letter)
                        .contains("Council meeting on", "there will be a council meeting", "- Preiļu novada dome"));
        see("/apspriesanas/" + running.code()).andExpect(content().string(containsString("Domes sēde")));

        String one = page(running) + "/" + latest(running).id();
        send(plan(one + "/labot", day(5), "17:30", "Aglonas bibliotēka")
                .param("kind", "COUNCIL_MEETING")
                .param("announced", "true"));
        send(plan(one + "/labot", day(5), "17:30", "Aglonas bibliotēka")
                .param("kind", "COUNCIL_MEETING")
                .param("announced", "true"));
        assertThat(told(receivers))
                .as("nothing changed the second time")
                .hasSize(4)
                .anySatisfy(letter -> assertThat(letter).contains("Jauns laiks vai vieta", "Aglonas bibliotēka"));
        see(one + "/dzest").andExpect(content().string(containsString("Paziņot vēstulē visiem")));
        send(post(one + "/dzest").param("announced", "true"));
        assertThat(told(receivers))
                .hasSize(6)
                .anySatisfy(letter -> assertThat(letter).contains("nenotiks izziņotā domes sēde"))
                .anySatisfy(letter -> assertThat(letter).contains("does not take place"));
        assertThat(actions(running.id())).contains("consultation.concerned-told");
    }

    private String invited(Consultation consultation, String language) {
        String email = UUID.randomUUID() + "@biedriba.example";
        jdbc.sql("insert into consultation_invitation (id, consultation_id, organisation_id, organisation_name, email,"
                        + " language, sent_at, delivery)"
                        + " values (gen_random_uuid(), ?, gen_random_uuid(), 'Biedrība', ?, ?, now(), 'SENT')")
                .params(consultation.id(), email, language)
                .update();
        return email;
    }

    /** The letters about meetings, each with its subject. */
    private List<String> told(List<String> receivers) {
        return receivers.stream()
                .flatMap(email -> letters.to(email, "consultation.letter.meeting").stream())
                .map(Posted::whole)
                .toList();
    }

    @Test
    void remindsStaffOnceOfMinutesThatAreMissing() {
        var open = examples.open("Bez protokola", 9);
        add(open, 10);

        transaction.executeWithoutResult(status -> reminder.remind());
        int letters = reminders(open);
        transaction.executeWithoutResult(status -> reminder.remind());

        assertThat(letters).isPositive().isEqualTo(reminders(open));
    }

    private int reminders(Consultation consultation) {
        return (int) people.letters(consultation.id()).stream()
                .filter("consultation.letter.minutes"::equals)
                .count();
    }

    private UUID add(Consultation consultation, int daysAgo) {
        return meetingDesk.add(
                consultation.id(),
                new Details.Meeting(
                        Riga.today(clock).minusDays(daysAgo).atTime(LocalTime.of(17, 0)),
                        Details.Meeting.Format.IN_PERSON,
                        "Preiļu kultūras centrs",
                        ""),
                false,
                elina);
    }

    private PublicMeeting latest(Consultation consultation) {
        var all = meetings.findByConsultationIdOrderByHeldAtAscIdAsc(consultation.id());
        return all.get(all.size() - 1);
    }

    private String day(int fromToday) {
        LocalDate day = Riga.today(clock).plusDays(fromToday);
        return day.toString();
    }

    private static MockHttpServletRequestBuilder plan(String path, String day, String time, String place) {
        return post(path)
                .param("day", day)
                .param("time", time)
                .param("format", "IN_PERSON")
                .param("place", place);
    }

    private static String page(Consultation consultation) {
        return "/darbs/apspriesanas/" + consultation.code() + "/sanaksmes";
    }

    private ResultActions see(String path) throws Exception {
        return mvc.perform(get(path).with(ConsultationExamples.as(elina))).andExpect(status().isOk());
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(ConsultationExamples.as(elina)));
    }

    private List<String> actions(UUID id) {
        return transaction.execute(status -> trail.of(ConsultationDesk.key(id), Pageable.unpaged()).stream()
                .map(TrailEntry::action)
                .toList());
    }
}
