package lv.varu.sample;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.varu.account.Link;
import lv.varu.account.Links;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import lv.varu.calendar.Riga;
import lv.varu.proposal.Calls;
import lv.varu.proposal.ProposalBook;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.support.SupportDesk;
import lv.varu.sample.SampleFiles.ProposalEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Lets neighbours stand behind some of the proposals. */
@Component
@ConditionalOnProperty("varu.demo")
class SampleSupport {
    private static final Locale LATVIAN = Locale.forLanguageTag("lv");

    private static final Map<String, List<Neighbour>> NEIGHBOURS = Map.of(
            "Lampas uz ceļa no stacijas",
            List.of(
                    new Neighbour("Aivars Zeile", "aivars.zeile@pasts.example", null, true),
                    new Neighbour("Inta Romule", "inta.romule@pasts.example", null, true),
                    new Neighbour("Skaidrīte Bule", "skaidrite.bule@pasts.example", null, false)),
            "Siltināšanas diena daudzdzīvokļu mājām",
            List.of(
                    new Neighbour(
                            "Juris Andžāns", "aronsona@biedriba.example", "Aronsona ielas dzīvokļu biedrība", true),
                    new Neighbour("Vilma Greisle", "vilma.greisle@pasts.example", null, false)));

    private final ProposalBook book;
    private final Calls calls;
    private final SupportDesk desk;
    private final Links links;
    private final SampleClock clock;

    SampleSupport(ProposalBook book, Calls calls, SupportDesk desk, Links links, SampleClock clock) {
        this.book = book;
        this.calls = calls;
        this.desk = desk;
        this.links = links;
        this.clock = clock;
    }

    void tell(Map<ProposalEntry, UUID> known, LocalDate today) {
        known.forEach((entry, id) -> NEIGHBOURS
                .getOrDefault(entry.title(), List.of())
                .forEach(neighbour -> Acting.as(Actor.VISITOR, null, () -> support(id, neighbour, today))));
    }

    private void support(UUID id, Neighbour neighbour, LocalDate today) {
        clock.moveTo(
                today.minusDays(1).atTime(LocalTime.of(18, 0)).atZone(Riga.ZONE).toInstant());
        ProposalView proposal = book.find(id).orElseThrow();
        if (!proposal.status().isPublic()) {
            return;
        }
        var call = calls.find(proposal.callId()).orElseThrow();
        var supportable = desk.look(call, proposal.receipt(), null);
        if (!supportable.open()) {
            return;
        }
        desk.ask(
                supportable,
                new SupportDesk.Support(
                        neighbour.name, neighbour.email, neighbour.organisation, LATVIAN, neighbour.publishName));
        desk.supporting(id, neighbour.email)
                .ifPresent(supporter -> desk.confirm(links.issue(
                        Link.Purpose.CONFIRM_SUPPORT,
                        supporter.toString(),
                        neighbour.email,
                        clock.instant().plus(Duration.ofHours(72)))));
    }

    private record Neighbour(
            String name, String email, @Nullable String organisation, boolean publishName) {}
}
