package lv.varu.importing;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lv.varu.account.Person;

/**
 * One kind of table that can be taken in. The feature whose rows they are offers it as a bean and brings the texts
 * {@code importing.<kind>.title}, {@code .lead}, {@code .done} (how many were taken), {@code .menu} and for every column
 * {@code importing.<kind>.column.<key>}, {@code .hint} and {@code .example}.
 */
public interface Importer {
    /** In addresses and keys of texts: small letters. */
    String kind();

    /** In the order of the template. */
    List<Field> fields();

    /**
     * Into what the rows go: the code of a consultation or of a partnership.
     *
     * @return empty when there is no such thing
     * @throws lv.varu.account.NotAllowed when it is not for this person
     */
    Optional<Destination> destination(String id, Person by);

    /** Once for a check and once for a run; what rows are compared with is read here, so that no row asks for it again. */
    Course begin(Order order);

    default boolean canUndo() {
        return false;
    }

    /**
     * Takes back what one row became, in a transaction around many.
     *
     * @return false when it has gone too far; then it stays
     */
    default boolean undo(UUID subject, Person by) {
        return false;
    }

    /** @return those that could be taken back; a feature that can do many at once does */
    default Set<UUID> undoAll(List<UUID> subjects, Person by) {
        Set<UUID> undone = new HashSet<>();
        for (UUID subject : subjects) {
            if (undo(subject, by)) {
                undone.add(subject);
            }
        }
        return undone;
    }

    /** What happens with the rows of one file. */
    interface Course {
        /** What is wrong with the row; nothing is changed. */
        List<Fault> check(Row row);

        /**
         * Takes a row that passed the check, in a transaction around many rows.
         *
         * @return the id of what it became
         * @throws RowRefused when it cannot be taken after all
         */
        UUID take(Row row);

        /**
         * Takes rows that passed the check; a feature that can take many at once does. Whatever is thrown, each row is
         * then tried by itself.
         *
         * @return by the number of the row, the id of what it became
         */
        default Map<Long, UUID> takeAll(List<Row> rows) {
            Map<Long, UUID> taken = new LinkedHashMap<>();
            rows.forEach(row -> taken.put(row.number(), take(row)));
            return taken;
        }
    }

    /**
     * @param also further titles by which the column is known
     */
    record Field(String key, boolean needed, List<String> also) {

        public static Field needed(String key, String... also) {
            return new Field(key, true, List.of(also));
        }

        public static Field optional(String key, String... also) {
            return new Field(key, false, List.of(also));
        }
    }

    /**
     * @param name as people call it
     * @param address of its page, to which people go back
     */
    record Destination(String id, String name, String address) {}
}
