package lv.varu.spreadsheet;

import java.util.List;

/**
 * A column that somebody may fill in.
 *
 * @param titles how its header may be called; the first one is written into files of ours
 * @param needed whether a table without it cannot be taken
 */
public record Column(String key, List<String> titles, boolean needed) {

    public Column {
        titles = List.copyOf(titles);
    }
}
