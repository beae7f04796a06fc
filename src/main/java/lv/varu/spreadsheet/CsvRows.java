package lv.varu.spreadsheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows of a text whose letters and separators the file itself shows. */
final class CsvRows implements SheetReader.Rows {
    private static final Charset BALTIC = Charset.forName("windows-1257");
    private static final String SEPARATORS = ";\t,";
    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)sep=(.)");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    // Excel's line "sep=;" counts as a row for those who look at the file, but is none.
    private final long above;

    CsvRows(Path file) throws IOException {
        Charset charset = charsetOf(file);
        String first = firstLine(file, charset);
        var named = SEPARATOR_LINE.matcher(first.strip());
        boolean says = named.matches();
        above = says ? 1 : 0;
        char separator = says ? named.group(1).charAt(0) : separatorOf(first);
        BufferedReader reader = open(file, charset);
        if (says) {
            reader.readLine();
        }
        parser = CSVFormat.Builder.create(CSVFormat.DEFAULT)
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get()
                .parse(reader);
        records = parser.iterator();
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public SheetRow next() {
        CSVRecord row = records.next();
        List<String> cells = new ArrayList<>(row.size());
        row.forEach(cell -> cells.add(Cells.read(cell)));
        return new SheetRow(row.getRecordNumber() + above, cells);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Charset charsetOf(Path file) throws IOException {
        byte[] start;
        try (var content = Files.newInputStream(file)) {
            start = content.readNBytes(2);
        }
        if (start.length == 2 && (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (start.length == 2 && (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return isUtf8(file) ? StandardCharsets.UTF_8 : BALTIC;
    }

    /** The whole file, for the first letter with a diacritic may be on the last line. */
    private static boolean isUtf8(Path file) throws IOException {
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var buffer = new char[16 * 1024];
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), strict)) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == 0) {
                        throw new SheetRefused(SheetRefused.Reason.TYPE);
                    }
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static BufferedReader open(Path file, Charset charset) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static String firstLine(Path file, Charset charset) throws IOException {
        try (var reader = open(file, charset)) {
            String line = reader.readLine();
            while (line != null && line.isBlank()) {
                line = reader.readLine();
            }
            return line == null ? "" : line;
        }
    }

    /** The one that stands most often between the titles, not within quotation marks. */
    private static char separatorOf(String header) {
        String bare = header.replaceAll("\"[^\"]*\"", "");
        char best = SEPARATORS.charAt(0);
        long most = 0;
        for (char separator : SEPARATORS.toCharArray()) {
            long found = bare.chars().filter(letter -> letter == separator).count();
            if (found > most) {
                best = separator;
                most = found;
            }
        }
        return best;
    }
}
