package lv.varu.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.varu.calendar.Riga;
import lv.varu.directory.Topic;
import lv.varu.proposal.answer.AnswerRound;
import lv.varu.proposal.author.Ratings;
import lv.varu.proposal.author.Satisfaction;
import lv.varu.proposal.support.Followers;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the features above may ask of proposals and tell them. */
@Component
@Transactional(readOnly = true)
@NamedInterface("shared")
public class ProposalBook {
    // What one transaction moves on; a consultation may have ten thousand.
    private static final int SOME = 200;

    private final ProposalRows rows;
    private final ProposalCounts counts;
    private final ProposalProcess process;
    private final AnswerRound round;
    private final Followers followers;
    private final Ratings ratings;
    private final Clock clock;

    ProposalBook(
            ProposalRows rows,
            ProposalCounts counts,
            ProposalProcess process,
            AnswerRound round,
            Followers followers,
            Ratings ratings,
            Clock clock) {
        this.rows = rows;
        this.counts = counts;
        this.process = process;
        this.round = round;
        this.followers = followers;
        this.ratings = ratings;
        this.clock = clock;
    }

    /**
     * The position has been delivered: proposals in it go to the municipalities, those left out wait for publication.
     * Contacts hear of it with the last of them.
     *
     * @param leftOut reasons by proposal
     * @return whether some are left for the next transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean forwardSome(UUID callId, Map<UUID, String> leftOut) {
        boolean left = some(rows.idsInPosition(callId, SOME + 1), id -> {
            String reason = leftOut.get(id);
            if (reason != null) {
                round.leaveOut(id, reason);
            }
            process.positionDelivered(id, reason != null);
        });
        if (!left) {
            round.writeToContacts(callId);
        }
        return left;
    }

    /**
     * The consultation is withdrawn: what is on its way ends. Whoever withdraws it tells everybody.
     *
     * @return whether some are left for the next transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean closeSome(UUID callId) {
        return some(rows.idsToClose(callId, SOME + 1), process::consultationWithdrawn);
    }

    /**
     * Publishes known outcomes of the consultation and tells the authors.
     *
     * @return whether some are left for the next transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean publishSome(UUID callId) {
        return some(rows.idsToPublish(callId, SOME + 1), process::answerPublished);
    }

    private static boolean some(List<UUID> ids, Consumer<UUID> work) {
        ids.stream().limit(SOME).forEach(work);
        return ids.size() > SOME;
    }

    /**
     * One letter each to the author of a proposal and to everybody who supports it or whose proposal was merged into it,
     * in their language, with their own link that follows it.
     *
     * @param template key of the texts; beside the values given they know {@code title}, {@code receipt}, {@code
     *     consultation}, {@code partnership}, {@code role} ({@code author}, {@code merged} or {@code supporter}, to
     *     choose words by) and {@code own}, the title of the reader's own proposal
     * @param values a date, an instant or a message is written in the reader's language
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellFollowers(UUID proposalId, String template, Map<String, Object> values) {
        followers.tell(proposalId, template, values);
    }

    /** Everybody who follows any proposal of the consultation, each address once, however many they follow. */
    @Transactional
    public List<Following> following(UUID callId) {
        return followers.ofCall(callId).stream()
                .map(follower -> new Following(follower.proposalId(), follower.supporterId(), follower.email()))
                .toList();
    }

    /** @param supporter none for an author */
    @NamedInterface("shared")
    public record Following(UUID proposal, @Nullable UUID supporter, String email) {}

    /**
     * As {@link #tellFollowers}, one letter each to some of those who are {@link #following}; cheap for thousands.
     *
     * @param authors by their proposals
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(
            UUID callId,
            Collection<UUID> authors,
            Collection<UUID> supporters,
            String template,
            Map<String, Object> values) {
        followers.tell(callId, authors, supporters, template, values);
    }

    /** How many are {@link #following}. */
    @Transactional
    public int followers(UUID callId) {
        return followers.ofCall(callId).size();
    }

