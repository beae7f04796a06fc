package lv.varu.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much of everything; each is a property {@code -Dfaults.…}.
 *
 * @param only names of the faults to run; all of them when empty
 * @param kills how often the program is killed
 * @param databaseKills how often the database is killed
 * @param clients how many people send proposals at once
 * @param load how long they do it between two faults, at most
 * @param outage how long the line to the database is cut
 * @param atOnce how often the same request comes at once
 * @param before the commit from which the version before is built; found by git when empty
 * @param seed what chance makes of it
 * @param lanes how many runs take place at once
 * @param port the first of five ports that are free; each lane has the next five
 */
record Sizes(
        Set<String> only,
        int kills,
        int databaseKills,
        int clients,
        Duration load,
        Duration outage,
        int atOnce,
        String before,
        long seed,
        int lanes,
        int port) {
    private static final int PORTS = 5;

    static Sizes given() {
        return new Sizes(
                Arrays.stream(System.getProperty("faults.only", "").split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toSet()),
                Integer.getInteger("faults.kills", 20),
                Integer.getInteger("faults.databaseKills", 5),
                Integer.getInteger("faults.clients", 4),
                Duration.ofSeconds(Integer.getInteger("faults.load", 6)),
                Duration.ofSeconds(Integer.getInteger("faults.outage", 60)),
                Integer.getInteger("faults.atOnce", 50),
                System.getProperty("faults.before", ""),
                Long.getLong("faults.seed", 1L),
                Integer.getInteger("faults.lanes", 2),
                Integer.getInteger("faults.port", 8610));
    }

    boolean wants(String name) {
        return only.isEmpty() || only.contains(name);
    }

    Sizes inLane(int lane) {
        return new Sizes(
                only, kills, databaseKills, clients, load, outage, atOnce, before, seed, lanes, port + lane * PORTS);
    }
}
