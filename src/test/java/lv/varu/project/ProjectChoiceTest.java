package lv.varu.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.varu.VaruTest;
import lv.varu.account.AccountExamples;
import lv.varu.account.NotAllowed;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ProjectChoices;
import lv.varu.consultation.PublicExamples;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Of which project a consultation is part is said where it is registered. */
@VaruTest
class ProjectChoiceTest {
    @Autowired
    ProjectChoices choices;

    @Autowired
    ProjectDesk desk;

    @Autowired
    Projects projects;

    @Autowired
    PublicExamples examples;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void offersTheProjectsOfOnesOwnPartnership() {
        UUID own = project("PREILI");
        UUID other = project("KRASLAVA");

        assertThat(choices.choices(AccountExamples.staff("PREILI")))
                .containsKey(own)
                .doesNotContainKey(other);
        assertThat(choices.choices(AccountExamples.administrator())).containsKeys(own, other);
    }

    @Test
    void makesAConsultationPartOfTheChosenProjectOnly() {
        UUID own = project("PREILI");
        UUID other = project("KRASLAVA");
        Consultation consultation = examples.running("Projekta parks", 12);

        choices.choose(own, consultation, AccountExamples.staff("PREILI"));

        assertThat(projects.assigned(List.of(consultation.id()))).containsEntry(consultation.id(), own);
        assertThatThrownBy(() -> choices.choose(other, consultation, AccountExamples.staff("PREILI")))
                .isInstanceOf(NotAllowed.class);
    }

    private UUID project(String partnership) {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> desk.load(new Project(
                id,
                0,
                "Projekts " + id,
                "Fonds",
                null,
                List.of(partnership),
                LocalDate.of(2021, 1, 1),
                LocalDate.of(2022, 12, 31),
                null,
                5,
                "Fonda noteikumi")));
        return id;
    }
}
