package lv.varu.proposal.merging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.audit.Ids;
import lv.varu.audit.Trail;
import lv.varu.directory.Topic;
import lv.varu.document.Document;
import lv.varu.document.Documents;
import lv.varu.proposal.Call;
import lv.varu.proposal.Calls;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalNotFound;
import lv.varu.proposal.ProposalProcess;
import lv.varu.proposal.ProposalRows;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Proposals;
import lv.varu.proposal.Receipt;
import lv.varu.proposal.support.Followers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Splits a proposal into parts for different municipalities or departments, each with an answer of its own, and puts
 * them together again. The author goes on following the whole and gets one answer.
 */
@Service
@Transactional
@NamedInterface("shared")
public class SplittingDesk {
    static final int FEWEST = 2;
    static final int MOST = 5;

    private final JdbcClient jdbc;
    private final Calls calls;
    private final Proposals proposals;
    private final ProposalRows rows;
    private final ProposalProcess process;
    private final Followers followers;
    private final Documents documents;
    private final Trail trail;
    private final Clock clock;

    SplittingDesk(
            JdbcClient jdbc,
            Calls calls,
            Proposals proposals,
            ProposalRows rows,
            ProposalProcess process,
            Followers followers,
            Documents documents,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.calls = calls;
        this.proposals = proposals;
        this.rows = rows;
        this.process = process;
        this.followers = followers;
        this.documents = documents;
        this.trail = trail;
        this.clock = clock;
    }

    /** What is to be split, or put together again. */
    @Transactional(readOnly = true)
    public Whole look(UUID id, Person by) {
        Proposal proposal = permitted(id, by);
        return new Whole(
                rows.find(id).orElseThrow(() -> new ProposalNotFound(id)),
                calls.get(proposal.callId()),
                rows.partsOf(id, false),
                proposal.isBeforePosition() && proposal.splitFrom() == null,
                proposal.status() == ProposalStatus.SPLIT && canBeUndone(proposal));
    }

    /**
     * @param parts two to five; the forms have checked that their places belong to the consultation
     * @throws Proposal.OutOfTurn when it has gone on meanwhile, or is a part itself
     */
    public void split(UUID id, List<Part> parts, Person by) {
        if (parts.size() < FEWEST || parts.size() > MOST) {
            throw new IllegalArgumentException(parts.size() + " parts");
        }
        Proposal whole = held(id, by);
        Instant now = clock.instant();
        Call call = calls.get(whole.callId());
        whole.split("", by.id(), now);
        proposals.saveAndFlush(whole);
        trail.record(whole.key(), "proposal.split", Map.of("parts", parts.size()));
        process.split(id);
        List<UUID> made = new ArrayList<>();
        for (int number = 1; number <= parts.size(); number++) {
            made.add(make(whole, call, number, parts.get(number - 1), by, now));
        }
        made.forEach(part -> process.resume(part, call, true));
        followers.tell(
                id,
                "proposal.split.letter.split",
                Map.of("parts", parts.stream().map(Part::title).toList()));
    }

    private UUID make(Proposal whole, Call call, int number, Part part, Person by, Instant now) {
        UUID id = Ids.next();
        long registered = rows.nextNumber();
        jdbc.sql("""
                        insert into proposal (id, receipt, number, call_id, partnership, owners, status, channel, language,
                            title, text, topic, municipality, place, asset, own_contribution, support_asked,
                            submitted_at, confirmed_at, registered_at, screened_at, screened_by, next_on, hidden,
                            idempotency_digest, request_digest, sealed_token, split_from, part)
                        select :id, :receipt, :number, call_id, partnership, owners, 'SCREENED', channel, language,
                            :title, :text, :topic, :municipality, :place, asset, own_contribution, support_asked,
                            submitted_at, confirmed_at, registered_at, :now, :by, :nextOn, hidden,
                            :digest, ''::bytea, ''::bytea, id, :part
                        from proposal where id = :whole
                        """)
                .param("id", id)
                .param("receipt", Receipt.fresh())
                .param("number", registered)
                .param("title", part.title())
                .param("text", part.text())
                .param("topic", part.topic().name())
                .param("municipality", part.municipality())
                .param("place", part.place())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("nextOn", call.isOver(now) ? null : call.closesOn())
                // Nobody has the key to what was never sent in.
                .param("digest", id.toString().getBytes(StandardCharsets.US_ASCII))
                .param("part", number)
                .param("whole", whole.id())
                .update();
        documents.of(whole.key()).forEach(file -> copy(file, id));
        trail.record(
                Proposal.keyOf(id),
                "proposal.partMade",
                Map.of(
                        "whole", Objects.requireNonNullElse(whole.number(), 0L),
                        "number", registered,
                        "topic", part.topic().name(),
                        "municipality", part.municipality()),
                Map.of("title", part.title()));
        return id;
    }

    private void copy(Document file, UUID part) {
        try (InputStream content = documents.open(file.id())) {
            documents.store(Proposal.keyOf(part), file.fileName(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The whole goes on in one piece, where it stood before; its parts end.
     *
     * @throws Proposal.OutOfTurn when the position has gone
     */
    public void undo(UUID id, Person by) {
        Proposal whole = held(id, by);
        if (whole.status() != ProposalStatus.SPLIT || !canBeUndone(whole)) {
            throw new Proposal.OutOfTurn(whole.receipt(), whole.status());
        }
        Call call = calls.get(whole.callId());
        Instant now = clock.instant();
        boolean screeningOver = call.isOver(now) && rows.isScreened(call.id());
        whole.takeUpAgain(screeningOver);
        proposals.saveAndFlush(whole);
        for (ProposalView view : rows.partsOf(id, false)) {
            Proposal part = proposals.get(view.id());
            part.mergeInto(whole, whole.receipt(), by.id(), now);
            proposals.saveAndFlush(part);
            documents.removeAll(part.key());
            trail.record(part.key(), "proposal.partEnded");
            process.merged(part.id());
        }
        trail.record(whole.key(), "proposal.splitUndone");
        process.splitUndone(id, whole.status() == ProposalStatus.SCREENED);
        followers.tell(id, "proposal.split.letter.undone", Map.of());
    }

    private boolean canBeUndone(Proposal whole) {
        return rows.partsOf(whole.id(), false).stream().allMatch(ProposalView::isBeforePosition)
                && (calls.get(whole.callId()).standing() || !rows.positionDelivered(whole.callId()));
    }

    /** A part has come to its end; with the last one the whole is answered. */
    public void settle(UUID whole) {
        boolean over = rows.partsOf(whole, false).stream()
                .allMatch(
                        part -> part.status() == ProposalStatus.PUBLISHED || part.status() == ProposalStatus.WITHDRAWN);
        if (over) {
            process.partsAnswered(whole);
        }
    }

    private Proposal held(UUID id, Person by) {
        calls.hold(rows.callOf(id));
        rows.hold(id);
        return permitted(id, by);
    }

    private Proposal permitted(UUID id, Person by) {
        Proposal proposal = proposals.get(id);
        if (proposal.owners().stream().noneMatch(by::worksFor)) {
            throw new NotAllowed();
        }
        return proposal;
    }

    /** What one part says and whom it concerns. */
    @NamedInterface("shared")
    public record Part(
            String title,
            String text,
            Topic topic,
            String municipality,
            @Nullable String place) {}

    /**
     * @param splittable whether it can be split now
     * @param undoable whether its parts can be put together again
     */
    public record Whole(
            ProposalView proposal, Call call, List<ProposalView> parts, boolean splittable, boolean undoable) {}
}
