package lv.varu.consultation.turn;

import lv.varu.consultation.invitation.InvitationSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

@Component
class ChangeSchedule implements SchedulingConfigurer {
    private static final Logger log = LoggerFactory.getLogger(ChangeSchedule.class);

    private final ChangePost post;
    private final InvitationSettings pace;

    ChangeSchedule(ChangePost post, InvitationSettings pace) {
        this.post = post;
        this.pace = pace;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new FixedDelayTask(this::writeAll, pace.every(), pace.every()));
    }

    private void writeAll() {
        try {
            while (post.some() == pace.batch()) {
                log.debug("More letters about changes may be due");
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("Letters about changes cannot be written, next try in {}", pace.every(), e);
        }
    }
}
