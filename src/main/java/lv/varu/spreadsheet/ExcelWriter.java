package lv.varu.spreadsheet;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

final class ExcelWriter implements SheetWriter {
    private static final int ROWS_IN_MEMORY = 500;
    private static final int WIDE = 30;
    private static final int NARROW = 12;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    ExcelWriter(OutputStream target, String sheetName) {
        workbook = new Workbook(new Kept(target), "Varu", "1.0");
        sheet = workbook.newWorksheet(sheetName);
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            write(column, cells.get(column));
            if (row == 0) {
                Object title = cells.get(column);
                boolean brief = title != null && title.toString().length() < NARROW;
                sheet.width(column, brief ? NARROW + 6 : WIDE);
                sheet.style(0, column).bold().wrapText(true).set();
            }
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void write(int column, @Nullable Object cell) {
        if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else if (cell instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("dd.mm.yyyy").set();
        } else if (cell instanceof Instant instant) {
            write(column, LocalDateTime.ofInstant(instant, CsvWriter.RIGA));
        } else if (cell instanceof LocalDateTime time) {
            sheet.value(row, column, time);
            sheet.style(row, column).format("dd.mm.yyyy hh:mm").set();
        } else if (cell instanceof Boolean truth) {
            sheet.value(row, column, truth);
        } else if (cell != null) {
            sheet.inlineString(row, column, Cells.fit(cell.toString()));
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    /** The workbook closes what it writes to; whoever gave us the stream may not be done with it. */
    private static final class Kept extends FilterOutputStream {
        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
