package lv.varu.consultation.invitation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

@Component
class InvitationSchedule implements SchedulingConfigurer {
    private static final Logger log = LoggerFactory.getLogger(InvitationSchedule.class);

    private final InvitationPost post;
    private final InvitationSettings pace;

    InvitationSchedule(InvitationPost post, InvitationSettings pace) {
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
                log.debug("More invitations may be due");
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("Invitations cannot be written, next try in {}", pace.every(), e);
        }
    }
}
