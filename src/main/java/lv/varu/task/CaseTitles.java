package lv.varu.task;

import java.util.Optional;

/** What people call a case, and where its page is. */
public interface CaseTitles {
    /** The kind in the key of the case, which is also the key of its process model. */
    String kind();

    /** Asked in the transaction that starts the case. */
    String titleOf(String id);

    /** The path of the page in the work area. */
    default Optional<String> pageOf(String id) {
        return Optional.empty();
    }
}
