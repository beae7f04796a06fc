package lv.varu.task;

import lv.varu.account.Person;
import lv.varu.audit.Acting;
import lv.varu.audit.Actor;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does a person's work in a transaction, and once more if it lost a race: two colleagues who complete two different
 * tasks of one case at the same moment collide in the engine, though neither did anything wrong.
 */
@Component
class Attempts {
    private static final int MOST = 4;

    private final TransactionTemplate transaction;

    Attempts(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    void run(Person by, Runnable work) {
        try (var scope = Acting.begin(Actor.account(by.id()), Acting.origin().orElse(null))) {
            // Inside somebody else's transaction only they can try again.
            attempt(work, TransactionSynchronizationManager.isActualTransactionActive() ? MOST : 1);
        }
    }

    private void attempt(Runnable work, int number) {
        try {
            transaction.executeWithoutResult(status -> work.run());
        } catch (OptimisticLockingException | ConcurrencyFailureException e) {
            if (number >= MOST) {
                throw e;
            }
            attempt(work, number + 1);
        }
    }
}
