package lv.varu.consultation.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationLetters;
import lv.varu.consultation.ConsultationSettings;
import lv.varu.consultation.Consultations;
import lv.varu.mail.Letter;
import lv.varu.mail.MalformedAddress;
import lv.varu.mail.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the letters of invitations that are due: some in a transaction, so that thousands hold up nobody. A node that
 * dies loses at most its own transaction, whose invitations stay due.
 */
@Component
public class InvitationPost {
    private static final Logger log = LoggerFactory.getLogger(InvitationPost.class);
    private static final String DUE = "select i.* from consultation_invitation i where i.letter_due is not null";
    private static final String SOME = " order by i.consultation_id, i.id limit :batch for update skip locked";

    private final JdbcClient jdbc;
    private final Consultations consultations;
    private final Links links;
    private final ConsultationLetters letters;
    private final ConsultationSettings settings;
    private final InvitationSettings pace;
    private final Outbox outbox;

    InvitationPost(
            JdbcClient jdbc,
            Consultations consultations,
            Links links,
            ConsultationLetters letters,
            ConsultationSettings settings,
            InvitationSettings pace,
            Outbox outbox) {
        this.jdbc = jdbc;
        this.consultations = consultations;
        this.links = links;
        this.letters = letters;
        this.settings = settings;
        this.pace = pace;
        this.outbox = outbox;
    }

    /** Letters of any open consultations; how many invitations were taken. */
    @Transactional
    public int some() {
        var due = jdbc.sql(DUE + " and exists (select from consultation c where c.id = i.consultation_id"
                        + " and c.status = 'OPEN')" + SOME)
                .param("batch", pace.batch())
                .query(Due::of)
                .list();
        var about = consultations
                .findAllById(due.stream().map(Due::consultation).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Consultation::id, Function.identity()));
        due.stream()
                .collect(Collectors.groupingBy(Due::consultation, LinkedHashMap::new, Collectors.toList()))
                .forEach((id, some) -> write(Objects.requireNonNull(about.get(id)), some));
        return due.size();
    }

    /** Those of one consultation at once, together with what made them due, unless they are too many. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void few(Consultation consultation, int due) {
        if (due <= pace.batch()) {
            write(
                    consultation,
                    jdbc.sql(DUE + " and i.consultation_id = :id" + SOME)
                            .param("id", consultation.id())
                            .param("batch", pace.batch())
                            .query(Due::of)
                            .list());
        }
    }

    private void write(Consultation consultation, List<Due> due) {
        due.stream()
                .collect(Collectors.groupingBy(Due::letter, LinkedHashMap::new, Collectors.toList()))
                .forEach((letter, some) -> post(letter, consultation, some));
        jdbc.sql("update consultation_invitation set letter_due = null where id = any (?::uuid[])")
                .param(ids(due))
                .update();
    }

    private void post(String kind, Consultation consultation, List<Due> due) {
        Map<String, String> tokens = links.issueAll(
                Link.Purpose.INVITATION,
                consultation.id().toString(),
                due.stream().map(one -> one.id().toString()).toList(),
                consultation.closesAt().plus(settings.invitationLinkLasts()));
        var written = new ArrayList<Letter>();
        var impossible = new ArrayList<Due>();
        for (var one : due) {
            var token = Objects.requireNonNull(tokens.get(one.id().toString()));
            try {
                written.add(letters.invitation(kind.toLowerCase(Locale.ROOT), consultation, one, token));
            } catch (MalformedAddress malformed) {
                log.warn("Invitation {} has an address that no letter reaches", one.id());
                impossible.add(one);
            }
        }
        outbox.postAll(written);
        if (!impossible.isEmpty()) {
            jdbc.sql("update consultation_invitation set delivery = 'FAILED' where id = any (?::uuid[])")
                    .param(ids(impossible))
                    .update();
        }
    }

    private static String[] ids(List<Due> due) {
        return due.stream().map(one -> one.id().toString()).toArray(String[]::new);
    }

    /**
     * An invitation whose letter is due.
     *
     * @param letter {@code INVITATION} or {@code REMINDER}
     * @param reminders how many there are, this one included
     */
    public record Due(
            UUID id,
            UUID consultation,
            String letter,
            String organisation,
            String email,
            Locale language,
            int reminders) {
        static Due of(ResultSet row, int number) throws SQLException {
            return new Due(
                    row.getObject("id", UUID.class),
                    row.getObject("consultation_id", UUID.class),
                    row.getString("letter_due"),
                    row.getString("organisation_name"),
                    row.getString("email"),
                    Locale.forLanguageTag(row.getString("language")),
                    row.getInt("reminders"));
        }

        /** By which its letter is known, so that it is never written twice. */
        public String onceKey() {
            return InvitationDelivery.ONCE + id + ":" + (letter.equals("INVITATION") ? 0 : reminders);
        }
    }
}
