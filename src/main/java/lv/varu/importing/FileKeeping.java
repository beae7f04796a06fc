package lv.varu.importing;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A file full of people is kept only as long as somebody may want to look a row up. */
@Component
class FileKeeping {
    static final Duration EVERY = Duration.ofHours(6);
    private static final int AT_ONCE = 100;

    private final Runs runs;
    private final ImportDesk desk;

    FileKeeping(Runs runs, ImportDesk desk) {
        this.runs = runs;
        this.desk = desk;
    }

    @Transactional
    public void forgetOutdated() {
        runs.outdated(AT_ONCE).forEach(id -> desk.forget(runs.get(id)));
    }
}
