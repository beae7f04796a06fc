package lv.varu.proposal.dialogue;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.account.PublicAddress;
import lv.varu.calendar.Riga;
import lv.varu.directory.Contacts;
import lv.varu.directory.MunicipalContact;
import lv.varu.directory.Partnerships;
import lv.varu.mail.Letter;
import lv.varu.mail.Outbox;
import lv.varu.proposal.Call;
import lv.varu.proposal.CallNotFound;
import lv.varu.proposal.Calls;
import lv.varu.proposal.Intake;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalLetters;
import lv.varu.proposal.Proposals;
import lv.varu.proposal.author.AuthorLinks;
import lv.varu.proposal.dialogue.Remark.Side;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells once an hour what was written in conversations, one letter a proposal and reader. Remarks are claimed in the
 * transaction that writes the letters, so that no reader is told twice and nothing is lost when a node stops.
 */
@Component
public class DialogueNews {
    private static final int BATCH = 500;
    private static final Duration LINK = Duration.ofDays(60);

    private final Remarks remarks;
    private final Proposals proposals;
    private final Calls calls;
    private final Intake intake;
    private final Contacts contacts;
    private final Partnerships partnerships;
    private final AuthorLinks authorLinks;
    private final Links links;
    private final Outbox outbox;
    private final PublicAddress address;
    private final MessageSource messages;
    private final Clock clock;

    DialogueNews(
            Remarks remarks,
            Proposals proposals,
            Calls calls,
            Intake intake,
            Contacts contacts,
            Partnerships partnerships,
            AuthorLinks authorLinks,
            Links links,
            Outbox outbox,
            PublicAddress address,
            MessageSource messages,
            Clock clock) {
        this.remarks = remarks;
        this.proposals = proposals;
        this.calls = calls;
        this.intake = intake;
        this.contacts = contacts;
        this.partnerships = partnerships;
        this.authorLinks = authorLinks;
        this.links = links;
        this.outbox = outbox;
        this.address = address;
        this.messages = messages;
        this.clock = clock;
    }

    @Scheduled(cron = "0 5 * * * *")
    @Transactional
    public void tell() {
        Map<UUID, List<Remark>> news = new LinkedHashMap<>();
        remarks.claimUntold(BATCH, clock.instant())
                .forEach(remark -> news.computeIfAbsent(remark.proposalId(), id -> new ArrayList<>())
                        .add(remark));
        news.forEach((id, written) -> {
            Proposal proposal = proposals.get(id);
            Call call = calls.find(proposal.callId())
                    .orElseThrow(() -> new CallNotFound(proposal.callId().toString()));
            tellAuthor(proposal, call, written);
            tellMunicipality(proposal, call, written);
            tellPartnership(proposal, call, written);
        });
    }

    private void tellAuthor(Proposal proposal, Call call, List<Remark> written) {
        List<Remark> news = by(written, Side.PARTNERSHIP, Side.MUNICIPALITY);
        intake.submitter(proposal.id())
                .filter(author -> author.email() != null && !news.isEmpty())
                .ifPresent(author -> post(
                        proposal,
                        call,
                        new Reader(
                                Objects.requireNonNull(author.email()),
                                Objects.requireNonNullElse(author.name(), ""),
                                proposal.language()),
                        news,
                        URI.create(authorLinks.follow(proposal.id()) + "/saruna"),
                        true));
    }

    private void tellMunicipality(Proposal proposal, Call call, List<Remark> written) {
        List<Remark> news = by(written, Side.PARTNERSHIP, Side.AUTHOR);
        Optional<MunicipalContact> contact =
                Optional.ofNullable(proposal.contactId()).flatMap(contacts::find);
        if (contact.isEmpty() || news.isEmpty() || proposal.forwardedAt() == null) {
            return;
        }
        Instant end = proposal.finalOn() == null
                ? clock.instant().plus(LINK)
                : max(Riga.endOf(proposal.finalOn()), clock.instant().plus(LINK));
        String token = links.issue(
                Link.Purpose.ANSWER_PROPOSALS,
                call.id().toString(),
                contact.get().id().toString(),
                end);
        post(
                proposal,
                call,
                new Reader(
                        contact.get().email(),
                        contact.get().name(),
                        contact.get().language()),
                named(proposal, news),
                URI.create(address.of("/atbilde/" + token + "/saruna/" + proposal.id())),
                true);
    }

    private void tellPartnership(Proposal proposal, Call call, List<Remark> written) {
        List<Remark> news = by(written, Side.AUTHOR, Side.MUNICIPALITY);
        if (news.isEmpty()) {
            return;
        }
        var partnership = partnerships.find(call.lead());
        Locale language = ProposalLetters.LATVIAN;
        post(
                proposal,
                call,
                new Reader(
                        Objects.requireNonNullElse(call.contactEmail(), partnership.email()),
                        Objects.requireNonNullElse(call.contactName(), partnership.name(language)),
                        language),
                news,
                URI.create(address.of("/darbs/priekslikumi/" + proposal.id() + "/saruna")),
                false);
    }

    private void post(Proposal proposal, Call call, Reader to, List<Remark> news, URI page, boolean secret) {
        var partnership = partnerships.find(call.lead());
        Letter.Draft letter = Letter.about(proposal.key(), "proposal.letter.dialogue", to.email(), to.name())
                .in(to.language())
                .from(
                        partnership.name(to.language()),
                        Objects.requireNonNullElse(call.contactEmail(), partnership.email()))
                .with("title", proposal.title())
                .with("consultation", call.title(to.language()))
                .with("count", news.size())
                .with(
                        "remarks",
                        news.stream()
                                .map(remark -> writer(remark, to.language()) + ": " + remark.text())
                                .toList())
                .with("partnership", partnership.name(to.language()));
        outbox.post((secret ? letter.secretAction(page) : letter.action(page)).seal());
    }

    private String writer(Remark remark, Locale language) {
        String side = messages.getMessage("proposal.dialogue.side." + remark.side(), null, language);
        return remark.writer().isEmpty() ? side : remark.writer() + " (" + side + ")";
    }

    /** As the municipality may read them. */
    private List<Remark> named(Proposal proposal, List<Remark> news) {
        return intake.agreed(proposal.id(), Intake.Consent.FORWARDING)
                ? news
                : news.stream().map(DialogueDesk::unnamed).toList();
    }

    private static List<Remark> by(List<Remark> written, Side one, Side other) {
        return written.stream()
                .filter(remark -> remark.side() == one || remark.side() == other)
                .toList();
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private record Reader(String email, String name, Locale language) {}
}
