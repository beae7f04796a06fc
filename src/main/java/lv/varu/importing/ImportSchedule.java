package lv.varu.importing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

@Component
class ImportSchedule implements SchedulingConfigurer {
    private static final Logger log = LoggerFactory.getLogger(ImportSchedule.class);

    private final ImportWork work;
    private final FileKeeping files;
    private final ImportSettings settings;

    ImportSchedule(ImportWork work, FileKeeping files, ImportSettings settings) {
        this.work = work;
        this.files = files;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new FixedDelayTask(this::workAll, settings.pollEvery(), settings.pollEvery()));
        registrar.addFixedDelayTask(new FixedDelayTask(files::forgetOutdated, FileKeeping.EVERY, FileKeeping.EVERY));
    }

    private void workAll() {
        try {
            while (work.next()) {
                log.debug("More imports may wait");
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("Imports cannot be looked for, next try in {}", settings.pollEvery(), e);
        }
    }
}
