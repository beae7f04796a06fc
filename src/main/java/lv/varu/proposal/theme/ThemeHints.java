package lv.varu.proposal.theme;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.language.LatvianStems;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.similar.SimilarProposals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Guesses what a proposal is about; a person decides. */
@Component
@Transactional(readOnly = true)
class ThemeHints {
    private static final int NEIGHBOURS = 6;
    /** Shorter stems stand in too many words. */
    private static final int TELLING = 4;

    private final Themes themes;
    private final SimilarProposals similar;

    ThemeHints(Themes themes, SimilarProposals similar) {
        this.themes = themes;
        this.similar = similar;
    }

    /** Themes whose own words stand in the text in some form, and those of proposals that say nearly the same. */
    public Set<UUID> of(ProposalView proposal, Collection<Theme> known) {
        String text = proposal.title() + "\n" + proposal.text();
        Set<String> stems = Set.copyOf(LatvianStems.stems(text));
        Set<UUID> hints = new HashSet<>();
        for (Theme theme : known) {
            if (LatvianStems.stems(theme.name()).stream()
                    .anyMatch(stem -> stem.length() >= TELLING && stems.contains(stem))) {
                hints.add(theme.id());
            }
        }
        List<UUID> near = similar.forStaff(proposal.callId(), text, proposal.id(), NEIGHBOURS).stream()
                .map(one -> one.proposal().id())
                .toList();
        hints.addAll(themes.ofProposals(near).values().stream()
                .flatMap(Collection::stream)
                .map(Theme::id)
                .collect(Collectors.toSet()));
        return hints;
    }
}
