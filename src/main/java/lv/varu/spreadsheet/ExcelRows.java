package lv.varu.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** Rows of the sheet that was open when the workbook was saved. */
final class ExcelRows implements SheetReader.Rows {
    // Ten thousand long texts unpack to a tenth of it.
    private static final long MOST_UNPACKED = 400L * 1024 * 1024;
    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST_COLUMNS = 500;
    // The formats of dates that a workbook need not spell out.
    private static final List<Integer> DATE_FORMATS = List.of(14, 15, 16, 17, 22);
    private static final Pattern NOT_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    ExcelRows(Path file) throws IOException {
        refuseExcess(file);
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (RuntimeException e) {
            throw new SheetRefused(SheetRefused.Reason.TYPE, e);
        }
        try {
            Sheet sheet = workbook.getActiveSheet().orElseGet(workbook::getFirstSheet);
            stream = sheet.openStream();
            rows = stream.iterator();
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw new SheetRefused(SheetRefused.Reason.BROKEN, e);
        }
    }

    /** Unpacks once and counts, because what an archive says about its sizes need not be true. */
    private static void refuseExcess(Path file) throws IOException {
        try (var archive = new ZipFile(file.toFile())) {
            if (archive.size() > MOST_ENTRIES) {
                throw new SheetRefused(SheetRefused.Reason.TOO_LARGE);
            }
            long left = MOST_UNPACKED;
            for (ZipEntry entry : archive.stream().toList()) {
                left -= unpack(archive, entry, left);
            }
        } catch (ZipException | IllegalArgumentException e) {
            // The second one for a remark within that is not UTF-8.
            throw new SheetRefused(SheetRefused.Reason.BROKEN, e);
        }
    }

    private static long unpack(ZipFile archive, ZipEntry entry, long allowed) throws IOException {
        var buffer = new byte[64 * 1024];
        long size = 0;
        try (InputStream content = archive.getInputStream(entry)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > allowed) {
                    throw new SheetRefused(SheetRefused.Reason.TOO_LARGE);
                }
            }
        }
        return size;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public SheetRow next() {
        Row row = rows.next();
        if (row.getCellCount() > MOST_COLUMNS) {
            throw new SheetRefused(SheetRefused.Reason.TOO_LARGE);
        }
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.hasCell(i) ? Cells.read(text(row.getCell(i))) : "");
        }
        return new SheetRow(row.getRowNum(), cells);
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        return switch (cell.getType()) {
            case NUMBER -> isDate(cell) ? date(cell.asDate()) : number(cell.asNumber());
            case FORMULA -> computed(cell);
            default -> cell.getText();
        };
    }

    private static String computed(Cell cell) {
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return isDate(cell) ? date(cell.asDate()) : number(number);
        }
        String raw = cell.getRawValue();
        return raw == null ? "" : raw;
    }

    private static String date(LocalDateTime date) {
        return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? date.toLocalDate().toString()
                : date.withNano(0).toString();
    }

    private static String number(BigDecimal number) {
        // What Excel stores of 0.1 are the digits of the binary number next to it.
        return BigDecimal.valueOf(number.doubleValue()).stripTrailingZeros().toPlainString();
    }

    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        if (id != null && DATE_FORMATS.contains(id)) {
            return true;
        }
        if (format == null) {
            return false;
        }
        String bare = NOT_FORMAT.matcher(format).replaceAll("").toLowerCase(java.util.Locale.ROOT);
        return bare.contains("y") || bare.contains("d") && bare.contains("m");
    }

    @Override
    public void close() {
        try (workbook) {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
