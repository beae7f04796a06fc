package lv.varu.proposal.answer;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.varu.proposal.Outcome;
import lv.varu.proposal.OutcomeRoute;
import lv.varu.proposal.ProposalView;
import lv.varu.proposal.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads the answers from the fields of the page, whose names end with the proposal's id. */
final class Replies {
    static final String OUTCOME = "outcome-";
    static final String ROUTE = "route-";
    static final String RATIONALE = "rationale-";

    private Replies() {}

    /** For those proposals only that the page was about. */
    static Map<UUID, Reply> entered(Iterable<UUID> ids, MultiValueMap<String, String> fields) {
        Map<UUID, Reply> replies = new LinkedHashMap<>();
        for (UUID id : ids) {
            if (fields.containsKey(RATIONALE + id)) {
                replies.put(id, of(fields, id.toString()));
            }
        }
        return replies;
    }

    /** Words for what waits no more and got other words: somebody else was faster. Sending twice says no more. */
    static boolean sayMore(Set<UUID> waiting, List<ProposalView> sent, MultiValueMap<String, String> fields) {
        Set<String> known = new HashSet<>(Set.of("batch"));
        waiting.forEach(id -> known.add(id.toString()));
        sent.stream()
                .filter(one -> Objects.equals(
                        one.rationale(), of(fields, one.id().toString()).rationale()))
                .forEach(one -> known.add(one.id().toString()));
        return fields.toSingleValueMap().entrySet().stream()
                .filter(field -> field.getKey().startsWith(RATIONALE))
                .filter(field -> !known.contains(field.getKey().substring(RATIONALE.length())))
                .anyMatch(field -> !field.getValue().isBlank());
    }

    /** From the fields whose names end like this. */
    static Reply of(MultiValueMap<String, String> fields, String id) {
        Outcome outcome = named(Outcome.values(), fields.getFirst(OUTCOME + id));
        OutcomeRoute route = named(OutcomeRoute.values(), fields.getFirst(ROUTE + id));
        String rationale = fields.getFirst(RATIONALE + id);
        return new Reply(
                outcome != null && Outcome.ANSWERS.contains(outcome) ? outcome : null,
                outcome == Outcome.ACCEPTED || outcome == Outcome.PARTIALLY_ACCEPTED ? route : null,
                rationale == null || rationale.isBlank()
                        ? null
                        : rationale.replace("\r\n", "\n").strip());
    }

    static Map<UUID, Reply> complete(Map<UUID, Reply> replies) {
        return replies.entrySet().stream()
                .filter(entry -> entry.getValue().isComplete())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static <T extends Enum<T>> @Nullable T named(T[] values, @Nullable String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
