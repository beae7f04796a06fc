package lv.varu.spreadsheet;

import java.util.List;

/**
 * A row with something in it. Dates read {@code 2026-03-09}, numbers have a point and no needless digits.
 *
 * @param number as the program that made the file counts rows, the header being the first
 */
public record SheetRow(long number, List<String> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** Empty when the row is shorter. */
    public String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
