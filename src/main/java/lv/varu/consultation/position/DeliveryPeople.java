package lv.varu.consultation.position;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lv.varu.audit.Trail;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.privacy.Finding;
import lv.varu.privacy.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The people of the hosts to whom positions went; that and when a position went to a host stays. */
@Component
@Transactional
class DeliveryPeople implements PersonalData {
    private final JdbcClient jdbc;
    private final Trail trail;

    DeliveryPeople(JdbcClient jdbc, Trail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> find(String email) {
        return jdbc.sql("""
                        select d.*, c.title, coalesce(d.sent_at, c.delivered_at) as at
                        from consultation_delivery d join consultation c on c.id = d.consultation_id
                        where lower(d.recipient_email) = ? order by at desc, d.id""")
                .param(email)
                .query((row, number) -> Finding.of(
                                "position-recipient",
                                row.getObject("id", UUID.class),
                                ConsultationDesk.key(row.getObject("consultation_id", UUID.class)),
                                row.getObject("at", OffsetDateTime.class).toInstant())
                        .with("consultation", row.getString("title"))
                        .with("name", row.getString("recipient_name"))
                        .with("email", row.getString("recipient_email"))
                        .with("receiptConfirmedAt", instant(row.getObject("confirmed_at", OffsetDateTime.class)))
                        .losesPerson("position-recipient")
                        .done())
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String email, List<Finding> findings) {
        jdbc.sql("""
                        update consultation_delivery set recipient_name = null, recipient_email = null,
                            confirmed_by = case when confirmed_by = recipient_name then null else confirmed_by end,
                            version = version + 1
                        where id = any (?)""")
                .param(findings.stream()
                        .map(found -> UUID.fromString(found.id()))
                        .toArray(UUID[]::new))
                .update();
        trail.erasePersonal(findings.stream().map(Finding::about).distinct().toList(), email);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
