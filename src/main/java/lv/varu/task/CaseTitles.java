package lv.varu.task;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What people call a case, and where its page is. */
public interface CaseTitles {
    /** The kind in the key of the case, which is also the key of its process model. */
    String kind();

    /** Asked in the transaction that starts the case. */
    String titleOf(String id);

    /** Of many at once, as far as they are there. */
    default Map<String, String> titlesOf(Collection<String> ids) {
        Map<String, String> titles = new HashMap<>();
        ids.forEach(id -> titles.put(id, titleOf(id)));
        return titles;
    }

    /** The path of the page in the work area. */
    default Optional<String> pageOf(String id) {
        return Optional.empty();
    }

    /** Of many at once, as far as they have one. */
    default Map<String, String> pagesOf(Collection<String> ids) {
        Map<String, String> pages = new HashMap<>();
        ids.forEach(id -> pageOf(id).ifPresent(page -> pages.put(id, page)));
        return pages;
    }
}
