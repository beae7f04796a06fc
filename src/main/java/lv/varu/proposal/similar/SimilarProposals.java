package lv.varu.proposal.similar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.varu.proposal.Proposal;
import lv.varu.proposal.ProposalRows;
import lv.varu.proposal.ProposalStatus;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.similar.ProposalTexts.Known;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds proposals of a consultation that are about the same as a text, in whatever form its words stand. */
@Component
@Transactional(readOnly = true)
public class SimilarProposals {
    private static final int FEWEST_WORDS = 2;
    private static final double ALIKE = 0.25;
    /** So much alike that the author should look before sending. */
    public static final double SAME = 0.6;

    private static final int SPARE = 4;

    private final ProposalTexts texts;
    private final ProposalRows rows;

    SimilarProposals(ProposalTexts texts, ProposalRows rows) {
        this.texts = texts;
        this.rows = rows;
    }

    /** What the office must know of it later, at once. */
    @Transactional
    public void read(UUID proposalId, UUID callId, String title, String text) {
        texts.save(proposalId, callId, TextSketch.of(callId, title, text));
    }

    /** As {@link #read} for many proposals of one consultation. */
    @Transactional
    public void readAll(UUID callId, Collection<Proposal> proposals) {
        texts.saveAll(
                callId,
                proposals.stream()
                        .collect(Collectors.toMap(
                                Proposal::id, proposal -> TextSketch.of(callId, proposal.title(), proposal.text()))));
    }

    /** The most similar ones that anybody may read, the best first. */
    public List<Similar> published(UUID callId, String text, int limit) {
        return find(callId, text, null, ProposalStatus.PUBLIC, limit);
    }

    /** The most similar ones that staff know, the best first. */
    public List<Similar> forStaff(UUID callId, String text, @Nullable UUID except, int limit) {
        return find(callId, text, except, ProposalStatus.CONFIRMED, limit);
    }

    private List<Similar> find(UUID callId, String text, @Nullable UUID except, Set<ProposalStatus> shown, int limit) {
        int[] words = TextSketch.of(callId, text).words();
        if (words.length < FEWEST_WORDS) {
            return List.of();
        }
        List<Known> candidates = texts.candidates(callId, words);
        Map<Integer, Double> weights = weights(words, candidates);
        List<Scored> best = candidates.stream()
                .filter(known -> !known.proposalId().equals(except))
                .map(known -> score(known, words.length, weights))
                .filter(scored -> scored.score >= ALIKE)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit((long) limit * SPARE)
                .toList();
        return shown(best, shown, limit);
    }

    private List<Similar> shown(List<Scored> best, Set<ProposalStatus> statuses, int limit) {
        Map<UUID, ProposalView> views = rows.find(best.stream().map(Scored::id).toList()).stream()
                .filter(view -> statuses.contains(view.status()))
                .collect(Collectors.toMap(ProposalView::id, Function.identity()));
        List<Similar> found = new ArrayList<>();
        for (Scored scored : best) {
            ProposalView view = views.get(scored.id);
            if (view != null && found.size() < limit) {
                found.add(new Similar(view, scored.score));
            }
        }
        return found;
    }

    /** A word that few use says more. */
    private static Map<Integer, Double> weights(int[] words, List<Known> candidates) {
        Map<Integer, Integer> users = new HashMap<>();
        for (Known known : candidates) {
            for (int word : words) {
                if (Arrays.binarySearch(known.words(), word) >= 0) {
                    users.merge(word, 1, Integer::sum);
                }
            }
        }
        Map<Integer, Double> weights = new HashMap<>();
        for (int word : words) {
            weights.put(word, Math.log(1 + (1.0 + candidates.size()) / (1 + users.getOrDefault(word, 0))));
        }
        return weights;
    }

    private static Scored score(Known known, int asked, Map<Integer, Double> weights) {
        double common = 0;
        double all = 0;
        int count = 0;
        for (Map.Entry<Integer, Double> word : weights.entrySet()) {
            all += word.getValue();
            if (Arrays.binarySearch(known.words(), word.getKey()) >= 0) {
                common += word.getValue();
                count++;
            }
        }
        if (count < FEWEST_WORDS || known.words().length == 0) {
            return new Scored(known.proposalId(), 0);
        }
        // Both sides count: a short question in a long text, and a long text that contains a short one.
        double other = all / asked * known.words().length;
        return new Scored(known.proposalId(), common / Math.sqrt(all * other));
    }

    static String excerpt(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int space = text.lastIndexOf(' ', length);
        return text.substring(0, space < length / 2 ? length : space) + " …";
    }

    private record Scored(UUID id, double score) {}

    /** Public for the templates. */
    public record Similar(ProposalView proposal, double score) {
        private static final int EXCERPT = 160;

        public String excerpt() {
            return SimilarProposals.excerpt(proposal.text(), EXCERPT);
        }
    }
}
