package lv.varu.spreadsheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

final class CsvWriter implements SheetWriter {
    static final ZoneId RIGA = ZoneId.of("Europe/Riga");

    private final CSVPrinter printer;

    CsvWriter(OutputStream target) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        printer = CSVFormat.Builder.create(CSVFormat.DEFAULT)
                .setDelimiter(';')
                .get()
                .print(writer);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        for (Object cell : cells) {
            printer.print(text(cell));
        }
        printer.println();
    }

    private static String text(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Instant instant) {
            return text(LocalDateTime.ofInstant(instant, RIGA));
        }
        if (cell instanceof LocalDateTime time) {
            return time.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
        }
        return cell instanceof String text ? Cells.guard(text) : cell.toString();
    }

    @Override
    public void close() throws IOException {
        printer.flush();
    }
}
