package lv.varu.faults;

import java.util.HashMap;
import java.util.Map;

/** Settings put together. */
class Maps {
    private Maps() {}

    @SafeVarargs
    static Map<String, String> of(Map<String, String>... parts) {
        var all = new HashMap<String, String>();
        for (var part : parts) {
            all.putAll(part);
        }
        return all;
    }
}
