package lv.varu.proposal;

import static lv.varu.account.AccountExamples.administrator;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import lv.varu.VaruTest;
import lv.varu.period.PeriodExamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A period that an administrator changed, in the dates of proposals. */
@VaruTest
class ChangedPeriodTest {
    private static final LocalDate MONDAY = LocalDate.parse("2033-11-07");

    @Autowired
    ProposalDeadlines deadlines;

    @Autowired
    PeriodExamples periods;

    @AfterEach
    void standardAgain() {
        periods.standardAgain();
    }

    @Test
    void countsByTheChangeAtOnceAndNamesItsSource() {
        assertThat(deadlines.screening("OTHER", MONDAY).date()).isEqualTo("2033-11-10");
        periods.change("screening", 4, administrator());
        var screening = deadlines.screening("OTHER", MONDAY);
        assertThat(screening.date()).isEqualTo("2033-11-11");
        assertThat(screening.source()).isEqualTo("Kopsapulces lēmums (nav pārbaudīts)");
    }
}
