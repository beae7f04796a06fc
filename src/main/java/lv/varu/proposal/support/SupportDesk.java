package lv.varu.proposal.support;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.LinkGone;
import lv.varu.account.Links;
import lv.varu.account.PublicAddress;
import lv.varu.audit.Trail;
import lv.varu.mail.Outbox;
import lv.varu.proposal.Call;
import lv.varu.proposal.CallNotFound;
import lv.varu.proposal.Calls;
import lv.varu.proposal.Intake;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalDeadlines;
import lv.varu.proposal.ProposalFact;
import lv.varu.proposal.ProposalNotFound;
import lv.varu.proposal.ProposalRows;
import lv.varu.proposal.ProposalSettings;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Proposals;
import lv.varu.proposal.Submitter;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people stand behind a proposal that somebody else has written. */
@Service
@Transactional
@NamedInterface("shared")
public class SupportDesk {
    /** Whoever opens the letter twice reads what has become of it. */
    private static final Duration AFTERWARDS = Duration.ofDays(30);
    /** Nobody fills another person's mailbox by pressing the button again and again. */
    private static final Duration BETWEEN_LETTERS = Duration.ofMinutes(10);

    private static final Set<ProposalStatus> ON_ITS_WAY = EnumSet.of(
            ProposalStatus.SCREENED, ProposalStatus.SPLIT, ProposalStatus.FORWARDED, ProposalStatus.ANSWERING);
    private static final Set<ProposalStatus> KNOWN_TO_ITS_AUTHOR =
            EnumSet.of(ProposalStatus.RECEIVED, ProposalStatus.CLARIFYING);

    private final Calls calls;
    private final Proposals proposals;
    private final ProposalRows rows;
    private final Intake intake;
    private final Supporters supporters;
    private final Followers followers;
    private final ProposalDeadlines deadlines;
    private final ProposalSettings settings;
    private final SupportSettings limits;
    private final SupportLetters letters;
    private final Outbox outbox;
    private final Links links;
    private final PublicAddress address;
    private final Trail trail;
    private final Clock clock;

