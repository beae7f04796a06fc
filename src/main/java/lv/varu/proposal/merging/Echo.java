package lv.varu.proposal.merging;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.varu.proposal.ProposalView;
import org.jspecify.annotations.Nullable;

/**
 * What a chosen proposal says that the earlier ones have not said; neighbours often send the same letter.
 *
 * @param of the earlier proposal whose words it begins with
 * @param words its own; none when it says nothing more
 */
public record Echo(@Nullable ProposalView of, String words) {

    static Map<UUID, Echo> among(List<ProposalView> chosen) {
        Map<UUID, Echo> echoes = new HashMap<>();
        Map<String, ProposalView> said = new HashMap<>();
        for (ProposalView one : chosen) {
            echoes.put(one.id(), echo(one, said));
            said.putIfAbsent(words(one), one);
        }
        return echoes;
    }

    private static Echo echo(ProposalView one, Map<String, ProposalView> said) {
        String words = words(one);
        return said.keySet().stream()
                .filter(words::startsWith)
                .max(Comparator.comparingInt(String::length))
                .map(earlier -> new Echo(
                        said.get(earlier), words.substring(earlier.length()).strip()))
                .orElseGet(() -> new Echo(null, one.text()));
    }

    private static String words(ProposalView one) {
        return one.text().replaceAll("\\s+", " ").strip();
    }
}
