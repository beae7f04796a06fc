package lv.varu.bench;

import java.util.Map;
import java.util.UUID;

/** One who can lead a proposal through the model, from its start to its end. */
interface Contender extends AutoCloseable {
    int PAGE = 25;

    /** Begins a life that waits for the confirmation of its author. */
    UUID start();

    void confirm(UUID id);

    /** Finds the task, claims and completes it. */
    void screen(UUID id);

    /** The municipality answers, and with that the life ends. */
    void answer(UUID id);

    /** One page of the open tasks of a group and how many there are. */
    void list(int group);

    /** Whether due timers are worked off by themselves. */
    void timers(boolean running);

    /** Where the engine keeps timers of processes. */
    default Timers waitingTimers() {
        return new Timers("act_ru_job", "timer-transition");
    }

    /** Where it takes requests; nothing when it does not. */
    default int port() {
        return 0;
    }

    /** What a client of its pages needs to know. */
    default Map<String, String> facts() {
        return Map.of();
    }

    @Override
    void close();

    /** A table, and how timers of processes are called in it. */
    record Timers(String table, String handler) {}
}
