package lv.varu.faults;

/** One fault, from the whole data to the check of the books. */
@FunctionalInterface
interface Run {
    void run(Ground ground, Report report) throws Exception;
}
