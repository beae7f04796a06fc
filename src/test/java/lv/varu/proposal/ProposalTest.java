package lv.varu.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.varu.calendar.Deadlines;
import lv.varu.calendar.Riga;
import lv.varu.calendar.Span;
import lv.varu.calendar.WorkingCalendar;
import lv.varu.directory.Topic;
import lv.varu.proposal.StoredDeadline.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProposalTest {
    private static final LocalDate OPENS = LocalDate.of(2021, 11, 12);
    private static final LocalDate CLOSES = LocalDate.of(2021, 12, 17);
    private static final Instant NOW = Riga.startOf(OPENS).plusSeconds(36_000);
    private static final Call CALL = new Call(
            UUID.randomUUID(),
            "2021-PREILI-AP",
            "Preiļu novada attīstības programma",
            null,
            true,
            Riga.startOf(OPENS),
            Riga.endOf(CLOSES),
            CLOSES,
            List.of("PREILI"),
            List.of(),
            List.of("PREILI"),
            null,
            null,
            "DEVELOPMENT_PROGRAMME",
            false,
            false,
            false);
    private static final Deadlines DEADLINES = new Deadlines(WorkingCalendar.ofLaw());
    private static final UUID ILZE = UUID.randomUUID();

    @Test
    void acceptsUntilTheEndOfTheLastDayAndNoLonger() {
        assertThat(CALL.accepts(Riga.endOf(CLOSES).minusMillis(1))).isTrue();
        assertThat(CALL.accepts(Riga.endOf(CLOSES))).isFalse();
        assertThat(CALL.accepts(Riga.startOf(OPENS).minusMillis(1))).isFalse();
        assertThatExceptionOfType(CallClosed.class)
                .isThrownBy(() -> CALL.requireOpen(Riga.endOf(CLOSES)))
                .satisfies(closed -> assertThat(closed.call()).isEqualTo(CALL));
    }

    @Test
    void isConfirmedOnce() {
        Proposal proposal = submitted();
        proposal.confirm(NOW);
        assertThatExceptionOfType(Proposal.AlreadyConfirmed.class).isThrownBy(() -> proposal.confirm(NOW));
    }

    @Test
    void forgetsWhatNobodyConfirmed() {
        Proposal proposal = submitted();
        proposal.expire(NOW);
        assertThat(proposal.title()).isEmpty();
        assertThat(proposal.text()).isEmpty();
        assertThat(proposal.status()).isEqualTo(ProposalStatus.EXPIRED);
        assertThatExceptionOfType(Proposal.Erased.class).isThrownBy(() -> proposal.confirm(NOW));
    }

    @Test
    void isDeclinedOnlyWithAReason() {
        Proposal proposal = registered();
        assertThatExceptionOfType(Proposal.DeclineReasonMissing.class)
                .isThrownBy(() -> proposal.screen(screening(" "), ILZE, null, NOW));
        proposal.screen(screening("Nav par šo dokumentu."), ILZE, null, NOW);
        assertThat(proposal.status()).isEqualTo(ProposalStatus.DECLINED);
    }

    @Test
    void isScreenedOnce() {
        Proposal proposal = screened();
        assertThatExceptionOfType(Proposal.AlreadyScreened.class)
                .isThrownBy(() -> proposal.screen(screening(null), ILZE, null, NOW));
    }

    @Test
    void needsARationaleForAnythingButAcceptance() {
        for (Outcome outcome : Outcome.ANSWERS) {
            Proposal proposal = forwarded();
            Reply bare = new Reply(outcome, null, " ");
            if (outcome == Outcome.ACCEPTED) {
                proposal.answer(bare, NOW);
                assertThat(proposal.outcome()).isEqualTo(Outcome.ACCEPTED);
            } else {
                assertThatExceptionOfType(Proposal.RationaleMissing.class)
                        .as(outcome.name())
                        .isThrownBy(() -> proposal.answer(bare, NOW));
            }
        }
    }

    @Test
    void takesNoSilenceForAnAnswer() {
        Proposal proposal = forwarded();
        assertThatExceptionOfType(Proposal.OutcomeMissing.class)
                .isThrownBy(() -> proposal.answer(new Reply(Outcome.NO_REPLY, null, "Nav."), NOW));
        assertThatExceptionOfType(Proposal.OutcomeMissing.class).isThrownBy(() -> proposal.answer(Reply.EMPTY, NOW));
    }

    @Test
    void isAnsweredOnce() {
        Proposal proposal = forwarded();
        proposal.recordNoReply(NOW);
        assertThat(proposal.outcome()).isEqualTo(Outcome.NO_REPLY);
        assertThatExceptionOfType(Proposal.AlreadyAnswered.class)
                .isThrownBy(() -> proposal.answer(new Reply(Outcome.ACCEPTED, null, null), NOW));
    }

    @Test
    void saysWhenTheMunicipalityIsLate() {
        Proposal proposal = forwarded();
        assertThat(proposal.nextOn()).isEqualTo(proposal.dueOn());
        proposal.markLate(CLOSES);
        assertThat(proposal.lateSince()).isEqualTo(CLOSES);
        assertThat(proposal.nextOn()).isEqualTo(proposal.finalOn());
    }

    @Test
    void isPublishedAfterAnAnswerOrWhenLeftOut() {
        Proposal waiting = forwarded();
        assertThatExceptionOfType(Proposal.OutOfTurn.class).isThrownBy(() -> waiting.publish(NOW));
        waiting.recordNoReply(NOW);
        waiting.publish(NOW);
        assertThat(waiting.status()).isEqualTo(ProposalStatus.PUBLISHED);

        Proposal leftOut = screened();
        leftOut.leaveOut("Tas jau ir programmā.");
        leftOut.publish(NOW);
        assertThat(leftOut.outcome()).isNull();
    }

    @Test
    void explainsAStoredDeadlineAsItWasComputed() {
        var computed = DEADLINES.workingDays(LocalDate.of(2021, 11, 12), 10);
        assertThat(StoredDeadline.of(Kind.ANSWER, computed, "Partnerības noteikums")
                        .deadline())
                .isEqualTo(computed);
    }

    @Test
    void makesReceiptsThatCanBeReadAloud() {
        for (int i = 0; i < 1000; i++) {
            assertThat(Receipt.fresh()).matches("P-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}");
        }
    }

    @Test
    void sealsTheTokenSoThatOnlyTheSendersKeyOpensIt() {
        var seal = new IntakeSeal("mana atslēga");
        byte[] sealed = seal.close("zīme");
        assertThat(new IntakeSeal("mana atslēga").open(sealed)).isEqualTo("zīme");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new IntakeSeal("cita atslēga").open(sealed));
        assertThat(new IntakeSeal("mana atslēga").digest()).isEqualTo(seal.digest());
    }

    @Test
    void knowsEmailAddresses() {
        assertThat(List.of("anna@epasts.lv", "a.b+c@x-y.example.org")).allMatch(IntakeRules::isEmail);
        assertThat(List.of("anna", "anna@", "@epasts.lv", "a b@epasts.lv", "a@b", "a@b.lv\nBcc: c@d.lv", "a@-b.lv"))
                .noneMatch(IntakeRules::isEmail);
    }

    private static Proposal submitted() {
        var submission = ProposalExamples.submission(CALL.code(), "Pāreja", ProposalExamples.ANNA);
        return new Proposal(UUID.randomUUID(), CALL, "PREILI", submission, NOW.plusSeconds(259_200), NOW);
    }

    private static Proposal registered() {
        Proposal proposal = submitted();
        proposal.register(1, deadline(Kind.SCREENING, 3), NOW);
        return proposal;
    }

    private static Proposal screened() {
        Proposal proposal = registered();
        proposal.screen(screening(null), ILZE, CLOSES, NOW);
        return proposal;
    }

    private static Proposal forwarded() {
        Proposal proposal = screened();
        proposal.route("DEVELOPMENT", null, List.of(deadline(Kind.ANSWER, 10), deadline(Kind.FINAL, 30)));
        proposal.forward(NOW);
        return proposal;
    }

    private static StoredDeadline deadline(Kind kind, int days) {
        return StoredDeadline.of(kind, DEADLINES.of(OPENS, Span.workingDays(days)), "Partnerības noteikums");
    }

    private static Screening screening(@Nullable String reason) {
        return new Screening(Topic.ROADS, "PREILI", null, Asset.MUNICIPAL, reason);
    }
}
