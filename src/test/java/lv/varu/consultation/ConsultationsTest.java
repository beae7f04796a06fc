package lv.varu.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.consultation.invitation.InvitationTally;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

@VaruTest
class ConsultationsTest {
    private static final PageRequest FIRST_PAGE = PageRequest.of(0, 20, Sort.by("closesOn", "id"));

    @Autowired
    ConsultationBook book;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    ConsultationExamples examples;

    @Autowired
    JdbcClient jdbc;

    @Test
    void givesBackWhatWasRegistered() {
        var registration = examples.coming();
        var id = desk.register(registration, examples.staff());

        var found = book.find(id).orElseThrow();

        assertThat(found.details()).isEqualTo(registration.details());
        assertThat(found.topics()).containsExactlyInAnyOrderElementsOf(registration.topics());
        assertThat(book.findPublic(found.code())).isEmpty();
    }

    @Test
    void findsByTitleCodeOwnerAndStatus() {
        var registration = examples.coming();
        desk.register(registration, examples.staff());

        assertThat(found(registration.code(), "PREILI", Set.of())).containsExactly(registration.code());
        assertThat(found(registration.code(), "KRASLAVA", Set.of())).isEmpty();
        assertThat(found(registration.code(), null, Set.of(ConsultationStatus.OPEN)))
                .isEmpty();
        assertThat(book.counts(new ConsultationFilter(registration.code(), null, Set.of())))
                .containsEntry(ConsultationStatus.PREPARING, 1L);
    }

    @Test
    void takesWhatPeopleTypeForTextAndNotForAPattern() {
        desk.register(examples.coming(), examples.staff());

        assertThat(found("100 %", null, Set.of())).isEmpty();
        assertThat(found("_________", null, Set.of())).isEmpty();
    }

    @Test
    void countsInvitationsOfSeveralConsultationsAtOnce() {
        var silent = UUID.randomUUID();

        assertThat(book.invitations(List.of(silent))).containsEntry(silent, InvitationTally.NONE);
    }

    @Test
    void remindsOnlyThroughTheIndexOfTheSilent() {
        // Other tests leave few rows or many; whether there is an index to take does not depend on them.
        jdbc.sql("set local enable_seqscan = off").update();
        var plan = String.join(
                "\n",
                jdbc.sql("explain select id from consultation_invitation where consultation_id = ?"
                                + " and answered_at is null and nil_at is null")
                        .param(UUID.randomUUID())
                        .query(String.class)
                        .list());

        assertThat(plan).contains("Index").doesNotContain("Seq Scan");
    }

    private List<String> found(String words, @Nullable String owner, Set<ConsultationStatus> statuses) {
        return book.list(new ConsultationFilter(words, owner, statuses), FIRST_PAGE).stream()
                .map(Consultation::code)
                .toList();
    }
}
