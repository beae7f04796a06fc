package lv.varu.period;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.varu.engine.Decisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rule table {@code periods.dmn}. */
@Component
class StandardPeriods {
    private static final String TABLE = "periods";

    private final Decisions decisions;
    // A position of hundreds of proposals asks the same few questions, and each answer costs rows of history.
    private final LoadingCache<Question, Period> answers = Caffeine.newBuilder()
            .maximumSize(1000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build(this::ask);
    private volatile @Nullable List<StandardPeriod> rows;

    StandardPeriods(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Every row, as the table has them; a running program keeps its table. */
    List<StandardPeriod> all() {
        List<StandardPeriod> known = rows;
        if (known == null) {
            known = decisions.rules(TABLE).stream().map(StandardPeriod::of).toList();
            rows = known;
        }
        return known;
    }

    Optional<StandardPeriod> find(String rule) {
        return all().stream().filter(row -> row.rule().equals(rule)).findFirst();
    }

    /** The row that the table takes for the question: the first one that fits. */
    Optional<StandardPeriod> fitting(String documentType, String name) {
        return all().stream().filter(row -> row.fits(documentType, name)).findFirst();
    }

    Period answer(String documentType, String name) {
        return answers.get(new Question(documentType, name));
    }

    private Period ask(Question question) {
        var row = decisions.ask(TABLE, Map.of("documentType", question.documentType(), "period", question.name()));
        return new Period(row.number("amount"), Period.Unit.valueOf(row.text("unit")), row.text("source"));
    }

    private record Question(String documentType, String name) {}
}
