package lv.varu.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table row by row. A cell is a text, a number, a date, an instant (in Riga's time), a truth or nothing; a text
 * stays a text, whatever it begins with.
 */
public interface SheetWriter extends AutoCloseable {

    void row(List<? extends @Nullable Object> cells) throws IOException;

    /** Finishes the table; the stream beneath stays open. */
    @Override
    void close() throws IOException;

    /** As Excel in Latvia opens it at once: semicolons and UTF-8 with its mark. */
    static SheetWriter csv(OutputStream target) throws IOException {
        return new CsvWriter(target);
    }

    /** A workbook with one sheet; the header is bold and stays in sight. */
    static SheetWriter xlsx(OutputStream target, String sheetName) {
        return new ExcelWriter(target, sheetName);
    }
}
