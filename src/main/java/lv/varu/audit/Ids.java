package lv.varu.audit;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/**
 * Ids for tables that get many rows. They follow each other in time (UUID version 7, RFC 9562), so new rows meet in the
 * same pages of an index. Who knows one may know its neighbours: an id is no key to anything.
 */
public final class Ids {
    private static final NoArgGenerator IN_ORDER = Generators.timeBasedEpochGenerator();

    private Ids() {}

    public static UUID next() {
        return IN_ORDER.generate();
    }
}
