package lv.varu.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

@Component
class DeliverySchedule implements SchedulingConfigurer {
    private static final Logger log = LoggerFactory.getLogger(DeliverySchedule.class);

    private final Postman postman;
    private final MailSettings settings;

    DeliverySchedule(Postman postman, MailSettings settings) {
        this.postman = postman;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        if (postman.hasServer()) {
            registrar.addFixedDelayTask(
                    new FixedDelayTask(this::deliverAll, settings.pollEvery(), settings.pollEvery()));
        }
    }

    private void deliverAll() {
        try {
            while (postman.deliver() == settings.batch()) {
                log.debug("More letters may be due");
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("The outbox cannot be read, next try in {}", settings.pollEvery(), e);
        }
    }
}
