package lv.varu.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Repeats something in several threads for a time. */
final class Load {
    private static final int MOST_FAILURES = 100;

    private Load() {}

    static Measured run(int threads, long millis, Runnable work) {
        var pool = Executors.newFixedThreadPool(threads);
        long begun = System.nanoTime();
        long cpu = cpu();
        long until = begun + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            List<Callable<Took>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(() -> repeat(until, work));
            }
            var all = new Took();
            for (var part : pool.invokeAll(parts)) {
                all.add(part.get());
            }
            return all.measured((System.nanoTime() - begun) / 1e9, (cpu() - cpu) / 1e6);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static long cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private static Took repeat(long until, Runnable work) {
        var took = new Took();
        RuntimeException last = new IllegalStateException();
        while (System.nanoTime() < until) {
            long begun = System.nanoTime();
            try {
                work.run();
                took.add(System.nanoTime() - begun);
            } catch (RuntimeException e) {
                last = e;
                took.failed++;
            }
            if (took.failed > MOST_FAILURES) {
                throw last;
            }
        }
        if (took.failed > 0) {
            System.err.println("failed " + took.failed + " times, last: "
                    + String.valueOf(last.getMessage()).lines().findFirst().orElse(""));
        }
        return took;
    }

    /**
     * What came of it; times in milliseconds.
     *
     * @param cpu of this JVM for each, which busy neighbours change less than the rest
     */
    record Measured(double perSecond, double p50, double p95, double cpu, long count, long failed) {}

    private static final class Took {
        private long[] nanos = new long[1024];
        private int size;
        private int failed;

        void add(long one) {
            if (size == nanos.length) {
                nanos = Arrays.copyOf(nanos, size * 2);
            }
            nanos[size++] = one;
        }

        void add(Took other) {
            for (int i = 0; i < other.size; i++) {
                add(other.nanos[i]);
            }
            failed += other.failed;
        }

        Measured measured(double seconds, double cpu) {
            Arrays.sort(nanos, 0, size);
            return new Measured(size / seconds, at(0.5), at(0.95), size == 0 ? 0 : cpu / size, size, failed);
        }

        private double at(double share) {
            return size == 0 ? 0 : nanos[(int) Math.min(size - 1, (long) (size * share))] / 1e6;
        }
    }
}
