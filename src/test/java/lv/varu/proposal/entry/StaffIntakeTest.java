package lv.varu.proposal.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.AccountExamples;
import lv.varu.account.NotAllowed;
import lv.varu.audit.Trail;
import lv.varu.audit.TrailEntry;
import lv.varu.calendar.Riga;
import lv.varu.directory.Topic;
import lv.varu.proposal.Call;
import lv.varu.proposal.IntakeChannel;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalExamples;
import lv.varu.proposal.ProposalSheets;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.Proposals;
import lv.varu.proposal.Receipt;
import lv.varu.proposal.Submission;
import lv.varu.proposal.SubmissionRefused.Fault;
import lv.varu.proposal.Submitter;
import lv.varu.proposal.Withdrawal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

@VaruTest
class StaffIntakeTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    StaffIntake staffIntake;

    @Autowired
    ProposalExamples examples;

    @Autowired
    Proposals proposals;

    @Autowired
    ProposalSheets sheets;

    @Autowired
    Trail trail;

    @Autowired
    Clock clock;

    @Test
    void registersAtOnceAndSendsAReceipt() {
        Call call = examples.open();
        LocalDate today = Riga.today(clock);

        Receipt receipt = staffIntake.register(
                new StaffEntry(
                        letter(call, IntakeChannel.POST, ProposalExamples.ANNA),
                        today,
                        today.minusDays(4),
                        today.minusDays(2)),
                ProposalExamples.key(),
                ProposalExamples.ILZE);

        Proposal proposal = proposals.get(receipt.proposalId());
        assertThat(proposal.status()).isEqualTo(ProposalStatus.RECEIVED);
        assertThat(proposal.number()).isNotNull();
        assertThat(proposal.postmarkedOn()).isEqualTo(today.minusDays(2));
        assertThat(proposal.enteredBy()).isEqualTo(ProposalExamples.ILZE.id());
        assertThat(examples.letters(proposal.key().toString())).containsExactly("proposal.letter.receipt");
        assertThat(trail.of(proposal.key(), PageRequest.of(0, 20)).stream().map(TrailEntry::action))
                .contains("proposal.submitted", "proposal.registered");
        assertThat(Objects.requireNonNull(sheets.of(proposal.id()).entered()).receivedOn())
                .isEqualTo(today);
    }

    @Test
    void takesSheetsFromABoxFromNobody() {
        Call call = examples.open();

        Receipt receipt = staffIntake.register(
                entry(call, IntakeChannel.BOX, Submitter.ANONYMOUS, Riga.today(clock), null),
                ProposalExamples.key(),
                ProposalExamples.ILZE);

        assertThat(examples.letters(Proposal.keyOf(receipt.proposalId()).toString()))
                .isEmpty();
    }

    @Test
    void takesAfterTheClosingWhatThePostTookInTime() {
        Call call = examples.closed();
        LocalDate closesOn = Objects.requireNonNull(call.closesOn());

        staffIntake.register(
                entry(call, IntakeChannel.POST, ProposalExamples.ANNA, closesOn.plusDays(1), closesOn),
                ProposalExamples.key(),
                ProposalExamples.ILZE);

        assertThat(faults(entry(
                        call, IntakeChannel.POST, ProposalExamples.ANNA, closesOn.plusDays(1), closesOn.plusDays(1))))
                .containsExactly("postmarkedOn proposal.fault.counted.postLate");
        assertThat(faults(entry(call, IntakeChannel.PAPER, ProposalExamples.ANNA, closesOn.plusDays(1), closesOn)))
                .as("a postmark counts for letters only")
                .containsExactly("receivedOn proposal.fault.counted.late");
    }

    @Test
    void namesWhatIsMissingOrCannotBe() {
        Call call = examples.open();
        LocalDate today = Riga.today(clock);

        assertThat(faults(new StaffEntry(
                        letter(call, IntakeChannel.EMAIL, Submitter.ANONYMOUS),
                        today.plusDays(1),
                        today.plusDays(2),
                        null)))
                .containsExactly(
                        "submitter.email proposal.fault.email.sender",
                        "submitter.name proposal.fault.name.missing",
                        "receivedOn proposal.fault.received.future",
                        "writtenOn proposal.fault.written.late");
        assertThat(faults(entry(call, IntakeChannel.PAPER, ProposalExamples.ANNA, today.minusDays(9), null)))
                .containsExactly("receivedOn proposal.fault.counted.early");
    }

    @Test
    void isForThoseAloneWhoWorkForAnOwner() {
        StaffEntry entry = entry(examples.open(), IntakeChannel.BOX, Submitter.ANONYMOUS, Riga.today(clock), null);

        assertThatThrownBy(() -> staffIntake.register(entry, ProposalExamples.key(), AccountExamples.staff("KAIMINI")))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void undoesAMistakeAndTellsWhoeverHasAReceipt() {
        Receipt receipt = staffIntake.register(
                entry(examples.open(), IntakeChannel.PAPER, ProposalExamples.ANNA, Riga.today(clock), null),
                ProposalExamples.key(),
                ProposalExamples.ILZE);
        UUID id = receipt.proposalId();

        assertThatThrownBy(() -> staffIntake.undo(id, AccountExamples.staff("KAIMINI")))
                .isInstanceOf(NotAllowed.class);
        assertThat(staffIntake.undo(id, ProposalExamples.ILZE)).isTrue();

        Proposal proposal = proposals.get(id);
        assertThat(proposal.status()).isEqualTo(ProposalStatus.EXPIRED);
        assertThat(proposal.text()).isEmpty();
        assertThat(sheets.of(id).submitter()).isEqualTo(Submitter.ANONYMOUS);
        assertThat(examples.letters(proposal.key().toString()))
                .containsExactlyInAnyOrder("proposal.letter.receipt", "proposal.letter.entryUndone");
        assertThat(proposal.withdrawal()).isEqualTo(Withdrawal.ENTRY);
        assertThat(sheets.of(id).path()).as("sent and erased").hasSize(2);
        assertThat(staffIntake.undo(id, ProposalExamples.ILZE)).as("twice").isFalse();
    }

    @Test
    void keepsAnEntryThatSpeaksForAnother() {
        Call call = examples.open();
        UUID speaking = entered(call);
        jdbc.sql("update proposal set merged_into = ?, status = 'MERGED' where id = ?")
                .params(speaking, entered(call))
                .update();

        assertThat(staffIntake.undo(speaking, ProposalExamples.ILZE)).isFalse();
        assertThat(proposals.get(speaking).status()).isEqualTo(ProposalStatus.RECEIVED);
    }

    private UUID entered(Call call) {
        return staffIntake
                .register(
                        entry(call, IntakeChannel.PAPER, ProposalExamples.ANNA, Riga.today(clock), null),
                        ProposalExamples.key(),
                        ProposalExamples.ILZE)
                .proposalId();
    }

    private List<String> faults(StaffEntry entry) {
        return staffIntake.faultsOf(entry).stream()
                .map((Fault fault) -> fault.field() + " " + fault.messageKey())
                .toList();
    }

    private static StaffEntry entry(
            Call call, IntakeChannel channel, Submitter submitter, LocalDate received, @Nullable LocalDate postmark) {
        return new StaffEntry(letter(call, channel, submitter), received, null, postmark);
    }

    private static Submission letter(Call call, IntakeChannel channel, Submitter submitter) {
        return new Submission(
                call.code(),
                channel,
                ProposalExamples.LATVIAN,
                "Gājēju pāreja pie skolas",
                "Bērni katru rītu šķērso Rīgas ielu vietā, kur pārejas nav.",
                Topic.ROADS,
                "LIVANI",
                null,
                null,
                null,
                submitter,
                false,
                false,
                List.of(),
                null);
    }
}
