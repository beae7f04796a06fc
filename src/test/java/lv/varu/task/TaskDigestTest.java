package lv.varu.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import lv.varu.VaruTest;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.calendar.Riga;
import lv.varu.mail.PostedLetters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@VaruTest
class TaskDigestTest {
    @Autowired
    TaskDigest digest;

    @Autowired
    TaskDesk desk;

    @Autowired
    TaskRounds rounds;

    @Autowired
    Errands errands;

    @Autowired
    PostedLetters letters;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    LocalDate today;
    String partnership;
    Person anna;
    Person janis;
    Person vadis;

    @BeforeEach
    void people() {
        today = Riga.today(clock);
        partnership = Errands.partnership();
        anna = errands.staff(partnership, "Anna Bērziņa");
        janis = errands.staff(partnership, "Jānis Kalniņš");
        vadis = errands.manager(partnership, "Vadis Ozols");
    }

    @Test
    void writesOneLetterAPersonAboutLateDueAndNewTasks() {
        errands.begin(partnership, "Kavētā lieta", today.minusDays(2));
        errands.begin(partnership, "Šodienas lieta", today);
        errands.begin(partnership, "Jaunā lieta", today.plusDays(21));
        CaseKey taken = errands.begin(partnership, "Jāņa lieta", today);
        desk.claim(desk.open(taken).get(0).id(), janis);

        send();
        send();

        assertThat(letters.to(anna.email())).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Jūs gaida 3 uzdevumi");
            assertThat(letter.text())
                    .contains("Kavējas 1 uzdevums:")
                    .contains("- Sagatavot darīšanu: Kavētā lieta – kavēts 2 dienas")
                    .contains("Šodien pēdējā diena 1 uzdevumam:")
                    .contains("Šodienas lieta – šodien")
                    .contains("1 jauns uzdevums:")
                    .contains("Jaunā lieta – vēl 21 diena")
                    .contains("/darbs/uzdevumi")
                    .doesNotContain("Jāņa lieta");
        });
        assertThat(letters.to(janis.email()))
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).contains("Jāņa lieta"));
    }

    @Test
    void writesNothingToSomebodyForWhomNothingWaits() {
        errands.begin(partnership, "Darbinieku lieta", today);

        send();

        assertThat(letters.to(vadis.email())).isEmpty();
    }

    @Test
    void leavesARoundToTheNodeThatTookIt() {
        LocalDate day = LocalDate.of(1999, 1, 4);
        transaction.executeWithoutResult(status -> {
            assertThat(rounds.take("test", day)).isTrue();
            assertThat(rounds.take("test", day)).isFalse();
            status.setRollbackOnly();
        });
    }

    private void send() {
        transaction.executeWithoutResult(status -> digest.send(today));
    }
}
