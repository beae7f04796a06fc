package lv.varu.proposal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Everything that calls for proposals, as far as proposals know it; the features above give it. */
@Component
@NamedInterface("shared")
public class Calls {
    private final List<CallSource> sources;

    Calls(List<CallSource> sources) {
        this.sources = List.copyOf(sources);
    }

    public Optional<Call> find(String code) {
        return sources.stream().flatMap(source -> source.find(code).stream()).findFirst();
    }

    public Optional<Call> find(UUID id) {
        return sources.stream().flatMap(source -> source.find(id).stream()).findFirst();
    }

    public Call get(UUID id) {
        return find(id).orElseThrow(() -> new CallNotFound(id.toString()));
    }

    /** One query of each source for all. */
    public Map<UUID, Call> find(Collection<UUID> ids) {
        Map<UUID, Call> found = new HashMap<>();
        sources.forEach(source -> found.putAll(source.find(ids)));
        return found;
    }

    /** As {@link CallSource#sections}. */
    public List<Section> sections(UUID id) {
        return sources.stream().flatMap(source -> source.sections(id).stream()).toList();
    }

    /** As {@link CallSource#hold}. */
    public void hold(UUID id) {
        Stream<CallSource> whose =
                sources.stream().filter(source -> source.find(id).isPresent());
        whose.forEach(source -> source.hold(id));
    }

    /** As {@link CallSource#takesEntries}. */
    public boolean takesEntries(UUID id) {
        return sources.stream()
                .filter(source -> source.find(id).isPresent())
                .allMatch(source -> source.takesEntries(id));
    }

    /** As {@link CallSource#awaitsPosition}. */
    public boolean awaitsPosition(UUID id) {
        return sources.stream()
                .filter(source -> source.find(id).isPresent())
                .allMatch(source -> source.awaitsPosition(id));
    }
}
