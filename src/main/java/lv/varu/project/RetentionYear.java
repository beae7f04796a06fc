package lv.varu.project;

import java.time.Clock;
import java.time.MonthDay;
import lv.varu.calendar.Riga;
import lv.varu.directory.Partnership;
import lv.varu.directory.Partnerships;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Once a year, and for a node that was down on the day, as soon after it as possible. */
@Component
class RetentionYear {
    private final RetentionDesk desk;
    private final RetentionRounds rounds;
    private final Partnerships partnerships;
    private final RetentionSettings settings;
    private final Clock clock;

    RetentionYear(
            RetentionDesk desk,
            RetentionRounds rounds,
            Partnerships partnerships,
            RetentionSettings settings,
            Clock clock) {
        this.desk = desk;
        this.rounds = rounds;
        this.partnerships = partnerships;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(cron = "0 20 6 * * *", zone = "Europe/Riga")
    @Transactional
    public void tick() {
        var today = Riga.today(clock);
        var day = MonthDay.parse("--" + settings.proposeOn()).atYear(today.getYear());
        if (today.isBefore(day)) {
            return;
        }
        for (String partnership :
                partnerships.all().stream().map(Partnership::code).toList()) {
            if (!rounds.proposedSince(partnership, Riga.startOf(day))) {
                desk.proposeForYear(partnership);
            }
        }
    }
}
