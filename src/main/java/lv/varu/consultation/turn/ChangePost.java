package lv.varu.consultation.turn;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.consultation.Consultation;
import lv.varu.consultation.ConsultationLetters;
import lv.varu.consultation.ConsultationSettings;
import lv.varu.consultation.Consultations;
import lv.varu.consultation.invitation.InvitationSettings;
import lv.varu.consultation.invitation.Invitations;
import lv.varu.directory.Contacts;
import lv.varu.mail.Letter;
import lv.varu.mail.MalformedAddress;
import lv.varu.mail.Outbox;
import lv.varu.proposal.ProposalBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the letters about changes that are due: some in a transaction, so that whoever changes something for thousands
 * does not wait. A node that dies loses at most its own transaction, whose letters stay due.
 */
@Component
public class ChangePost {
    private static final Logger log = LoggerFactory.getLogger(ChangePost.class);
    private static final int CHUNK = 500;
    private static final String DUE = "select * from consultation_change_letter where due";
    private static final String SOME = " order by change_id, audience, subject limit :batch for update skip locked";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Consultations consultations;
    private final Invitations invitations;
    private final Contacts contacts;
    private final ProposalBook proposals;
    private final ChangeFacts facts;
    private final Links links;
    private final ConsultationLetters letters;
    private final ConsultationSettings settings;
    private final InvitationSettings pace;
    private final Outbox outbox;

    ChangePost(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Consultations consultations,
            Invitations invitations,
            Contacts contacts,
            ProposalBook proposals,
            ChangeFacts facts,
            Links links,
            ConsultationLetters letters,
            ConsultationSettings settings,
            InvitationSettings pace,
            Outbox outbox) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.consultations = consultations;
        this.invitations = invitations;
        this.contacts = contacts;
        this.proposals = proposals;
        this.facts = facts;
        this.links = links;
        this.letters = letters;
        this.settings = settings;
        this.pace = pace;
        this.outbox = outbox;
    }

    /** Whoever is to be told; few are told at once, many in the background. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Consultation consultation, Change change, UUID changeId, List<Reader> readers) {
        batches.batchUpdate("""
                insert into consultation_change_letter (change_id, change, consultation_id, audience, subject)
                values (?, ?, ?, ?, ?)""", readers, CHUNK, (statement, reader) -> {
            statement.setObject(1, changeId);
            statement.setString(2, change.name());
            statement.setObject(3, consultation.id());
            statement.setString(4, reader.audience().name());
            statement.setObject(5, reader.subject());
        });
        if (readers.size() <= pace.batch()) {
            write(jdbc.sql(DUE + " and change_id = :change" + SOME)
                    .param("change", changeId)
                    .param("batch", pace.batch())
                    .query(Due::of)
                    .list());
        }
    }

    /** What has not been written of earlier changes no longer matters. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void drop(UUID consultation) {
        jdbc.sql("delete from consultation_change_letter where consultation_id = ? and due")
                .param(consultation)
                .update();
    }

    /** Letters about any changes; how many were taken. */
    @Transactional
    public int some() {
        var due =
                jdbc.sql(DUE + SOME).param("batch", pace.batch()).query(Due::of).list();
        write(due);
        return due.size();
    }

    /** How far the letters are that are still being written. */
    @Transactional(readOnly = true)
    public Progress progress(UUID consultation) {
        return jdbc.sql("""
                        select count(*) filter (where not due) as written, count(*) as readers
                        from consultation_change_letter where change_id in (
                            select change_id from consultation_change_letter where consultation_id = ? and due)""").param(consultation).query(Progress.class).single();
    }

    private void write(List<Due> due) {
        due.stream()
                .collect(Collectors.groupingBy(Due::changeId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(this::writeAbout);
        jdbc.sql("""
                        update consultation_change_letter l set due = false
                        from unnest(:changes::uuid[], :audiences::varchar[], :subjects::uuid[])
                            as w(change_id, audience, subject)
                        where (l.change_id, l.audience, l.subject) = (w.change_id, w.audience, w.subject)""")
                .param("changes", due.stream().map(Due::changeId).toArray(UUID[]::new))
                .param(
                        "audiences",
                        due.stream().map(one -> one.audience().name()).toArray(String[]::new))
                .param("subjects", due.stream().map(Due::subject).toArray(UUID[]::new))
                .update();
    }

    /** Whoever has been forgotten meanwhile gets nothing. */
    private void writeAbout(List<Due> due) {
        var one = due.get(0);
        var consultation = consultations.get(one.consultation());
        var values = facts.of(one.change(), one.changeId(), consultation);
        var told = due.stream()
                .collect(Collectors.groupingBy(Due::audience, Collectors.mapping(Due::subject, Collectors.toList())));
        Map<String, Object> toAuthors = new HashMap<>(values);
        toAuthors.put("audience", Audience.AUTHOR);
        toAuthors.put("page", letters.page(consultation));
        proposals.tell(
                consultation.id(),
                told.getOrDefault(Audience.AUTHOR, List.of()),
                told.getOrDefault(Audience.SUPPORTER, List.of()),
                ConsultationLetters.TEXTS + one.change().text(),
                toAuthors);
        var written = new ArrayList<Letter>();
        invited(one, consultation, told.getOrDefault(Audience.INVITED, List.of()), values, written);
        for (var contact :
                contacts.find(told.getOrDefault(Audience.HOST, List.of())).values()) {
            try {
                written.add(letters.change(one.change(), one.changeId(), consultation, contact, values));
            } catch (MalformedAddress malformed) {
                log.warn("Contact {} has an address that no letter reaches", contact.id());
            }
        }
        outbox.postAll(written);
    }

    private void invited(
            Due one,
            Consultation consultation,
            Collection<UUID> ids,
            Map<String, Object> values,
            List<Letter> written) {
        // Erased people leave an empty address behind.
        var invited = invitations.findAllById(ids).stream()
                .filter(invitation -> !invitation.email().isEmpty())
                .toList();
        var tokens = links.issueAll(
                Link.Purpose.INVITATION,
                consultation.id().toString(),
                invited.stream().map(invitation -> invitation.id().toString()).toList(),
                consultation.closesAt().plus(settings.invitationLinkLasts()));
        for (var invitation : invited) {
            var token = Objects.requireNonNull(tokens.get(invitation.id().toString()));
            try {
                written.add(letters.change(one.change(), one.changeId(), consultation, invitation, token, values));
            } catch (MalformedAddress malformed) {
                log.warn("Invitation {} has an address that no letter reaches", invitation.id());
            }
        }
    }

    /** In which role somebody is told. */
    public enum Audience {
        AUTHOR,
        SUPPORTER,
        INVITED,
        HOST;

        /** As the texts choose by it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record Reader(Audience audience, UUID subject) {}

    /** @param readers how many are told in all */
    public record Progress(int written, int readers) {
        public boolean isGoingOn() {
            return written < readers;
        }
    }

    private record Due(UUID changeId, Change change, UUID consultation, Audience audience, UUID subject) {
        static Due of(ResultSet row, int number) throws SQLException {
            return new Due(
                    row.getObject("change_id", UUID.class),
                    Change.valueOf(row.getString("change")),
                    row.getObject("consultation_id", UUID.class),
                    Audience.valueOf(row.getString("audience")),
                    row.getObject("subject", UUID.class));
        }
    }
}
