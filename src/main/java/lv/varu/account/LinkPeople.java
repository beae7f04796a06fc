package lv.varu.account;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lv.varu.audit.CaseKey;
import lv.varu.privacy.Finding;
import lv.varu.privacy.PersonalData;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Links that were made out to an address. */
@Component
@Transactional
class LinkPeople implements PersonalData {
    private final JdbcClient jdbc;

    LinkPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> find(String email) {
        return jdbc.sql("select id, purpose, created_at, expires_at, last_opened_at, opened from access_link"
                        + " where lower(holder) = ? and holder like '%@%' order by created_at desc")
                .param(email)
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    var opened = row.getObject("last_opened_at", OffsetDateTime.class);
                    return Finding.of(
                                    "link",
                                    id,
                                    CaseKey.of("link", id),
                                    row.getObject("created_at", OffsetDateTime.class)
                                            .toInstant())
                            .with("linkPurpose", new DefaultMessageSourceResolvable(new String[] {
                                "privacy.link." + row.getString("purpose"), "privacy.link.other"
                            }))
                            .with(
                                    "linkEnds",
                                    row.getObject("expires_at", OffsetDateTime.class)
                                            .toInstant())
                            .with("linkOpened", row.getInt("opened"))
                            .with("linkLastOpened", opened == null ? null : opened.toInstant())
                            .done();
                })
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String email, List<Finding> findings) {
        jdbc.sql("delete from access_link where id = any (?)")
                .param(findings.stream()
                        .map(found -> UUID.fromString(found.id()))
                        .toArray(UUID[]::new))
                .update();
    }
}
