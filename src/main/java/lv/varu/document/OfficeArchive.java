package lv.varu.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Tells office documents from other archives by reading one small entry. Nothing else is unpacked, so an archive that
 * would swell beyond measure costs nothing here, and it is refused for the sake of those who open it.
 */
final class OfficeArchive {
    private static final int MOST_ENTRIES = 5_000;
    private static final long MOST_UNPACKED = 300L * 1024 * 1024;
    private static final int MOST_READ = 256 * 1024;
    /** Word and Excel by the usual name; OpenDocument keeps Basic and other languages in folders. */
    private static final Pattern MACRO_FILES = Pattern.compile("(?i)(vbaProject\\.bin$|^Basic/|^Scripts/)");
    /** Whatever the file is called, Word and Excel run what is declared so. */
    private static final Pattern MACRO_PARTS = Pattern.compile("(?i)vbaProject|macroEnabled");

    private OfficeArchive() {}

    static Optional<FileType> typeOf(Path file) throws IOException {
        try (var archive = new ZipFile(file.toFile())) {
            if (isExcessive(archive) || hasMacros(archive)) {
                return Optional.empty();
            }
            var openDocument = read(archive, archive.getEntry("mimetype"));
            if (openDocument != null) {
                return FileType.ofMediaType(openDocument.strip()).filter(OfficeArchive::isOpenDocument);
            }
            var parts = read(archive, archive.getEntry("[Content_Types].xml"));
            return parts == null || MACRO_PARTS.matcher(parts).find() ? Optional.empty() : officeOpen(parts);
        } catch (ZipException | IllegalArgumentException e) {
            // The second one for a remark within that is not UTF-8.
            return Optional.empty();
        }
    }

    private static boolean isOpenDocument(FileType type) {
        return type == FileType.ODT || type == FileType.ODS;
    }

    private static Optional<FileType> officeOpen(String parts) {
        if (parts.contains(FileType.DOCX.mediaType + ".main+xml")) {
            return Optional.of(FileType.DOCX);
        }
        return parts.contains(FileType.XLSX.mediaType + ".main+xml") ? Optional.of(FileType.XLSX) : Optional.empty();
    }

    private static boolean isExcessive(ZipFile archive) {
        return archive.size() > MOST_ENTRIES
                || archive.stream()
                                // A sum of sizes of their own choice could turn negative.
                                .mapToLong(entry -> Math.min(MOST_UNPACKED + 1, Math.max(0, entry.getSize())))
                                .sum()
                        > MOST_UNPACKED;
    }

    private static boolean hasMacros(ZipFile archive) {
        return archive.stream()
                .anyMatch(entry -> MACRO_FILES.matcher(entry.getName()).find());
    }

    private static @Nullable String read(ZipFile archive, @Nullable ZipEntry entry) throws IOException {
        if (entry == null) {
            return null;
        }
        try (var content = archive.getInputStream(entry)) {
            return new String(content.readNBytes(MOST_READ), StandardCharsets.UTF_8);
        }
    }
}
