package lv.varu.consultation.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.account.Person;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.ConsultationExamples;
import lv.varu.consultation.ConsultationProcess.UserTask;
import lv.varu.consultation.ConsultationWalk;
import lv.varu.consultation.Consultations;
import lv.varu.consultation.PublicExamples;
import lv.varu.directory.GroupDesk;
import lv.varu.mail.DeliveryChanged;
import lv.varu.mail.PostedLetters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** Whom staff invite, what the invited answer, and how both see it. */
@VaruTest
class InvitationPagesTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    ConsultationExamples examples;

    @Autowired
    PublicExamples stages;

    @Autowired
    ConsultationWalk walk;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Consultations consultations;

    @Autowired
    Invitations invitations;

    @Autowired
    GroupDesk groups;

    @Autowired
    Links links;

    @Autowired
    PostedLetters letters;

    @Autowired
    Trail trail;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Person elina;
    Person vadis;

    @BeforeEach
    void people() {
        elina = examples.staff();
        vadis = examples.manager();
    }

    @Test
    void invitesOnlyTheGroupsThatTheNoticeNames() throws Exception {
        var member = examples.organisation();
        var other = examples.organisation();
        var group = groups.create(UUID.randomUUID(), "PREILI", "Grupa " + member, null, elina);
        groups.add(group, List.of(member), elina);
        var id = desk.register(examples.coming(), elina);
        walk.complete(
                id,
                UserTask.prepareNotice,
                Map.of(
                        "summary",
                        "Ko novads darīs.",
                        "channels",
                        List.of("WEBSITE"),
                        "invitedGroups",
                        List.of(group.toString()),
                        "onlyGroups",
                        "true"),
                elina);
        open(elina, page(id) + "/pievienot")
                .andExpect(content()
                        .string(allOf(
                                containsString("Uzaicinās 1 organizāciju"),
                                containsString("Biedrība " + member),
                                not(containsString("Biedrība " + other)))));

        walk.complete(id, UserTask.approveNotice, Map.of("noticeApproved", true), vadis);
        walk.fire(id, "opening");

        assertThat(invitations.invited(id)).containsExactly(member);
        assertThat(examples.letters(id)).containsExactly("consultation.letter.invitation");
        assertThat(letter(id)).contains("/nav").contains("Ja priekšlikumu nav");
    }

    @Test
    void invitesMoreAfterAPreviewAndNobodyTwice() throws Exception {
        var open = stages.running("Papildu uzaicinājumi", 10);
        var late = examples.organisation();
        jdbc.sql("update organisation set topics = '{SOCIAL}' where id = ?")
                .param(late)
                .update();
        var group = groups.create(UUID.randomUUID(), "PREILI", "Vēlāk " + late, null, elina);
        groups.add(group, List.of(late), elina);
        int before = invitations.invited(open.id()).size();

        add(open, group, 5)
                .andExpect(flash().attribute(
                                "flash",
                                "Saraksts pa šo laiku mainījās: tagad tajā ir 1 organizācija. Apskatiet to vēlreiz."));
        add(open, group, 1).andExpect(redirectedUrl("/darbs/apspriesanas/" + open.code() + "/uzaicinatie"));
        add(open, group, 1);

        assertThat(invitations.invited(open.id())).hasSize(before + 1).contains(late);
        assertThat(actions(open.id())).contains("consultation.invited-more");
        open(elina, "/darbs/organizacijas/" + late + "/uzaicinajumi")
                .andExpect(content()
                        .string(allOf(containsString("Papildu uzaicinājumi"), containsString("Gaida nosūtīšanu"))));
    }

    @Test
    void remindsWhoIsSilentOnceADayAndSaysHowMany() throws Exception {
        var open = stages.running("Atgādinājumi", 10);
        jdbc.sql("delete from consultation_invitation where consultation_id = ?")
                .param(open.id())
                .update();
        examples.invitation(open.id(), "Klusē 1");
        examples.invitation(open.id(), "Klusē 2");
        var replied = examples.invitation(open.id(), "Atbildēja");
        jdbc.sql("update consultation_invitation set answered_at = now() where id = ?")
                .param(replied)
                .update();
        open(elina, page(open.id()) + "/atgadinat")
                .andExpect(content().string(containsString("Nosūtīt 2 atgādinājumus")));

        remind(open).andExpect(flash().attribute("flash", "Nosūta 2 atgādinājumus."));
        remind(open)
                .andExpect(flash().attribute(
                                "flash",
                                "Nevienam nebija jāatgādina: visas ir atbildējušas vai šodien jau saņēma vēstuli."));

        assertThat(examples.letters(open.id()))
                .filteredOn("consultation.letter.reminder"::equals)
                .hasSize(2);
        assertThat(actions(open.id())).contains("consultation.invited-reminded");
        mvc.perform(post(page(open.id()) + "/atgadinat")
                        .with(csrf())
                        .with(ConsultationExamples.as(examples.stranger())))
                .andExpect(status().isForbidden());
    }

    @Test
    void notesWithOnePressThatThereAreNoProposals() throws Exception {
        var open = stages.open("Bez priekšlikumiem", 4);
        var invitation = examples.invitation(open.id(), "Biedrība „Rāmie”");
        String path = "/ielugums/" + token(open, invitation) + "/nav";
        mvc.perform(get(path)).andExpect(content().string(containsString("pasakiet to ar vienu pogu")));
        assertThat(stateOf(invitation)).isEqualTo(InvitationStatus.OPENED);

        mvc.perform(post(path).param("komentars", "Viss ir labi.").with(csrf())).andExpect(redirectedUrl(path));
        mvc.perform(get(path))
                .andExpect(content()
                        .string(allOf(containsString("Paldies, pierakstījām"), containsString("Viss ir labi."))));

        assertThat(stateOf(invitation)).isEqualTo(InvitationStatus.NIL);
        assertThat(actions(open.id())).contains("consultation.invitation-nil");
        open(elina, page(open.id()) + "?statuss=NIL")
                .andExpect(content()
                        .string(allOf(containsString("Biedrība „Rāmie”"), containsString("Priekšlikumu nav"))));
        mvc.perform(get(path + "?lang=en")).andExpect(content().string(containsString("Thank you, we have noted it")));
    }

    @Test
    void seesThatAnInvitedOrganisationBeganToWrite() throws Exception {
        var open = stages.open("Iesākts", 4);
        var invitation = examples.invitation(open.id(), "Biedrība „Raksta”");

        mvc.perform(get("/apspriesanas/" + open.code() + "/priekslikums").param("ielugums", token(open, invitation)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString(
                                "data-begun=\"/apspriesanas/" + open.code() + "/priekslikums/iesakts\"")));
        assertThat(stateOf(invitation))
                .as("to look at the form is not to write")
                .isNotEqualTo(InvitationStatus.DRAFTED);
        mvc.perform(post("/apspriesanas/" + open.code() + "/priekslikums/iesakts")
                        .with(csrf())
                        .param("invitation", token(open, invitation)))
                .andExpect(status().isNoContent());

        assertThat(stateOf(invitation)).isEqualTo(InvitationStatus.DRAFTED);
        assertThat(actions(open.id())).containsOnlyOnce("consultation.invitation-drafted");

        var scriptless = examples.invitation(open.id(), "Biedrība „Bez skriptiem”");
        String form = "/apspriesanas/" + open.code() + "/priekslikums";
        mvc.perform(post(form).with(csrf()).param("invitation", token(open, scriptless)))
                .andExpect(status().isOk());
        assertThat(stateOf(scriptless)).as("an empty form says nothing").isNotEqualTo(InvitationStatus.DRAFTED);
        mvc.perform(post(form)
                        .with(csrf())
                        .param("invitation", token(open, scriptless))
                        .param("title", "Soliņi"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Soliņi")));
        assertThat(stateOf(scriptless)).isEqualTo(InvitationStatus.DRAFTED);
        mvc.perform(post("/apspriesanas/" + open.code() + "/priekslikums/iesakts")
                        .with(csrf())
                        .param("invitation", "minēts"))
                .andExpect(status().isNoContent());
    }

    @Test
    void tellsOfEachInvitationHowItsLetterFared() {
        var open = stages.open("Piegāde", 4);
        var invitation = examples.invitation(open.id(), "Biedrība „Pasts”");
        var about = ConsultationDesk.key(open.id());
        var key = "invitation:" + invitation + ":0";
        transaction.executeWithoutResult(done ->
                events.publishEvent(new DeliveryChanged(about, key, DeliveryChanged.Delivery.FAILED, clock.instant())));
        assertThat(stateOf(invitation)).isEqualTo(InvitationStatus.FAILED);

        transaction.executeWithoutResult(done ->
                events.publishEvent(new DeliveryChanged(about, key, DeliveryChanged.Delivery.SENT, clock.instant())));
        assertThat(stateOf(invitation)).isEqualTo(InvitationStatus.SENT);
    }

    @Test
    void callsThoseSilentWhoSaidNothingUntilTheEnd() {
        var running = stages.running("Klusums", 3);
        var invitation = examples.invitation(running.id(), "Biedrība „Klusums”");
        walk.close(running.id());

        assertThat(stateOf(invitation)).isEqualTo(InvitationStatus.SILENT);
    }

    @Test
    void givesATableThatNoSpreadsheetRuns() throws Exception {
        var open = stages.open("Tabula", 4);
        examples.invitation(open.id(), "=cmd|' /C calc'!A0");

        var csv = open(elina, "/darbs/apspriesanas/" + open.code() + "/uzaicinatie.csv")
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(csv).contains("Organizācija;E-pasts").contains("Nosūtīts").doesNotContain("\n=cmd");
    }

    @Test
    void asksTheDatabaseNoMoreForManyThanForFew() throws Exception {
        var few = stages.open("Maz", 4);
        examples.invitation(few.id(), "Viena");
        var many = stages.open("Daudz", 4);
        for (int i = 0; i < 30; i++) {
            examples.invitation(many.id(), "Organizācija " + i);
        }
        open(elina, page(few.id()));

        long ofFew = Statements.of(() -> open(elina, page(few.id())));
        long ofMany = Statements.of(() -> open(elina, page(many.id())));

        assertThat(ofMany).isEqualTo(ofFew);
    }

    private ResultActions add(Consultation consultation, UUID group, int seen) throws Exception {
        return mvc.perform(post(page(consultation.id()) + "/pievienot")
                .param("grupas", group.toString())
                .param("tikaiGrupas", "true")
                .param("skaits", String.valueOf(seen))
                .with(csrf())
                .with(ConsultationExamples.as(elina)));
    }

    private ResultActions remind(Consultation consultation) throws Exception {
        return mvc.perform(
                post(page(consultation.id()) + "/atgadinat").with(csrf()).with(ConsultationExamples.as(elina)));
    }

    private String token(Consultation consultation, UUID invitation) {
        return transaction.execute(status -> links.issue(
                Link.Purpose.INVITATION,
                consultation.id().toString(),
                invitation.toString(),
                clock.instant().plus(Duration.ofDays(1))));
    }

    private String letter(UUID id) {
        return letters.about("consultation:" + id).get(0).text();
    }

    private InvitationStatus stateOf(UUID invitation) {
        return InvitationStatus.valueOf(jdbc.sql("select status from consultation_invitation where id = ?")
                .param(invitation)
                .query(String.class)
                .single());
    }

    private List<String> actions(UUID id) {
        return transaction.execute(status -> trail.of(ConsultationDesk.key(id), Pageable.unpaged()).stream()
                .map(TrailEntry::action)
                .toList());
    }

    private String page(UUID id) {
        return "/darbs/apspriesanas/" + consultations.get(id).code() + "/uzaicinatie";
    }

    private ResultActions open(Person person, String path) throws Exception {
        return mvc.perform(get(URI.create(path)).with(ConsultationExamples.as(person)))
                .andExpect(status().isOk());
    }
}
