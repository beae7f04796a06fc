package lv.varu.project;

import static lv.varu.account.AccountExamples.opened;
import static lv.varu.account.AccountExamples.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lv.varu.Statements;
import lv.varu.VaruTest;
import lv.varu.account.AccountDesk;
import lv.varu.account.Person;
import lv.varu.account.Role;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.calendar.Riga;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.PublicExamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** From the project to the last erased record; nothing goes that no manager has approved. */
@VaruTest
class RetentionPagesTest {
    private static final String PROJECTS = "/darbs/projekti";
    private static final String ROUNDS = "/darbs/glabasana";

    @Autowired
    MockMvc pages;

    @Autowired
    AccountDesk accounts;

    @Autowired
    PublicExamples consultations;

    @Autowired
    RetentionWork work;

    @Autowired
    RetentionYear year;

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private Person manager;
    private Consultation consultation;
    private UUID proposal;

    @BeforeEach
    void begin() {
        jdbc.update("update retention_round set state = 'DISMISSED' where state in ('PROPOSED', 'RUNNING')");
        jdbc.update("delete from project_consultation");
        jdbc.update("delete from project_default");
        consultation = consultations.reported("Programma " + UUID.randomUUID());
        manager = opened(accounts, Role.MANAGER, consultation.lead());
        proposal = proposal(consultation);
    }

