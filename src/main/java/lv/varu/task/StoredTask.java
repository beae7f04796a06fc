package lv.varu.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lv.varu.account.Person;
import lv.varu.account.Role;
import org.jspecify.annotations.Nullable;

/** A row of the task table, and who may do what with it. */
record StoredTask(
        OpenTask task,
        String engineId,
        String modelId,
        String name,
        @Nullable String formKey,
        @Nullable UUID assignedBy,
        @Nullable LocalDate followUpOn,
        State state,
        @Nullable Instant doneAt,
        @Nullable UUID doneBy,
        Mark mark) {

    enum State {
        OPEN,
        DONE,
        CANCELLED
    }

    /** What is new for the person who looks. */
    enum Mark {
        NEW,
        CHANGED,
        SEEN
    }

    UUID id() {
        return task.id();
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** @throws TaskAlreadyDone when nothing is left to do */
    StoredTask stillOpen() {
        if (!isOpen()) {
            throw new TaskAlreadyDone(id(), doneBy, doneAt);
        }
        return this;
    }

    boolean isOf(Person person) {
        return person.id().equals(task.assignee());
    }

    /** Whether the task is the person's to do; a manager can do all that staff can, an administrator does nobody's work. */
    boolean isFor(Person person) {
        boolean ofPartnership = !person.isAdministrator() && person.worksFor(task.partnership());
        return ofPartnership && (task.role() == Role.STAFF || person.manages(task.partnership()));
    }

    boolean isVisibleTo(Person person) {
        return person.isAdministrator() || isFor(person) || isOf(person);
    }

    boolean mayBeClaimedBy(Person person) {
        return isOpen() && task.assignee() == null && isFor(person);
    }

    /** From a colleague who is ill, or by an administrator who steps in: named as such in the trail. */
    boolean mayBeTakenOverBy(Person person) {
        return isOpen() && !isOf(person) && leads(person) && !mayBeClaimedBy(person);
    }

    boolean mayBeCompletedBy(Person person) {
        return isOpen() && (isOf(person) || mayBeClaimedBy(person));
    }

    boolean mayBeReleasedBy(Person person) {
        return isOpen() && task.assignee() != null && (isOf(person) || leads(person));
    }

    boolean mayBeHandedOverBy(Person person) {
        return isOpen() && (isOf(person) || leads(person) || mayBeClaimedBy(person));
    }

    private boolean leads(Person person) {
        return person.isAdministrator() || person.manages(task.partnership());
    }
}
