package lv.varu.proposal.theme;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.account.NotAllowed;
import lv.varu.account.Person;
import lv.varu.audit.CaseKey;
import lv.varu.audit.Trail;
import lv.varu.proposal.Call;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalNotFound;
import lv.varu.proposal.Proposals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff read proposals and mark what they are about. */
@Component
@Transactional
class ThemeDesk {
    private static final String CALL = "consultation";

    private final Themes themes;
    private final Readings readings;
    private final Proposals proposals;
    private final Trail trail;
    private final Clock clock;

    ThemeDesk(Themes themes, Readings readings, Proposals proposals, Trail trail, Clock clock) {
        this.themes = themes;
        this.readings = readings;
        this.proposals = proposals;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Theme get(Call call, UUID id) {
        return themes.find(call.id(), id).orElseThrow(() -> new ProposalNotFound(id));
    }

    /** The proposal of this call, for those who work for one of its owners. */
    @Transactional(readOnly = true)
    public Proposal proposal(Call call, UUID id, Person by) {
        Proposal proposal = proposals.get(id);
        if (!proposal.callId().equals(call.id())) {
            throw new ProposalNotFound(id);
        }
        if (proposal.owners().stream().noneMatch(by::worksFor)) {
            throw new NotAllowed();
        }
        return proposal;
    }

    void add(Call call, String name, @Nullable String about, Person by) {
        themes.add(call.id(), name, about, by.id(), clock.instant());
        tell(call, "consultation.theme-added", name);
    }

    void change(Call call, UUID id, String name, @Nullable String about) {
        Theme before = get(call, id);
        themes.change(id, name, about);
        if (!before.equals(new Theme(id, name, about))) {
            trail.change(
                    CaseKey.of(CALL, call.id()),
                    "consultation.theme-changed",
                    facts(before),
                    facts(new Theme(id, name, about)));
        }
    }

    void delete(Call call, UUID id) {
        Theme theme = get(call, id);
        themes.delete(id);
        tell(call, "consultation.theme-deleted", theme.name());
    }

    /** The one is dropped and its proposals are marked with the other. */
    void merge(Call call, UUID id, UUID into) {
        Theme theme = get(call, id);
        Theme other = get(call, into);
        themes.move(id, into);
        themes.delete(id);
        trail.record(
                CaseKey.of(CALL, call.id()),
                "consultation.theme-merged",
                Map.of("theme", theme.name(), "otherTheme", other.name()));
    }

    /** Somebody has read the proposal to its end and says what it is about. */
    void read(Call call, UUID id, Set<UUID> marked, @Nullable String named, Person by) {
        Proposal proposal = proposal(call, id, by);
        Instant now = clock.instant();
        Set<UUID> known = themes.of(call.id()).stream().map(Theme::id).collect(Collectors.toSet());
        Set<UUID> wanted = new LinkedHashSet<>(marked);
        wanted.retainAll(known);
        if (named != null) {
            UUID theme = themes.add(call.id(), named, null, by.id(), now);
            wanted.add(theme);
            if (!known.contains(theme)) {
                tell(call, "consultation.theme-added", named);
            }
        }
        String before = names(themes.ofProposal(id));
        themes.mark(id, wanted, by.id(), now);
        String after = names(themes.ofProposal(id));
        boolean first = readings.read(id, call.id(), by.id(), now);
        if (first || !before.equals(after)) {
            trail.record(proposal.key(), "proposal.read", Map.of("themes", after));
        }
    }

    private void tell(Call call, String action, String name) {
        trail.record(CaseKey.of(CALL, call.id()), action, Map.of("theme", name));
    }

    private static Map<String, String> facts(Theme theme) {
        return Map.of("theme", theme.name(), "about", theme.about() == null ? "" : theme.about());
    }

    private static String names(List<Theme> marked) {
        return marked.stream().map(Theme::name).collect(Collectors.joining(", "));
    }
}