    @Test
    void erasesWhatAManagerApprovesAndKeepsWhatIsCounted() throws Exception {
        UUID project = project("0", manager);
        assign(project, consultation);
        Consultation kept = consultations.reported("Paturamā " + UUID.randomUUID());
        UUID keptProposal = proposal(kept);
        assign(project, kept);

        UUID round = idOf(pages.perform(as(manager, post(ROUNDS)))
                .andExpect(flash().attribute("flash", containsString("Saraksts ir sagatavots")))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        pages.perform(get(ROUNDS + "/" + round).with(signedIn(manager)))
                .andExpect(content().string(containsString(consultation.title())))
                .andExpect(content().string(containsString(kept.title())))
                .andExpect(content().string(not(containsString("??"))));
        while (work.step()) {
            // nothing is approved yet
        }
        assertThat(submitters(proposal)).isOne();

        pages.perform(as(manager, post(ROUNDS + "/" + round + "/apstiprinat"))
                        .param("paturet", kept.id().toString()))
                .andExpect(content().string(containsString("Atzīmējiet, ka saprotat")))
                .andExpect(content().string(containsString("checked")));
        pages.perform(as(manager, post(ROUNDS + "/" + round + "/apstiprinat"))
                        .param("paturet", kept.id().toString())
                        .param("sure", "true"))
                .andExpect(flash().attribute("flash", containsString("Dzēšana notiek fonā")));
        while (work.step()) {
            // the background
        }

        assertThat(submitters(proposal)).isZero();
        assertThat(submitters(keptProposal)).isOne();
        assertThat(jdbc.queryForObject("select count(*) from proposal where id = ?", Long.class, proposal))
                .isOne();
        pages.perform(get(ROUNDS + "/" + round).with(signedIn(manager)))
                .andExpect(content().string(containsString("Izdzēsts")))
                .andExpect(content().string(containsString("Dzēsti 1 no 1 ierakstiem.")))
                .andExpect(content().string(containsString("Paturēts")));
        assertThat(actions("retention", round))
                .contains("retention.proposed", "retention.approved", "retention.erased", "retention.finished");
        assertThat(jdbc.queryForList(
                        "select subject from mail_letter where about = ? and recipient_email = ?",
                        String.class,
                        "retention:" + round,
                        manager.email()))
                .containsExactly("Dati ir izdzēsti");
        pages.perform(as(manager, post(ROUNDS + "/" + round + "/noraidit")))
                .andExpect(flash().attribute("flash", "Par šo sarakstu jau ir izlemts."));
    }

    @Test
    void proposesOnceAYearAndTellsTheManagers() throws Exception {
        jdbc.update("delete from retention_item");
        jdbc.update("delete from retention_round");
        UUID project = project("0", manager);
        pages.perform(as(manager, post(PROJECTS + "/" + project + "/parasti")).param("partneriba", consultation.lead()))
                .andExpect(flash().attribute("flash", containsString("Turpmāk šeit nonāk")));
        year.tick();
        year.tick();
        var found = jdbc.queryForList(
                "select id from retention_round where partnership = ?", UUID.class, consultation.lead());
        boolean afterTheDay =
                !Riga.today(clock).isBefore(Riga.today(clock).withMonth(1).withDayOfMonth(15));
        assertThat(found).hasSize(afterTheDay ? 1 : 0);
        if (afterTheDay) {
            assertThat(jdbc.queryForList(
                            "select subject from mail_letter where about = ? and recipient_email = ?",
                            String.class,
                            "retention:" + found.get(0),
                            manager.email()))
                    .containsExactly("Jāizlemj, ko dzēst: beidzies datu glabāšanas laiks");
        }
    }

    @Test
    void proposesNothingBeforeTheTimeIsOver() throws Exception {
        UUID project = project("30", manager);
        assign(project, consultation);
        pages.perform(as(manager, post(ROUNDS))).andExpect(flash().attribute("flash", containsString("nav nekā")));
    }

    @Test
    void letsOnlyTheManagerOfThePartnershipDecide() throws Exception {
        UUID project = project("0", manager);
        assign(project, consultation);
        UUID round = idOf(pages.perform(as(manager, post(ROUNDS)))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        var path = ROUNDS + "/" + round;
        var administrator = opened(accounts, Role.ADMINISTRATOR, null);
        var other = opened(accounts, Role.MANAGER, "KAIMINI".equals(consultation.lead()) ? "PREILI" : "KAIMINI");
        pages.perform(get(path).with(signedIn(administrator))).andExpect(status().isOk());
        pages.perform(as(administrator, post(path + "/apstiprinat")).param("sure", "true"))
                .andExpect(status().isForbidden());
        pages.perform(get(path).with(signedIn(other))).andExpect(status().isForbidden());
        pages.perform(as(other, post(path + "/noraidit"))).andExpect(status().isForbidden());
        pages.perform(as(other, post(PROJECTS + "/" + project + "/labot")).param("name", "Cits"))
                .andExpect(status().isForbidden());
    }

    @Test
    void saysBesideTheFieldWhatIsWrongAndKeepsWhatWasTyped() throws Exception {
        pages.perform(as(manager, post(PROJECTS + "/jauns"))
                        .param("name", "Demokrātijas kultūra")
                        .param("startsOn", "2022-01-01")
                        .param("endsOn", "2021-01-01")
                        .param("retentionYears", "simts"))
                .andExpect(content().string(containsString("value=\"Demokrātijas kultūra\"")))
                .andExpect(content().string(containsString("Beigām jābūt ne agrāk par sākumu.")))
                .andExpect(content().string(containsString("Ierakstiet gadu skaitu no 0 līdz 30.")))
                .andExpect(content().string(containsString("Atzīmējiet vismaz vienu partnerību.")));
        UUID project = project("5", manager);
        pages.perform(as(manager, post(PROJECTS + "/" + project + "/apspriesanas"))
                        .param("code", "NAV"))
                .andExpect(content().string(containsString("Apspriešanas ar šādu kodu nav.")));
        pages.perform(as(manager, post(PROJECTS + "/" + project + "/labot"))
                        .param("version", "7")
                        .param("name", "Cits nosaukums")
                        .param("funder", "EEZ")
                        .param("partnerships", consultation.lead())
                        .param("startsOn", "2001-01-01")
                        .param("endsOn", "2001-12-31")
                        .param("retentionYears", "5")
                        .param("retentionReason", "Līgums"))
                .andExpect(content().string(containsString("projektu mainīja cits")));
        assertThat(actions("project", project)).containsExactly("project.registered");
    }

    @Test
    void asksNothingPerRow() throws Exception {
        project("5", manager);
        pages.perform(get(PROJECTS).with(signedIn(manager))).andExpect(status().isOk());
        long few = Statements.of(() -> pages.perform(get(PROJECTS).with(signedIn(manager))));
        project("5", manager);
        project("5", manager);
        assertThat(Statements.of(() -> pages.perform(get(PROJECTS).with(signedIn(manager)))))
                .isEqualTo(few);
    }

    private UUID project(String years, Person by) throws Exception {
        return idOf(pages.perform(as(by, post(PROJECTS + "/jauns"))
                        .param("name", "Projekts " + UUID.randomUUID())
                        .param("funder", "EEZ un Norvēģijas finanšu instrumenti")
                        .param("partnerships", consultation.lead())
                        .param("startsOn", "2001-01-01")
                        .param("endsOn", "2001-12-31")
                        .param("retentionYears", years)
                        .param("retentionReason", "Projekta līguma 12.3. punkts"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private void assign(UUID project, Consultation which) throws Exception {
        jdbc.update(
                "update consultation set opens_on = opens_on - 400, closes_on = closes_on - 400 where id = ?",
                which.id());
        pages.perform(as(manager, post(PROJECTS + "/" + project + "/apspriesanas"))
                        .param("code", which.code()))
                .andExpect(flash().attribute("flash", containsString(which.title())));
    }

    private UUID proposal(Consultation about) {
        UUID id = consultations.proposal(about, "PUBLISHED", "Tilts " + UUID.randomUUID(), "ACCEPTED");
        jdbc.update("delete from proposal_submitter where proposal_id = ?", id);
        jdbc.update(
                "insert into proposal_submitter (proposal_id, name, email, publish_name) values (?, 'Ilze', ?, true)",
                id,
                UUID.randomUUID() + "@example.org");
        jdbc.update("update consultation_invitation set email = '' where consultation_id = ?", about.id());
        return id;
    }

    private int submitters(UUID id) {
        return jdbc.queryForObject("select count(*) from proposal_submitter where proposal_id = ?", Integer.class, id);
    }

    private List<String> actions(String kind, UUID id) {
        return transaction
                .execute(status -> trail.of(CaseKey.of(kind, id), PageRequest.of(0, 50)))
                .map(TrailEntry::action)
                .getContent();
    }

    private static MockHttpServletRequestBuilder as(Person person, MockHttpServletRequestBuilder request) {
        return request.with(signedIn(person)).with(csrf());
    }

    private static UUID idOf(String target) {
        return UUID.fromString(target.substring(target.lastIndexOf('/') + 1));
    }
}
