package lv.varu.proposal.merging;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Everything that followed from one answer. */
@Component
public class Sequels {
    private final ObjectProvider<Sequel> sources;

    Sequels(ObjectProvider<Sequel> sources) {
        this.sources = sources;
    }

    public List<Shown> of(UUID proposalId) {
        return sources.orderedStream()
                .flatMap(source -> source.of(proposalId).map(model -> new Shown(source.template(), model)).stream())
                .toList();
    }

    /** @param model what the template wants */
    record Shown(String template, Object model) {}
}
