package lv.varu.sample;

import java.time.Instant;
import lv.varu.account.People;
import lv.varu.calendar.Riga;
import lv.varu.consultation.ConsultationBook;
import lv.varu.engine.ModelsReady;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty database at the first start. Each consultation is told in one
 * transaction, so that a start that was cut short goes on with the next one.
 */
@Component
@ConditionalOnProperty("varu.demo")
class SampleData {
    private static final Logger log = LoggerFactory.getLogger(SampleData.class);

    private final SampleAccounts accounts;
    private final SampleDirectory directory;
    private final SampleGroups groups;
    private final SampleProjects projects;
    private final SampleStory story;
    private final SampleAfterwards afterwards;
    private final SampleOffice office;
    private final SampleIntake intake;
    private final SampleClock clock;
    private final People people;
    private final ConsultationBook consultations;
    private final TransactionTemplate transaction;

    SampleData(
            SampleAccounts accounts,
            SampleDirectory directory,
            SampleGroups groups,
            SampleProjects projects,
            SampleStory story,
            SampleAfterwards afterwards,
            SampleOffice office,
            SampleIntake intake,
            SampleClock clock,
            People people,
            ConsultationBook consultations,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.directory = directory;
        this.groups = groups;
        this.projects = projects;
        this.story = story;
        this.afterwards = afterwards;
        this.office = office;
        this.intake = intake;
        this.clock = clock;
        this.people = people;
        this.consultations = consultations;
        this.transaction = transaction;
    }

    // The engine's own threads do not run yet, so nobody else fires the timers of the past.
    @EventListener(ModelsReady.class)
    void fill() {
        Instant started = clock.instant();
        var today = Riga.today(clock);
        transaction.executeWithoutResult(status -> {
            if (people.of("KAIMINI").isEmpty()) {
                accounts.open();
                directory.fill();
                groups.form();
                office.texts();
            }
            projects.fill();
        });
        int told = 0;
        try {
            for (var entry : SampleFiles.consultations()) {
                if (consultations.find(entry.code()).isEmpty()) {
                    transaction.executeWithoutResult(status -> story.tell(entry, today));
                    told++;
                }
            }
            // A start that was cut short has told it already, or does without.
            if (told == SampleFiles.consultations().size()) {
                transaction.executeWithoutResult(status -> {
                    afterwards.tell(today);
                    projects.end(accounts.manager("KAIMINI"));
                    office.tell(today);
                    intake.paper(today);
                });
                intake.table(today);
            }
        } finally {
            clock.comeBack();
        }
        if (told > 0) {
            log.info(
                    "Told {} sample consultations in {} s",
                    told,
                    clock.instant().getEpochSecond() - started.getEpochSecond());
        }
        accounts.tell();
    }
}
