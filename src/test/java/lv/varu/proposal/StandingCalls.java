package lv.varu.proposal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.varu.calendar.Riga;
import org.springframework.stereotype.Component;

/** Calls for proposals that are no consultations, as another feature would give them. */
@Component
class StandingCalls implements CallSource {
    private final Map<UUID, Call> calls = new ConcurrentHashMap<>();
    private final Clock clock;

    StandingCalls(Clock clock) {
        this.clock = clock;
    }

    /** A call without end; whether the municipality or the partnership itself answers is up to the test. */
    Call open(boolean ownHosted) {
        return add(true, ownHosted);
    }

    /** A call with an end about what the partnership itself decides. */
    Call ownHosted() {
        return add(false, true);
    }

    private Call add(boolean standing, boolean ownHosted) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        Call call = new Call(
                id,
                "K-" + id.toString().substring(0, 8).toUpperCase(Locale.ROOT),
                "Priekšlikumu kastīte Rožupē",
                null,
                true,
                now.minus(Duration.ofDays(3)),
                standing ? null : now.plus(Duration.ofDays(30)),
                standing ? null : Riga.dayOf(now.plus(Duration.ofDays(30))),
                List.of("PREILI", "LIVANI"),
                List.of(),
                List.of("PREILI"),
                null,
                null,
                "OTHER",
                standing,
                ownHosted,
                false);
        calls.put(id, call);
        return call;
    }

    @Override
    public Optional<Call> find(String code) {
        return calls.values().stream().filter(call -> call.code().equals(code)).findFirst();
    }

    @Override
    public Optional<Call> find(UUID id) {
        return Optional.ofNullable(calls.get(id));
    }

    @Override
    public Map<UUID, Call> find(Collection<UUID> ids) {
        return ids.stream()
                .distinct()
                .filter(calls::containsKey)
                .collect(Collectors.toMap(Function.identity(), calls::get));
    }

    @Override
    public void hold(UUID id) {
        // It never closes.
    }
}
