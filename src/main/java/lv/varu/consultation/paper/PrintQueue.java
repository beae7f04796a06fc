package lv.varu.consultation.paper;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Long papers are made one after another, so that nobody keeps the machine from others by asking for many. */
@Component
public class PrintQueue {
    private static final int MOST_WAITING = 10;
    private static final int PATIENCE_SECONDS = 30;

    private final Semaphore turn = new Semaphore(1, true);

    /**
     * To be called outside of transactions, for it may wait.
     *
     * @throws PrintQueueFull when too many wait already, or one waits for too long
     */
    public byte[] print(Supplier<byte[]> paper) {
        if (turn.getQueueLength() >= MOST_WAITING || !await()) {
            throw new PrintQueueFull();
        }
        try {
            return paper.get();
        } finally {
            turn.release();
        }
    }

    private boolean await() {
        try {
            return turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
