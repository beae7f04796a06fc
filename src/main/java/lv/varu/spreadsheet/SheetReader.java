package lv.varu.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Reads the first sheet of a file row by row: the first row with anything in it is the header, blank ones are left out. */
public final class SheetReader implements AutoCloseable, Iterator<SheetRow> {
    private static final int SIGNATURE = 4;

    private final Rows rows;
    private final SheetRow header;
    private Optional<SheetRow> next;

    private SheetReader(Rows rows) {
        this.rows = rows;
        header = read().orElseThrow(() -> new SheetRefused(SheetRefused.Reason.EMPTY));
        next = read();
    }

    /**
     * What the file is, its content tells.
     *
     * @throws SheetRefused when it is no table; also from the iterator, for a file may be broken in the middle
     */
    public static SheetReader open(Path file) {
        Rows rows = rowsOf(file);
        try {
            return new SheetReader(rows);
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    private static Rows rowsOf(Path file) {
        try {
            byte[] start = startOf(file);
            if (start.length == 0) {
                throw new SheetRefused(SheetRefused.Reason.EMPTY);
            }
            if (start[0] == 'P' && start.length > 1 && start[1] == 'K') {
                return new ExcelRows(file);
            }
            if ((start[0] & 0xFF) == 0xD0 && start.length > 1 && (start[1] & 0xFF) == 0xCF) {
                throw new SheetRefused(SheetRefused.Reason.OLD_EXCEL);
            }
            return new CsvRows(file);
        } catch (IOException e) {
            throw new SheetRefused(SheetRefused.Reason.BROKEN, e);
        }
    }

    private static byte[] startOf(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(SIGNATURE);
        }
    }

    public List<String> header() {
        return header.cells();
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public SheetRow next() {
        SheetRow row = next.orElseThrow(NoSuchElementException::new);
        next = read();
        return row;
    }

    private Optional<SheetRow> read() {
        try {
            while (rows.hasNext()) {
                SheetRow row = rows.next();
                if (!row.isBlank()) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (SheetRefused e) {
            throw e;
        } catch (RuntimeException e) {
            // Each library has exceptions of its own for a file that ends too early or was damaged.
            throw new SheetRefused(SheetRefused.Reason.BROKEN, e);
        }
    }

    @Override
    public void close() {
        rows.close();
    }

    /** The rows of one kind of file. */
    interface Rows extends Iterator<SheetRow>, AutoCloseable {
        @Override
        void close();
    }
}
