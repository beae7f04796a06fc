package lv.varu.consultation.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrintQueueTest {
    private static final byte[] PAPER = {1, 2, 3};
    private static final int PLENTY = 40;

    private final PrintQueue queue = new PrintQueue();
    private final ExecutorService readers = Executors.newFixedThreadPool(PLENTY);

    @AfterEach
    void stop() {
        readers.shutdownNow();
    }

    @Test
    void makesOnePaperAtATimeAndRefusesWhenTooManyWait() throws Exception {
        var release = new CountDownLatch(1);
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        List<Future<byte[]>> asked = new ArrayList<>();
        for (int i = 0; i < PLENTY; i++) {
            asked.add(readers.submit(() -> queue.print(() -> {
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                wait(release);
                atOnce.decrementAndGet();
                return PAPER;
            })));
        }
        long refused = refusedOf(asked);
        assertThat(refused).isPositive();
        release.countDown();

        int made = 0;
        for (Future<byte[]> paper : asked) {
            try {
                assertThat(paper.get(10, TimeUnit.SECONDS)).isEqualTo(PAPER);
                made++;
            } catch (java.util.concurrent.ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(PrintQueueFull.class);
            }
        }
        assertThat(made).isBetween(11, PLENTY - 1);
        assertThat(most).hasValue(1);
    }

    @Test
    void goesOnAfterAPaperThatCannotBeMade() {
        assertThatThrownBy(() -> queue.print(() -> {
                    throw new IllegalStateException("torn");
                }))
                .hasMessage("torn");
        assertThat(queue.print(() -> PAPER)).isEqualTo(PAPER);
    }

    private static long refusedOf(List<Future<byte[]>> asked) throws InterruptedException {
        long refused = 0;
        for (int i = 0; i < 200 && refused == 0; i++) {
            TimeUnit.MILLISECONDS.sleep(25);
            refused = asked.stream().filter(Future::isDone).count();
        }
        return refused;
    }

    private static void wait(CountDownLatch release) {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
