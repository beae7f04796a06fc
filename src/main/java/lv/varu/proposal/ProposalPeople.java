package lv.varu.proposal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.document.Document;
import lv.varu.document.Documents;
import lv.varu.mail.Outbox;
import lv.varu.privacy.Finding;
import lv.varu.privacy.PersonalData;
import lv.varu.privacy.RetainedData;
import lv.varu.proposal.answer.AnswerFiles;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The authors of proposals. What they proposed stays without them, for it was answered and counted; their files go,
 * because nobody can tell whom a picture shows.
 */
@Component
@Transactional
public class ProposalPeople implements PersonalData, RetainedData {
    private static final String KIND = "proposal-author";
    private static final String CALL = "consultation";

    private final JdbcClient jdbc;
    private final Intake intake;
    private final Documents documents;
    private final Outbox outbox;
    private final Trail trail;

    ProposalPeople(JdbcClient jdbc, Intake intake, Documents documents, Outbox outbox, Trail trail) {
        this.jdbc = jdbc;
        this.intake = intake;
        this.documents = documents;
        this.outbox = outbox;
        this.trail = trail;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> find(String email) {
        var rows = jdbc.sql("""
                        select p.id, p.receipt, p.title, p.text, p.status, p.channel, p.own_contribution, p.support_asked,
                            p.submitted_at, p.withdrawal_reason, s.name, s.email, s.phone, s.address, s.organisation, s.publish_name,
                            (select string_agg(v.title || E'\n' || v.text, E'\n\n' order by v.version)
                                from proposal_version v where v.proposal_id = p.id) as earlier,
                            array(select c.purpose || ' ' || c.text_version || ' ' || to_char(c.given_at, 'YYYY-MM-DD')
                                from proposal_consent c where c.proposal_id = p.id and c.withdrawn_at is null
                                order by c.purpose) as consents
                        from proposal_submitter s join proposal p on p.id = s.proposal_id
                        where lower(s.email) = ? order by p.submitted_at desc, p.id""")
                .param(email)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        ProposalStatus.PUBLISHED.name().equals(row.getString("status")),
                        draft(row)))
                .list();
        var files = documents.ofAll(rows.stream().flatMap(Row::keys).toList());
        return rows.stream()
                .map(row -> row.finding(
                        row.keys()
                                .flatMap(key -> files.getOrDefault(key, List.of()).stream())
                                .toList(),
                        this::content))
                .toList();
    }

    private static Finding.Draft draft(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var draft = Finding.of(
                        KIND,
                        id,
                        Proposal.keyOf(id),
                        row.getObject("submitted_at", OffsetDateTime.class).toInstant())
                .with("receipt", row.getString("receipt"))
                .with("title", row.getString("title"))
                .with("text", row.getString("text"))
                .with("earlierText", row.getString("earlier"))
                .with("withdrawalReason", row.getString("withdrawal_reason"))
                .with("ownContribution", row.getString("own_contribution"))
                .with("supportAsked", row.getString("support_asked"))
                .with("status", new DefaultMessageSourceResolvable("proposal.status." + row.getString("status")))
                .with("channel", new DefaultMessageSourceResolvable("proposal.channel." + row.getString("channel")))
                .with("name", row.getString("name"))
                .with("email", row.getString("email"))
                .with("phone", row.getString("phone"))
                .with("address", row.getString("address"))
                .with("organisation", row.getString("organisation"))
                .with("publishName", row.getBoolean("publish_name"));
        var consents = (String[]) row.getArray("consents").getArray();
        for (var consent : consents) {
            var parts = consent.split(" ", 2);
            draft.with("consent." + parts[0], parts[1]);
        }
        return draft.losesPerson("proposal");
    }

    private byte[] content(Document document) {
        try (InputStream content = documents.open(document.id())) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String email, List<Finding> findings) {
        findings.forEach(found -> {
            forget(UUID.fromString(found.id()));
            outbox.forgetSentToOthers(found.about(), email);
            trail.erasePersonal(found.about());
            trail.erasePersonal(AnswerFiles.keyOf(UUID.fromString(found.id())));
        });
    }

    private void forget(UUID id) {
        intake.erase(id);
        documents.removeAll(Proposal.keyOf(id));
        documents.removeAll(AnswerFiles.keyOf(id));
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
                        select p.call_id, count(*) from proposal p join proposal_submitter s on s.proposal_id = p.id
                        where p.call_id = any (?) group by p.call_id""")
                .param(cases.stream()
                        .filter(key -> key.kind().equals(CALL))
                        .map(key -> UUID.fromString(key.id()))
                        .toArray(UUID[]::new))
                .query(row -> {
                    found.put(CaseKey.of(CALL, row.getObject(1, UUID.class)), row.getLong(2));
                });
        return found;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int erase(CaseKey of, int most) {
        if (!of.kind().equals(CALL)) {
            return 0;
        }
        var ids = jdbc.sql("""
                        select p.id from proposal p join proposal_submitter s on s.proposal_id = p.id
                        where p.call_id = ? limit ?""")
                .params(UUID.fromString(of.id()), most)
                .query(UUID.class)
                .list();
        for (UUID id : ids) {
            forget(id);
            outbox.forget(Proposal.keyOf(id));
        }
        trail.erasePersonal(ids.stream()
                .flatMap(id -> Stream.of(Proposal.keyOf(id), AnswerFiles.keyOf(id)))
                .toList());
        return ids.size();
    }

    private record Row(UUID id, boolean published, Finding.Draft draft) {
        /** Of the proposal, and of the answer once it is public. */
        Stream<CaseKey> keys() {
            return published ? Stream.of(Proposal.keyOf(id), AnswerFiles.keyOf(id)) : Stream.of(Proposal.keyOf(id));
        }

        Finding finding(List<Document> files, Function<Document, byte[]> content) {
            files.forEach(file -> draft.file(file.fileName(), () -> content.apply(file)));
            return draft.done();
        }
    }
}
