package lv.varu.suggestion;

import java.time.Clock;
import lv.varu.calendar.Riga;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Begins the rounds of boxes whose day has come. */
@Component
class CollectionSchedule {
    private static final Logger log = LoggerFactory.getLogger(CollectionSchedule.class);

    private final SuggestionBoxes boxes;
    private final RoundDesk desk;
    private final Clock clock;

    CollectionSchedule(SuggestionBoxes boxes, RoundDesk desk, Clock clock) {
        this.boxes = boxes;
        this.desk = desk;
        this.clock = clock;
    }

    // Each box in a transaction of its own, so that one that fails holds up no other.
    @Scheduled(cron = "${varu.suggestion.collect-cron:0 5 * * * *}")
    void collect() {
        for (var box : boxes.due(Riga.today(clock))) {
            try {
                desk.beginIfDue(box);
            } catch (RuntimeException e) {
                log.error("The round of box {} could not begin", box, e);
            }
        }
    }
}
