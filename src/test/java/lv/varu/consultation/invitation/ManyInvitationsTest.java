package lv.varu.consultation.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.consultation.ConsultationExamples;
import lv.varu.consultation.ConsultationProcess.UserTask;
import lv.varu.consultation.ConsultationWalk;
import lv.varu.consultation.Consultations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Five thousand invitations, without a stall and without doubles. */
@VaruTest
class ManyInvitationsTest {
    private static final Logger log = LoggerFactory.getLogger(ManyInvitationsTest.class);
    private static final int MANY = 5_000;

    @Autowired
    ConsultationExamples examples;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    ConsultationWalk walk;

    @Autowired
    Consultations consultations;

    @Autowired
    Invitations invitations;

    @Autowired
    InvitationPost post;

    @Autowired
    MockMvc mvc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    Person elina;

    @BeforeEach
    void fill() {
        elina = examples.staff();
        jdbc.sql("""
                insert into organisation (id, version, name, kind, partnership, place, topics, email, language, active,
                    search_text, changed_at)
                select gen_random_uuid(), 0, 'Biedrība ' || n, 'RESIDENTS_COUNCIL', 'PREILI', 'PREILI', '{SOCIAL}',
                    'daudz' || n || '@ngo.example', case when n % 10 = 0 then 'en' else 'lv' end, true,
                    'biedriba ' || n, now()
                from generate_series(1, ?) n""").param(MANY).update();
    }

    // The other tests share the database, and nobody else wants to invite these.
    @AfterEach
    void empty() {
        jdbc.sql("delete from organisation where email like 'daudz%@ngo.example'")
                .update();
    }

    @Test
    void invitesThousandsWithoutHoldingUpAnybody() throws Exception {
        var id = desk.register(examples.coming(), elina);
        walk.complete(
                id,
                UserTask.prepareNotice,
                java.util.Map.of(
                        "summary",
                        "Īsi.",
                        "channels",
                        List.of("WEBSITE"),
                        "invitedKinds",
                        List.of("RESIDENTS_COUNCIL")),
                elina);
        walk.complete(id, UserTask.approveNotice, java.util.Map.of("noticeApproved", true), examples.manager());

        Duration opening = time(() -> walk.fire(id, "opening"));
        // A node that dies in the middle of a batch.
        transaction.executeWithoutResult(status -> {
            post.some();
            status.setRollbackOnly();
        });
        var longest = Duration.ZERO;
        var begun = Instant.now();
        while (due(id) > 0) {
            var batch = time(post::some);
            longest = batch.compareTo(longest) > 0 ? batch : longest;
        }
        var all = Duration.between(begun, Instant.now());
        var page = p95(() -> mvc.perform(
                        get("/darbs/apspriesanas/" + consultations.get(id).code() + "/uzaicinatie")
                                .param("page", "40")
                                .with(ConsultationExamples.as(elina)))
                .andExpect(status().isOk()));
        log.info(
                "{} invitations: opening {} ms, letters {} ms, longest batch {} ms, page p95 {} ms",
                MANY,
                opening.toMillis(),
                all.toMillis(),
                longest.toMillis(),
                page.toMillis());

        assertThat(invitations.invited(id)).hasSize(MANY);
        assertThat(jdbc.sql(
                                "select count(*) as letters, count(distinct once_key) as once from mail_letter where about = ?")
                        .param("consultation:" + id)
                        .query()
                        .singleRow())
                .containsEntry("letters", (long) MANY)
                .containsEntry("once", (long) MANY);
        assertThat(opening).isLessThan(Duration.ofSeconds(10));
        assertThat(longest).isLessThan(Duration.ofSeconds(10));
        assertThat(all).isLessThan(Duration.ofMinutes(3));
        assertThat(page).isLessThan(Duration.ofSeconds(2));
    }

    private int due(UUID id) {
        return jdbc.sql(
                        "select count(*) from consultation_invitation where consultation_id = ? and letter_due is not null")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private static Duration p95(Work work) throws Exception {
        var times = new ArrayList<Duration>();
        for (int i = 0; i < 40; i++) {
            times.add(time(work));
        }
        return times.stream().sorted().toList().get(37);
    }

    private static Duration time(Work work) throws Exception {
        var begun = Instant.now();
        work.run();
        return Duration.between(begun, Instant.now());
    }

    private interface Work {
        void run() throws Exception;
    }
}