    /** The window closes later than announced: whoever waits for its end waits until the new one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void closingMoved(UUID callId, LocalDate closesOn) {
        rows.closingMoved(callId, closesOn);
    }

    /** Contacts of municipalities from whom answers are outstanding. */
    public Set<UUID> answerers(UUID callId) {
        return rows.answerers(callId);
    }

    /** Whether nothing waits for its confirmation or for screening. */
    public boolean isScreened(UUID callId) {
        return rows.isScreened(callId);
    }

    /** Whether nothing in the position waits for an outcome. */
    public boolean isAnswered(UUID callId) {
        return rows.isAnswered(callId);
    }

    /** How many in the position wait for an outcome. */
    public long unanswered(UUID callId) {
        return rows.unanswered(callId);
    }

    /** By number. */
    public List<ProposalView> of(UUID callId, Collection<ProposalStatus> statuses) {
        return rows.of(callId, statuses);
    }

    public Optional<ProposalView> find(UUID id) {
        return rows.find(id);
    }

    public Map<UUID, ProposalView> find(Collection<UUID> ids) {
        return rows.find(ids).stream().collect(Collectors.toMap(ProposalView::id, Function.identity()));
    }

    /** As {@link #find(Collection)}, for readers who are not staff: without what was hidden. */
    public Map<UUID, ProposalView> findPublic(Collection<UUID> ids) {
        return rows.findPublic(ids).stream().collect(Collectors.toMap(ProposalView::id, Function.identity()));
    }

    /** What anyone may read: confirmed and screened ones; outcome and rationale only once published. Newest first. */
    public Page<ProposalView> publicOf(UUID callId, ProposalFilter filter, Pageable pageable) {
        return rows.publicOf(callId, filter, pageable);
    }

    /** Everything that anyone may read, in the order of the ids, beginning after the given one. */
    public List<ProposalView> publicAfter(UUID id, int limit) {
        return rows.publicAfter(id, limit);
    }

    /** As {@link #publicAfter}, and what was merged into others or split into parts too: it stays readable. */
    public List<ProposalView> readableAfter(UUID id, int limit) {
        return rows.readableAfter(id, limit);
    }

    /** What municipalities answered last, in whatever consultation, as anyone may read it. */
    public List<ProposalView> latestAnswers(int count) {
        return rows.latestAnswers(count);
    }

    /** What staff of the partnership see, newest first; everything when no partnership is given. */
    public Page<ProposalView> list(@Nullable String partnership, ProposalFilter filter, Pageable pageable) {
        return rows.list(partnership, filter, pageable);
    }

    /** How many have one of the statuses, confirmed or not. */
    public long count(UUID callId, Collection<ProposalStatus> statuses) {
        return rows.count(callId, statuses);
    }

    /** Every consultation asked for has a tally. */
    public Map<UUID, Tally> tallies(Collection<UUID> callIds) {
        return counts.tallies(callIds);
    }

    /** How many different people and organisations have proposed something in the consultation. */
    public long submitters(UUID callId) {
        return rows.submitters(callId);
    }

    /** How many confirmed proposals of the consultation are about each topic. */
    public Map<Topic, Long> topics(UUID callId) {
        return rows.topics(callId);
    }

    /** Ids of all that ever reached the consultation. */
    public List<UUID> ids(UUID callId) {
        return rows.ids(callId);
    }

    /** What authors think of the answers of the consultation. */
    public Satisfaction satisfaction(UUID callId) {
        return ratings.inCall(callId);
    }

    /** What authors think of the answers of the municipality, in whatever consultation. */
    public Satisfaction satisfaction(String municipality) {
        return ratings.inMunicipality(municipality);
    }

    /**
     * Answers past their time, the oldest first.
     *
     * @param partnership whose proposals; of all partnerships when none is given
     * @param most of one consultation
     */
    public List<LateView> late(Collection<UUID> callIds, @Nullable String partnership, int most) {
        return rows.late(callIds, partnership, Riga.today(clock), most);
    }
}
