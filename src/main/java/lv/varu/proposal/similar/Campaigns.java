package lv.varu.proposal.similar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.varu.proposal.ProposalRows;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.similar.ProposalTexts.Letter;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds letters that many have sent with few changes, so that staff can let one of them speak for all. */
@Component
@Transactional(readOnly = true)
class Campaigns {
    private static final double COPY = 0.5;

    private final ProposalTexts texts;
    private final ProposalRows rows;

    Campaigns(ProposalTexts texts, ProposalRows rows) {
        this.texts = texts;
        this.rows = rows;
    }

    /** Those of a consultation whose proposals can still be merged, the largest first. */
    Page<Campaign> of(UUID callId, Pageable pageable) {
        return page(groups(texts.mergeable(callId)), pageable);
    }

    /** As above, of those in which at least one letter says these words. */
    Page<Campaign> saying(String words, UUID callId, Pageable pageable) {
        Set<UUID> saying = texts.saying(words, callId);
        List<List<UUID>> found = groups(texts.mergeable(callId)).stream()
                .filter(ids -> ids.stream().anyMatch(saying::contains))
                .toList();
        return page(found, pageable);
    }

    private Page<Campaign> page(List<List<UUID>> groups, Pageable pageable) {
        int from = (int) Math.min(pageable.getOffset(), groups.size());
        List<List<UUID>> shown = groups.subList(from, Math.min(from + pageable.getPageSize(), groups.size()));
        Map<UUID, ProposalView> examples = rows
                .find(shown.stream().map(ids -> ids.get(0)).toList())
                .stream()
                .collect(Collectors.toMap(ProposalView::id, Function.identity()));
        List<Campaign> campaigns = new ArrayList<>();
        for (List<UUID> ids : shown) {
            ProposalView example = examples.get(ids.get(0));
            if (example != null) {
                campaigns.add(new Campaign(example, ids));
            }
        }
        return new PageImpl<>(campaigns, pageable, groups.size());
    }

    /** Each letter joins the earlier one of which it is most likely a copy. */
    static List<List<UUID>> groups(List<Letter> letters) {
        Map<Band, List<Group>> known = new HashMap<>();
        List<Group> groups = new ArrayList<>();
        for (Letter letter : letters) {
            Group group = original(letter, known);
            if (group == null) {
                group = new Group(letter, new ArrayList<>());
                groups.add(group);
                for (Band band : bands(letter)) {
                    known.computeIfAbsent(band, none -> new ArrayList<>()).add(group);
                }
            }
            group.ids.add(letter.proposalId());
        }
        return groups.stream()
                .map(Group::ids)
                .filter(ids -> ids.size() > 1)
                .sorted(Comparator.comparingInt((List<UUID> ids) -> ids.size()).reversed())
                .toList();
    }

    private static @Nullable Group original(Letter letter, Map<Band, List<Group>> known) {
        Group best = null;
        double likeness = COPY;
        for (Band band : bands(letter)) {
            for (Group group : known.getOrDefault(band, List.of())) {
                double found = TextSketch.likeness(letter.sketch(), group.original.sketch());
                if (found == 1) {
                    return group;
                }
                if (found > likeness || best == null && found == likeness) {
                    best = group;
                    likeness = found;
                }
            }
        }
        return best;
    }

    private static List<Band> bands(Letter letter) {
        List<Band> bands = new ArrayList<>();
        for (long band : TextSketch.bands(letter.sketch())) {
            bands.add(new Band(letter.municipality(), band));
        }
        return bands;
    }

    /** A municipality answers only for itself, so each has campaigns of its own. */
    private record Band(String municipality, long hash) {}

    private record Group(Letter original, List<UUID> ids) {}
}
