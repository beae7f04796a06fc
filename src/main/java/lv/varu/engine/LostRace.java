package lv.varu.engine;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;

/** Somebody else was faster: the case has gone on, so the engine refused the second one. */
public class LostRace {
    private LostRace() {}

    public static boolean isOne(Throwable cause) {
        return cause instanceof OptimisticLockingException || cause instanceof MismatchingMessageCorrelationException;
    }
}