    SupportDesk(
            Calls calls,
            Proposals proposals,
            ProposalRows rows,
            Intake intake,
            Supporters supporters,
            Followers followers,
            ProposalDeadlines deadlines,
            ProposalSettings settings,
            SupportSettings limits,
            SupportLetters letters,
            Outbox outbox,
            Links links,
            PublicAddress address,
            Trail trail,
            Clock clock) {
        this.calls = calls;
        this.proposals = proposals;
        this.rows = rows;
        this.intake = intake;
        this.supporters = supporters;
        this.followers = followers;
        this.deadlines = deadlines;
        this.settings = settings;
        this.limits = limits;
        this.letters = letters;
        this.outbox = outbox;
        this.links = links;
        this.address = address;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What somebody reads before they support it.
     *
     * @param invitation a link from its author; it shows a proposal that staff have not looked at yet
     */
    @Transactional(noRollbackFor = LinkGone.class)
    public Supportable look(Call call, String receipt, @Nullable String invitation) {
        Proposal proposal = proposals
                .findByReceipt(receipt)
                .filter(found -> found.callId().equals(call.id()))
                .orElseThrow(() -> new ProposalNotFound(receipt));
        boolean invited = isInvited(proposal, invitation);
        if (!invited && !proposal.status().isPublic()) {
            throw new ProposalNotFound(receipt);
        }
        return new Supportable(rows.forSupporter(proposal.id()), call, isOpen(proposal, call, invited));
    }

    /** Who stands behind it, as anyone may know, and whether others still may. */
    @Transactional(readOnly = true)
    public Backing backing(ProposalView proposal, Call call, boolean byItsAuthor) {
        return new Backing(
                isOpen(proposal.status(), proposal.leftOutReason() != null, call, byItsAuthor),
                proposal.supporters() == 0 ? List.of() : supporters.names(proposal.id(), limits.names()));
    }

    /** A link from elsewhere does not stop anyone: what is public anybody may support. */
    private boolean isInvited(Proposal proposal, @Nullable String invitation) {
        if (invitation == null || invitation.isBlank()) {
            return false;
        }
        try {
            return links.open(invitation, Link.Purpose.INVITE_SUPPORT)
                    .subject()
                    .equals(proposal.id().toString());
        } catch (LinkGone gone) {
            return false;
        }
    }

    private boolean isOpen(Proposal proposal, Call call, boolean invited) {
        return isOpen(proposal.status(), proposal.isLeftOut(), call, invited);
    }

    private boolean isOpen(ProposalStatus status, boolean leftOut, Call call, boolean invited) {
        return call.accepts(clock.instant())
                && !leftOut
                && (ON_ITS_WAY.contains(status) || invited && KNOWN_TO_ITS_AUTHOR.contains(status));
    }

    /**
     * Somebody wants to support a proposal; the letter to their address asks whether it was them. What the page says is
     * the same for every address.
     *
     * @throws SupportClosed when it is not or no longer to be supported
     */
    public void ask(Supportable supportable, Support support) {
        if (!supportable.open()) {
            throw new SupportClosed(supportable.proposal().receipt());
        }
        Proposal proposal = proposals.get(supportable.proposal().id());
        Call call = supportable.call();
        Optional<Follower> known = followers.of(proposal).stream()
                .filter(follower -> follower.email().equalsIgnoreCase(support.email()))
                .findFirst();
        if (known.isPresent()) {
            letters.already(proposal, call, known.get(), followers.tracking(known.get()), clock.instant());
            return;
        }
        Instant now = clock.instant();
        supporters
                .of(proposal.id(), support.email())
                .ifPresentOrElse(
                        earlier -> remind(earlier, proposal, call, now), () -> take(support, proposal, call, now));
    }

    private void take(Support support, Proposal proposal, Call call, Instant now) {
        Supporter supporter = new Supporter(
                UUID.randomUUID(),
                proposal.id(),
                support.name(),
                support.email(),
                support.organisation(),
                support.language(),
                support.publishName(),
                now,
                deadlines.confirmBy(call.documentType(), now),
                null,
                null,
                null);
        if (supporters.add(supporter)) {
            trail.record(
                    supporter.key(),
                    "proposal.supportAsked",
                    Map.of("proposal", proposal.receipt(), "publishName", support.publishName()),
                    personal(support));
            letters.confirm(supporter, proposal, call, confirmLink(supporter));
        }
    }

    private void remind(Supporter supporter, Proposal proposal, Call call, Instant now) {
        if (supporter.askedAt().plus(BETWEEN_LETTERS).isBefore(now)) {
            letters.confirm(supporter, proposal, call, confirmLink(supporter), now);
        }
    }

    private static Map<String, Object> personal(Support support) {
        Map<String, Object> personal = new HashMap<>();
        personal.put("name", support.name());
        personal.put("email", support.email());
        if (support.organisation() != null) {
            personal.put("organisation", support.organisation());
        }
        return personal;
    }

    /** Who supports the proposal by this address, confirmed or not yet. */
    @Transactional(readOnly = true)
    public Optional<UUID> supporting(UUID proposalId, String email) {
        return supporters.of(proposalId, email).map(Supporter::id);
    }

    /** What the page behind the letter shows before the button; nothing changes. */
    Supported confirmation(String token) {
        return supported(supporter(token, Link.Purpose.CONFIRM_SUPPORT));
    }

    /**
     * It was them.
     *
     * @return a link that follows the proposal; a second confirmation changes nothing
     * @throws SupportClosed when it came too late
     */
    public URI confirm(String token) {
        Supporter supporter = supporter(token, Link.Purpose.CONFIRM_SUPPORT);
        Proposal proposal = proposals.get(supporter.proposalId());
        Instant now = clock.instant();
        if (supporter.hasEnded() || !supporter.isConfirmed() && now.isAfter(supporter.confirmBy())) {
            throw new SupportClosed(proposal.receipt());
        }
        URI tracking = followLink(supporter.id(), now);
        if (supporters.confirm(supporter.id(), now)) {
            supporters.recount(proposal.id());
            trail.record(supporter.key(), "proposal.supportConfirmed", Map.of("proposal", proposal.receipt()));
            trail.record(
                    proposal.key(),
                    "proposal.supported",
                    Map.of("supporter", supporter.id().toString()));
            letters.welcome(supporter, proposal, callOf(proposal), followLink(supporter.id(), now));
        }
        return tracking;
    }

    /** Everything that a supporter's link shows. */
    Supported follow(String token) {
        return supported(supporter(token, Link.Purpose.FOLLOW_SUPPORT));
    }

    /** The support ends; nothing of the person stays. */
    public void stop(String token) {
        end(supporter(token, Link.Purpose.FOLLOW_SUPPORT), "proposal.supportWithdrawn");
    }

    /** No more letters, or letters again; the support itself stays as it is. */
    public void mute(String token, boolean muted) {
        Supporter supporter = supporter(token, Link.Purpose.FOLLOW_SUPPORT);
        if (supporters.mute(supporter.id(), muted, clock.instant())) {
            trail.record(
                    Proposal.keyOf(supporter.proposalId()),
                    muted ? "proposal.supporterMuted" : "proposal.supporterHears",
                    Map.of("supporter", supporter.id().toString()));
        }
    }

    /** The author of a merged proposal wants no more letters about the one that speaks for it. */
    public void mute(String token) {
        Proposal proposal = proposals.get(subject(token, Link.Purpose.FOLLOW_PROPOSAL));
        if (proposal.status() == ProposalStatus.MERGED && supporters.mute(proposal.id(), clock.instant())) {
            trail.record(proposal.key(), "proposal.muted");
        }
    }

    @Transactional(readOnly = true)
    public boolean isMuted(ProposalView proposal) {
        return proposal.status() == ProposalStatus.MERGED && supporters.isMuted(proposal.id());
    }

    /** A person asked us to forget them. */
    void forget(UUID id) {
        end(supporters.get(id), "proposal.supportErased");
    }

    /** The consultation is long over: the person goes, the count stays. */
    void retire(UUID id) {
        if (supporters.end(id, clock.instant())) {
            forget(supporters.get(id));
        }
    }

    private void end(Supporter supporter, String action) {
        if (supporters.end(supporter.id(), clock.instant())) {
            supporters.recount(supporter.proposalId());
            forget(supporter);
            trail.record(
                    Proposal.keyOf(supporter.proposalId()),
                    action,
                    Map.of("supporter", supporter.id().toString()));
        }
    }

    private void forget(Supporter supporter) {
        outbox.forget(supporter.key());
        trail.erasePersonal(supporter.key());
    }

    @Scheduled(cron = "0 23 * * * *")
    void endUnconfirmed() {
        for (UUID id : supporters.endUnconfirmed(clock.instant())) {
            forget(supporters.get(id));
            trail.record(Supporter.keyOf(id), "proposal.supportExpired");
        }
    }

    /** What the author sees before they invite somebody. */
    public Inviting inviting(String token) {
        Proposal proposal = proposals.get(subject(token, Link.Purpose.FOLLOW_PROPOSAL));
        Call call = callOf(proposal);
        return new Inviting(
                rows.forAuthor(proposal.id()),
                call,
                isOpen(proposal, call, true),
                Math.max(0, limits.invitations() - supporters.invited(proposal.id())));
    }

    /**
     * The author asks people to support the proposal. Whoever was asked before is not asked again.
     *
     * @return how many letters go out
     * @throws SupportClosed when it is no longer to be supported
     * @throws TooManyInvitations with how many are left
     */
    public int invite(String token, List<String> emails) {
        Proposal proposal = proposals.get(subject(token, Link.Purpose.FOLLOW_PROPOSAL));
        Call call = callOf(proposal);
        if (!isOpen(proposal, call, true)) {
            throw new SupportClosed(proposal.receipt());
        }
        supporters.holdInvitations(proposal.id());
        int left = limits.invitations() - supporters.invited(proposal.id());
        if (emails.size() > left) {
            throw new TooManyInvitations(Math.max(0, left));
        }
        Instant now = clock.instant();
        Submitter author = intake.submitter(proposal.id()).orElse(Submitter.ANONYMOUS);
        List<String> invited = new ArrayList<>();
        for (String email : emails) {
            if (!email.equalsIgnoreCase(author.email()) && supporters.invite(proposal.id(), email, now)) {
                letters.invitation(email, author, proposal, call, inviteLink(proposal, call, now));
                invited.add(email);
            }
        }
        if (!invited.isEmpty()) {
            trail.record(
                    proposal.key(),
                    "proposal.supportInvited",
                    Map.of("addresses", invited.size()),
                    Map.of("email", String.join(", ", invited)));
        }
        return invited.size();
    }

    private Supported supported(Supporter supporter) {
        Proposal proposal = proposals.get(supporter.proposalId());
        return new Supported(supporter, rows.forSupporter(proposal.id()), callOf(proposal));
    }

    private Supporter supporter(String token, Link.Purpose purpose) {
        return supporters.get(subject(token, purpose));
    }

    private UUID subject(String token, Link.Purpose purpose) {
        return UUID.fromString(links.open(token, purpose).subject());
    }

    private URI confirmLink(Supporter supporter) {
        String token = links.issue(
                Link.Purpose.CONFIRM_SUPPORT,
                supporter.id().toString(),
                supporter.key().toString(),
                supporter.confirmBy().plus(AFTERWARDS));
        return URI.create(address.of("/priekslikums/atbalstit/" + token));
    }

    private URI followLink(UUID id, Instant now) {
        String token = links.issue(
                Link.Purpose.FOLLOW_SUPPORT,
                id.toString(),
                Supporter.keyOf(id).toString(),
                now.plus(settings.followFor()));
        return URI.create(address.of("/priekslikums/atbalsts/" + token));
    }

    private URI inviteLink(Proposal proposal, Call call, Instant now) {
        String token = links.issue(
                Link.Purpose.INVITE_SUPPORT,
                proposal.id().toString(),
                proposal.key().toString(),
                now.plus(settings.followFor()));
        return URI.create(address.of("/apspriesanas/" + call.code() + "/priekslikumi/" + proposal.receipt()
                + "/atbalstit?ielugums=" + token));
    }

    private Call callOf(Proposal proposal) {
        return calls.find(proposal.callId())
                .orElseThrow(() -> new CallNotFound(proposal.callId().toString()));
    }

    /** What somebody says who supports a proposal. */
    @NamedInterface("shared")
    public record Support(
            String name, String email, @Nullable String organisation, Locale language, boolean publishName) {}

    /**
     * @param open whether others may still support it
     * @param names of those who agreed that they are shown
     */
    public record Backing(boolean open, List<String> names) {}

    /** @param open whether it can be supported now */
    @NamedInterface("shared")
    public record Supportable(ProposalView proposal, Call call, boolean open) {}

    /** What a supporter sees. */
    record Supported(Supporter supporter, ProposalView proposal, Call call) {}

    /** @param left how many more people may be asked */
    public record Inviting(ProposalView proposal, Call call, boolean open, int left) {}

    /** Not yet, or not any more. */
    static class SupportClosed extends ProposalFact {
        SupportClosed(String receipt) {
            super(receipt);
        }
    }

    /** More than an author may ask. */
    static class TooManyInvitations extends ProposalFact {
        final int left;

        TooManyInvitations(int left) {
            super(String.valueOf(left));
            this.left = left;
        }
    }
}
