package lv.varu.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.privacy.Finding;
import lv.varu.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The letters to an address. */
@Component
@Transactional
class LetterPeople implements PersonalData {
    private final JdbcClient jdbc;
    private final LetterLayout layout;
    private final Trail trail;

    LetterPeople(JdbcClient jdbc, LetterLayout layout, Trail trail) {
        this.jdbc = jdbc;
        this.layout = layout;
        this.trail = trail;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> find(String email) {
        return jdbc
                .sql("select * from mail_letter where lower(recipient_email) = ? order by number desc")
                .param(email)
                .query(StoredLetter::from)
                .stream()
                .map(letter -> Finding.of("letter", letter.id(), letter.about(), letter.postedAt())
                        .with("subject", letter.subject())
                        .with("name", letter.name())
                        .with("email", letter.email())
                        .with("letterText", letter.masked(layout.text(letter)))
                        .with("deliveredAt", letter.deliveredAt())
                        .done())
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String email, List<Finding> findings) {
        jdbc.sql("delete from mail_letter where id = any (?)")
                .param(findings.stream()
                        .map(found -> UUID.fromString(found.id()))
                        .toArray(UUID[]::new))
                .update();
        Map<CaseKey, Long> cases =
                findings.stream().collect(Collectors.groupingBy(Finding::about, Collectors.counting()));
        cases.forEach((about, letters) -> trail.record(about, "mail.forgotten", Map.of("letters", letters)));
        trail.erasePersonal(cases.keySet(), email.toLowerCase(Locale.ROOT));
    }
}
