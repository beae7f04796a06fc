package lv.varu.consultation.invitation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.consultation.ConsultationDesk;
import lv.varu.privacy.Finding;
import lv.varu.privacy.PersonalData;
import lv.varu.privacy.RetainedData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The addresses that invitations went to; an invitation without its address is still counted. */
@Component
@Transactional
class InvitationPeople implements PersonalData, RetainedData {
    private static final String KIND = "invitation";
    private static final String CASE = "consultation";
    private static final String BLANK =
            "update consultation_invitation set email = '', nil_comment = null where id = any (?)";

    private final JdbcClient jdbc;
    private final Trail trail;

    InvitationPeople(JdbcClient jdbc, Trail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> find(String email) {
        return jdbc.sql("""
                        select i.*, c.title from consultation_invitation i join consultation c on c.id = i.consultation_id
                        where lower(i.email) = ? order by i.sent_at desc, i.id""")
                .param(email)
                .query((row, number) -> Finding.of(
                                KIND,
                                row.getObject("id", UUID.class),
                                ConsultationDesk.key(row.getObject("consultation_id", UUID.class)),
                                row.getObject("sent_at", OffsetDateTime.class).toInstant())
                        .with("consultation", row.getString("title"))
                        .with("organisation", row.getString("organisation_name"))
                        .with("email", row.getString("email"))
                        .with("openedAt", instant(row.getObject("opened_at", OffsetDateTime.class)))
                        .with("answeredAt", instant(row.getObject("answered_at", OffsetDateTime.class)))
                        .losesPerson("invitation")
                        .done())
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String email, List<Finding> findings) {
        jdbc.sql(BLANK)
                .param(findings.stream()
                        .map(found -> UUID.fromString(found.id()))
                        .toArray(UUID[]::new))
                .update();
        trail.erasePersonal(findings.stream().map(Finding::about).distinct().toList(), email);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<CaseKey, Long> count(Collection<CaseKey> cases) {
        var found = new HashMap<CaseKey, Long>();
        jdbc.sql("""
                        select consultation_id, count(*) from consultation_invitation
                        where consultation_id = any (?) and email <> '' group by consultation_id""")
                .param(cases.stream()
                        .filter(key -> key.kind().equals(CASE))
                        .map(key -> UUID.fromString(key.id()))
                        .toArray(UUID[]::new))
                .query(row -> {
                    found.put(ConsultationDesk.key(row.getObject(1, UUID.class)), row.getLong(2));
                });
        return found;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int erase(CaseKey of, int most) {
        if (!of.kind().equals(CASE)) {
            return 0;
        }
        var ids = jdbc.sql("select id from consultation_invitation where consultation_id = ? and email <> '' limit ?")
                .params(UUID.fromString(of.id()), most)
                .query(UUID.class)
                .list();
        return jdbc.sql(BLANK).param(ids.toArray(UUID[]::new)).update();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
