package lv.varu.consultation.invitation;

import java.sql.Timestamp;
import lv.varu.mail.DeliveryChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps with an invitation how its letter fared. */
@Component
class InvitationDelivery {
    static final String ONCE = "invitation:";

    private final JdbcClient jdbc;

    InvitationDelivery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void changed(DeliveryChanged event) {
        if (!event.onceKey().startsWith(ONCE)) {
            return;
        }
        var id = event.onceKey().substring(ONCE.length(), event.onceKey().lastIndexOf(':'));
        jdbc.sql("update consultation_invitation set delivery = :delivery,"
                        + " delivered_at = case when :delivery = 'SENT' then cast(:at as timestamptz) else delivered_at end"
                        + " where id = cast(:id as uuid)")
                .param("delivery", event.delivery().name())
                .param("at", Timestamp.from(event.at()))
                .param("id", id)
                .update();
    }
}
