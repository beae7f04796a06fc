package lv.varu.audit;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The actor of the current thread; the system itself until somebody else is named. */
public final class Acting {
    private static final ThreadLocal<@Nullable Part> PART = new ThreadLocal<>();

    private Acting() {}

    public static Actor current() {
        var part = PART.get();
        return part == null ? Actor.SYSTEM : part.actor();
    }

    public static Optional<Origin> origin() {
        var part = PART.get();
        return part == null ? Optional.empty() : Optional.ofNullable(part.origin());
    }

    public static void as(Actor actor, @Nullable Origin origin, Runnable work) {
        try (var scope = begin(actor, origin)) {
            work.run();
        }
    }

    public static <T extends @Nullable Object> T as(Actor actor, @Nullable Origin origin, Callable<T> work)
            throws Exception {
        try (var scope = begin(actor, origin)) {
            return work.call();
        }
    }

    /** For filters and interceptors; closing gives the thread back to whoever acted before. */
    public static Scope begin(Actor actor, @Nullable Origin origin) {
        var before = PART.get();
        PART.set(new Part(actor, origin));
        return new Scope(before);
    }

    public static final class Scope implements AutoCloseable {
        private final @Nullable Part before;

        private Scope(@Nullable Part before) {
            this.before = before;
        }

        @Override
        public void close() {
            if (before == null) {
                PART.remove();
            } else {
                PART.set(before);
            }
        }
    }

    private record Part(Actor actor, @Nullable Origin origin) {}
}
