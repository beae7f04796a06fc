package lv.varu.directory;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was read a short while ago. Two threads may read at once; the later result stays. */
class Recent<T> {
    private final Supplier<T> source;
    private final Duration life;
    private volatile @Nullable Reading<T> reading;

    Recent(Supplier<T> source, Duration life) {
        this.source = source;
        this.life = life;
    }

    T get() {
        var known = reading;
        if (known == null || System.nanoTime() - known.readAt > life.toNanos()) {
            known = new Reading<>(source.get(), System.nanoTime());
            reading = known;
        }
        return known.value;
    }

    void forget() {
        reading = null;
    }

    private record Reading<T>(T value, long readAt) {}
}
